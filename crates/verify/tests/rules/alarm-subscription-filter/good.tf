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

resource "aws_sns_topic_subscription" "all" {
  topic_arn = aws_sns_topic.page.arn
  protocol  = "email"
  endpoint  = "on-call@example.com"
}

resource "aws_sns_topic_subscription" "only_critical" {
  topic_arn = aws_sns_topic.page.arn
  protocol  = "https"
  endpoint  = "https://example.com/critical"

  filter_policy = jsonencode({ severity = ["critical"] })
}

resource "aws_sns_topic" "body" {
  name = "body"
}

resource "aws_cloudwatch_metric_alarm" "more" {
  alarm_name          = "more"
  namespace           = "AWS/Lambda"
  metric_name         = "Errors"
  statistic           = "Sum"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 1
  period              = 60
  evaluation_periods  = 5
  alarm_actions       = [aws_sns_topic.body.arn]
}

resource "aws_sns_topic_subscription" "states" {
  topic_arn = aws_sns_topic.body.arn
  protocol  = "https"
  endpoint  = "https://example.com/states"

  filter_policy_scope = "MessageBody"
  filter_policy       = jsonencode({ NewStateValue = ["ALARM", "OK"], AlarmName = [{ prefix = "pay" }] })
}
