resource "aws_sns_topic" "page" {
  name = "page"
}

resource "aws_cloudwatch_metric_alarm" "tells" {
  alarm_name          = "tells"
  namespace           = "AWS/Lambda"
  metric_name         = "Errors"
  statistic           = "Sum"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 1
  period              = 60
  evaluation_periods  = 5
  alarm_actions       = [aws_sns_topic.page.arn]
}

# What is given from outside exists elsewhere.
locals {
  on_call = "arn:aws:sns:us-east-1:123456789012:on-call"
}

resource "aws_cloudwatch_metric_alarm" "tells_someone_elsewhere" {
  alarm_name          = "tells-someone-elsewhere"
  namespace           = "AWS/Lambda"
  metric_name         = "Throttles"
  statistic           = "Sum"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 1
  period              = 60
  evaluation_periods  = 5
  alarm_actions       = [local.on_call]
}

resource "aws_cloudwatch_metric_alarm" "child" {
  alarm_name          = "child"
  namespace           = "AWS/Lambda"
  metric_name         = "Errors"
  statistic           = "Sum"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 1
  period              = 60
  evaluation_periods  = 5
}

resource "aws_cloudwatch_composite_alarm" "of_a_child" {
  alarm_name    = "of-a-child"
  alarm_rule    = "ALARM(\"${aws_cloudwatch_metric_alarm.child.alarm_name}\")"
  alarm_actions = [aws_sns_topic.page.arn]
}

resource "aws_cloudwatch_metric_alarm" "stops_traffic" {
  alarm_name          = "stops-traffic"
  namespace           = "AWS/Lambda"
  metric_name         = "Errors"
  statistic           = "Sum"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 1
  period              = 60
  evaluation_periods  = 5
}

resource "aws_route53_health_check" "region" {
  type                            = "CLOUDWATCH_METRIC"
  cloudwatch_alarm_name           = aws_cloudwatch_metric_alarm.stops_traffic.alarm_name
  cloudwatch_alarm_region         = "us-east-1"
  insufficient_data_health_status = "Unhealthy"
}
