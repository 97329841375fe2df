resource "aws_cloudwatch_metric_alarm" "errors" {
  alarm_name          = "errors"
  namespace           = "AWS/Lambda"
  metric_name         = "Errors"
  statistic           = "Sum"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 1
  period              = 60
  evaluation_periods  = 5
}

resource "aws_cloudwatch_metric_alarm" "zones" {
  for_each            = toset(["a", "b"])
  alarm_name          = "errors-${each.key}"
  namespace           = "Payments"
  metric_name         = "Errors"
  statistic           = "Sum"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 1
  period              = 60
  evaluation_periods  = 5
}

resource "aws_cloudwatch_composite_alarm" "by_reference" {
  alarm_name = "by-reference"
  alarm_rule = "ALARM(\"${aws_cloudwatch_metric_alarm.errors.alarm_name}\") AND NOT (OK(${aws_cloudwatch_metric_alarm.zones["a"].alarm_name}))"
}

resource "aws_cloudwatch_composite_alarm" "of_all" {
  alarm_name = "of-all"
  alarm_rule = join(" OR ", [for alarm in aws_cloudwatch_metric_alarm.zones : "ALARM(${alarm.alarm_name})"])
}

locals {
  errors = aws_cloudwatch_metric_alarm.errors.alarm_name
}

resource "aws_cloudwatch_composite_alarm" "by_local_value" {
  alarm_name = "by-local-value"
  alarm_rule = "ALARM(${local.errors})"
}

resource "aws_cloudwatch_composite_alarm" "in_order" {
  alarm_name = "in-order"
  alarm_rule = "ALARM(errors)"
  depends_on = [aws_cloudwatch_metric_alarm.errors]
}

resource "aws_cloudwatch_composite_alarm" "of_composites" {
  alarm_name = "of-composites"
  alarm_rule = "ALARM(${aws_cloudwatch_composite_alarm.in_order.arn})"
}
