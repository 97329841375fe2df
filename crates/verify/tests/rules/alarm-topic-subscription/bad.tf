resource "aws_sns_topic" "page" {
  name = "page"
}

resource "aws_cloudwatch_metric_alarm" "errors" {
  alarm_name          = "errors"
  namespace           = "AWS/Lambda"
  metric_name         = "Errors"
  statistic           = "Sum"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 1
  period              = 60
  evaluation_periods  = 5
  alarm_actions       = [aws_sns_topic.page.arn]
}

resource "aws_cloudwatch_event_rule" "task_failed" {
  name          = "task-failed"
  event_pattern = jsonencode({ source = ["aws.ecs"] })
}

resource "aws_sns_topic" "events" {
  name = "events"
}

resource "aws_cloudwatch_event_target" "events" {
  rule = aws_cloudwatch_event_rule.task_failed.name
  arn  = aws_sns_topic.events.arn
}
