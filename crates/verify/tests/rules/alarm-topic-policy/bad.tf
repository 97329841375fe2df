resource "aws_cloudwatch_event_rule" "task_failed" {
  name          = "task-failed"
  event_pattern = jsonencode({ source = ["aws.ecs"] })
}

resource "aws_sns_topic" "default" {
  name = "default"
}

resource "aws_cloudwatch_event_target" "default" {
  rule = aws_cloudwatch_event_rule.task_failed.name
  arn  = aws_sns_topic.default.arn
}

resource "aws_sns_topic" "only_events" {
  name = "only_events"
}

data "aws_iam_policy_document" "only_events" {
  statement {
    actions   = ["sns:Publish"]
    resources = [aws_sns_topic.only_events.arn]

    principals {
      type        = "Service"
      identifiers = ["events.amazonaws.com"]
    }
  }
}

resource "aws_sns_topic_policy" "only_events" {
  arn    = aws_sns_topic.only_events.arn
  policy = data.aws_iam_policy_document.only_events.json
}

resource "aws_cloudwatch_metric_alarm" "only_events" {
  alarm_name          = "only-events"
  namespace           = "AWS/Lambda"
  metric_name         = "Errors"
  statistic           = "Sum"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 1
  period              = 60
  evaluation_periods  = 5
  alarm_actions       = [aws_sns_topic.only_events.arn]
}

resource "aws_db_event_subscription" "only_events" {
  name      = "only-events"
  sns_topic = aws_sns_topic.only_events.arn
}

resource "aws_sns_topic" "conditional" {
  name = "conditional"
}

data "aws_iam_policy_document" "conditional" {
  statement {
    actions   = ["sns:Publish"]
    resources = [aws_sns_topic.conditional.arn]

    principals {
      type        = "Service"
      identifiers = ["cloudwatch.amazonaws.com", "events.amazonaws.com"]
    }

    condition {
      test     = "StringEquals"
      variable = "aws:SourceAccount"
      values   = ["123456789012"]
    }
  }
}

resource "aws_sns_topic_policy" "conditional" {
  arn    = aws_sns_topic.conditional.arn
  policy = data.aws_iam_policy_document.conditional.json
}

resource "aws_cloudwatch_metric_alarm" "conditional" {
  alarm_name          = "conditional"
  namespace           = "AWS/Lambda"
  metric_name         = "Errors"
  statistic           = "Sum"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 1
  period              = 60
  evaluation_periods  = 5
  alarm_actions       = [aws_sns_topic.conditional.arn]
}

resource "aws_cloudwatch_event_target" "conditional" {
  rule = aws_cloudwatch_event_rule.task_failed.name
  arn  = aws_sns_topic.conditional.arn
}

resource "aws_sns_topic" "other_source" {
  name = "other_source"
}

data "aws_iam_policy_document" "other_source" {
  statement {
    actions   = ["sns:Publish"]
    resources = [aws_sns_topic.other_source.arn]

    principals {
      type        = "Service"
      identifiers = ["cloudwatch.amazonaws.com"]
    }

    condition {
      test     = "ArnLike"
      variable = "aws:SourceArn"
      values   = ["arn:aws:events:us-east-1:123456789012:rule/*"]
    }
  }
}

resource "aws_sns_topic_policy" "other_source" {
  arn    = aws_sns_topic.other_source.arn
  policy = data.aws_iam_policy_document.other_source.json
}

resource "aws_cloudwatch_metric_alarm" "other_source" {
  alarm_name          = "other-source"
  namespace           = "AWS/Lambda"
  metric_name         = "Errors"
  statistic           = "Sum"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 1
  period              = 60
  evaluation_periods  = 5
  alarm_actions       = [aws_sns_topic.other_source.arn]
}

resource "aws_sns_topic" "other_topic" {
  name = "other_topic"

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "cloudwatch.amazonaws.com" }
      Action    = "sns:Publish"
      Resource  = "arn:aws:sns:us-east-1:123456789012:another"
    }]
  })
}

resource "aws_cloudwatch_metric_alarm" "other_topic" {
  alarm_name          = "other-topic"
  namespace           = "AWS/Lambda"
  metric_name         = "Errors"
  statistic           = "Sum"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 1
  period              = 60
  evaluation_periods  = 5
  alarm_actions       = [aws_sns_topic.other_topic.arn]
}
