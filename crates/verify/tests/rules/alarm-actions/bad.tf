resource "aws_sns_topic" "page" {
  name = "page"
}

resource "aws_cloudwatch_metric_alarm" "silent" {
  alarm_name          = "silent"
  namespace           = "AWS/Lambda"
  metric_name         = "Errors"
  statistic           = "Sum"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 1
  period              = 60
  evaluation_periods  = 5
}

resource "aws_cloudwatch_metric_alarm" "only_tells_the_end" {
  alarm_name          = "only-tells-the-end"
  namespace           = "AWS/Lambda"
  metric_name         = "Errors"
  statistic           = "Sum"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 1
  period              = 60
  evaluation_periods  = 5
  ok_actions          = [aws_sns_topic.page.arn]
}

resource "aws_cloudwatch_metric_alarm" "switched_off" {
  alarm_name          = "switched-off"
  namespace           = "AWS/Lambda"
  metric_name         = "Errors"
  statistic           = "Sum"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 1
  period              = 60
  evaluation_periods  = 5
  alarm_actions       = [aws_sns_topic.page.arn]
  actions_enabled     = false
}

resource "aws_cloudwatch_composite_alarm" "silent" {
  alarm_name = "composite"
  alarm_rule = "ALARM(${aws_cloudwatch_metric_alarm.switched_off.alarm_name})"
}
