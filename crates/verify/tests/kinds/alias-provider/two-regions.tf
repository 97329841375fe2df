# Two configurations of the provider may be of two regions: the names do not meet.
#: plan: nofail:name-unique@west; fail:name-unique@twice
#: source: nofail:name-unique@west; fail:name-unique@twice
#: folder: nofail:name-unique@west; fail:name-unique@twice

provider "aws" {
  alias                       = "west"
  region                      = "us-west-2"
  access_key                  = "test"
  secret_key                  = "test"
  skip_credentials_validation = true
  skip_requesting_account_id  = true
  skip_metadata_api_check     = true
}
resource "aws_sqs_queue" "east" {
  name = "payments"
}
resource "aws_sqs_queue" "west" {
  provider = aws.west
  name     = "payments"
}
resource "aws_sqs_queue" "once" {
  name = "refunds"
}
resource "aws_sqs_queue" "twice" {
  name = "refunds"
}
