resource "aws_sns_topic" "page" {
  name = "sns-page-prod"
}

resource "aws_sns_topic" "ticket" {
  name = "sns-ticket-prod"
}

resource "aws_sns_topic" "forgotten" {
  name = "sns-audit"
}

resource "aws_sns_topic" "other" {
  name = "sns-page-staging"
}

resource "aws_sns_topic" "run_together" {
  name = "snsprod"
}

resource "aws_vpc" "main" {
  cidr_block = "10.0.0.0/16"

  tags = {
    Name = "vpc"
  }
}
