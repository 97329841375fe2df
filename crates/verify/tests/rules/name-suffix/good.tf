resource "aws_sns_topic" "page" {
  name = "sns-page-prod"
}

resource "aws_sns_topic" "ticket" {
  name = "sns-ticket-prod"
}

resource "aws_cloudwatch_log_group" "insights" {
  name = "/aws/ecs/containerinsights/ecs-cluster-prod/performance"
}

resource "aws_lambda_alias" "live" {
  name             = "live"
  function_name    = "lambda-prod"
  function_version = "1"
}

resource "aws_vpc" "main" {
  cidr_block = "10.0.0.0/16"

  tags = {
    Name = "vpc-prod"
  }
}
