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

resource "aws_sns_topic_subscription" "by_attribute" {
  topic_arn = aws_sns_topic.page.arn
  protocol  = "https"
  endpoint  = "https://example.com/attribute"

  filter_policy = jsonencode({ severity = ["critical"] })
}

resource "aws_sns_topic_subscription" "by_another_field" {
  topic_arn = aws_sns_topic.page.arn
  protocol  = "https"
  endpoint  = "https://example.com/field"

  filter_policy_scope = "MessageBody"
  filter_policy       = jsonencode({ detail = { severity = ["critical"] } })
}

resource "aws_sns_topic_subscription" "only_the_end" {
  topic_arn = aws_sns_topic.page.arn
  protocol  = "https"
  endpoint  = "https://example.com/end"

  filter_policy_scope = "MessageBody"
  filter_policy       = jsonencode({ NewStateValue = ["OK"] })
}
