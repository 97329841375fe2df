resource "aws_cloudwatch_metric_alarm" "errors_a" {
  alarm_name          = "errors"
  namespace           = "AWS/Lambda"
  metric_name         = "Errors"
  statistic           = "Sum"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 1
  period              = 60
  evaluation_periods  = 1
}

resource "aws_cloudwatch_metric_alarm" "errors_b" {
  alarm_name          = "errors"
  namespace           = "AWS/Lambda"
  metric_name         = "Errors"
  statistic           = "Sum"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 1
  period              = 60
  evaluation_periods  = 1
}

resource "aws_sqs_queue" "several" {
  count = 2
  name  = "pages"
}

# Instances of a provider with `for_each` may be of two regions, and a plan does not show it.
provider "aws" {
  alias                       = "each"
  region                      = "us-west-2"
  access_key                  = "test"
  secret_key                  = "test"
  skip_credentials_validation = true
  skip_requesting_account_id  = true
  skip_metadata_api_check     = true
}

resource "aws_sqs_queue" "regional" {
  provider = aws.each
  for_each = toset(["us-west-1", "us-west-2"])
  name     = "regional"
}
