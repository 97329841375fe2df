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

resource "aws_sns_topic_subscription" "mail" {
  topic_arn = aws_sns_topic.page.arn
  protocol  = "email"
  endpoint  = "on-call@example.com"
}

resource "aws_sns_topic" "chat" {
  name = "chat"
}

resource "aws_cloudwatch_metric_alarm" "chat" {
  alarm_name          = "chat"
  namespace           = "AWS/Lambda"
  metric_name         = "Errors"
  statistic           = "Sum"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 1
  period              = 60
  evaluation_periods  = 5
  alarm_actions       = [aws_sns_topic.chat.arn]
}

resource "aws_chatbot_slack_channel_configuration" "on_call" {
  configuration_name = "on-call"
  iam_role_arn       = "arn:aws:iam::123456789012:role/chatbot"
  slack_channel_id   = "C0123456789"
  slack_team_id      = "T0123456789"
  sns_topic_arns     = [aws_sns_topic.chat.arn]
}
