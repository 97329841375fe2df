provider "aws" {
  alias      = "literal"
  region     = "us-west-2"
  access_key = "AKIAIOSFODNN7ABCDEFG"
  secret_key = "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"
}
