resource "aws_cloudwatch_event_rule" "task_failed" {
  name          = "task-failed"
  event_pattern = jsonencode({ source = ["aws.ecs"] })
}

resource "aws_sns_topic" "named" {
  name = "named"
}

data "aws_iam_policy_document" "named" {
  statement {
    actions   = ["sns:Publish"]
    resources = [aws_sns_topic.named.arn]

    principals {
      type        = "Service"
      identifiers = ["cloudwatch.amazonaws.com", "events.rds.amazonaws.com"]
    }

    condition {
      test     = "StringEquals"
      variable = "aws:SourceAccount"
      values   = ["123456789012"]
    }
  }

  statement {
    actions   = ["sns:Publish"]
    resources = [aws_sns_topic.named.arn]

    principals {
      type        = "Service"
      identifiers = ["events.amazonaws.com"]
    }
  }
}

resource "aws_sns_topic_policy" "named" {
  arn    = aws_sns_topic.named.arn
  policy = data.aws_iam_policy_document.named.json
}

resource "aws_cloudwatch_metric_alarm" "named" {
  alarm_name          = "named"
  namespace           = "AWS/Lambda"
  metric_name         = "Errors"
  statistic           = "Sum"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 1
  period              = 60
  evaluation_periods  = 5
  alarm_actions       = [aws_sns_topic.named.arn]
}

resource "aws_cloudwatch_event_target" "named" {
  rule = aws_cloudwatch_event_rule.task_failed.name
  arn  = aws_sns_topic.named.arn
}

resource "aws_db_event_subscription" "named" {
  name      = "named"
  sns_topic = aws_sns_topic.named.arn
}

resource "aws_sns_topic" "default" {
  name = "default"
}

resource "aws_cloudwatch_metric_alarm" "default" {
  alarm_name          = "default"
  namespace           = "AWS/Lambda"
  metric_name         = "Errors"
  statistic           = "Sum"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 1
  period              = 60
  evaluation_periods  = 5
  alarm_actions       = [aws_sns_topic.default.arn]
}

resource "aws_db_event_subscription" "default" {
  name      = "default"
  sns_topic = aws_sns_topic.default.arn
}

resource "aws_sns_topic" "as_the_default" {
  name = "as_the_default"
}

data "aws_iam_policy_document" "as_the_default" {
  statement {
    actions   = ["sns:Publish"]
    resources = [aws_sns_topic.as_the_default.arn]

    principals {
      type        = "AWS"
      identifiers = ["*"]
    }

    condition {
      test     = "StringEquals"
      variable = "AWS:SourceOwner"
      values   = ["123456789012"]
    }
  }
}

resource "aws_sns_topic_policy" "as_the_default" {
  arn    = aws_sns_topic.as_the_default.arn
  policy = data.aws_iam_policy_document.as_the_default.json
}

resource "aws_cloudwatch_metric_alarm" "as_the_default" {
  alarm_name          = "as-the-default"
  namespace           = "AWS/Lambda"
  metric_name         = "Errors"
  statistic           = "Sum"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 1
  period              = 60
  evaluation_periods  = 5
  alarm_actions       = [aws_sns_topic.as_the_default.arn]
}

resource "aws_sns_topic" "inline" {
  name = "inline"

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = {
      Effect    = "Allow"
      Principal = { Service = ["cloudwatch.amazonaws.com"] }
      Action    = "SNS:Publish"
      Resource  = "arn:aws:sns:us-east-1:123456789012:inline"
      Condition = { ArnLike = { "aws:SourceArn" = "arn:aws:cloudwatch:us-east-1:123456789012:alarm:*" } }
    }
  })
}

resource "aws_cloudwatch_metric_alarm" "inline" {
  alarm_name          = "inline"
  namespace           = "AWS/Lambda"
  metric_name         = "Errors"
  statistic           = "Sum"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 1
  period              = 60
  evaluation_periods  = 5
  alarm_actions       = [aws_sns_topic.inline.arn]
}

resource "aws_sns_topic" "role" {
  name = "role"
}

resource "aws_cloudwatch_event_target" "role" {
  rule = aws_cloudwatch_event_rule.task_failed.name
  arn  = aws_sns_topic.role.arn

  role_arn = "arn:aws:iam::123456789012:role/events"
}
