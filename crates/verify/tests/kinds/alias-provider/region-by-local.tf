# The region of a configuration of the provider is a local value.
#: plan: nofail:name-unique@west; fail:name-unique@twice
#: source: nofail:name-unique@west; fail:name-unique@twice
#: folder: nofail:name-unique@west; fail:name-unique@twice

locals {
  west = "us-west-2"
}
provider "aws" {
  alias                       = "west"
  region                      = local.west
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
  provider = aws.west
  name     = "refunds"
}
resource "aws_sqs_queue" "twice" {
  provider = aws.west
  name     = "refunds"
}
