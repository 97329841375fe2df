data "aws_iam_policy_document" "all" {
  statement {
    actions   = ["kms:*"]
    resources = ["*"]

    principals {
      type        = "AWS"
      identifiers = ["arn:aws:iam::123456789012:root"]
    }
  }

  statement {
    actions   = ["kms:Decrypt", "kms:GenerateDataKey*"]
    resources = ["*"]

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
    actions   = ["kms:Decrypt", "kms:GenerateDataKey*"]
    resources = ["*"]

    principals {
      type        = "Service"
      identifiers = ["events.amazonaws.com"]
    }
  }
}

resource "aws_kms_key" "all" {
  policy = data.aws_iam_policy_document.all.json
}

resource "aws_sns_topic" "encrypted" {
  name              = "encrypted"
  kms_master_key_id = aws_kms_key.all.arn
}

resource "aws_cloudwatch_metric_alarm" "encrypted" {
  alarm_name          = "encrypted"
  namespace           = "AWS/Lambda"
  metric_name         = "Errors"
  statistic           = "Sum"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 1
  period              = 60
  evaluation_periods  = 5
  alarm_actions       = [aws_sns_topic.encrypted.arn]
}

resource "aws_cloudwatch_event_rule" "task_failed" {
  name          = "task-failed"
  event_pattern = jsonencode({ source = ["aws.ecs"] })
}

resource "aws_cloudwatch_event_target" "encrypted" {
  rule = aws_cloudwatch_event_rule.task_failed.name
  arn  = aws_sns_topic.encrypted.arn
}

resource "aws_db_event_subscription" "encrypted" {
  name      = "encrypted"
  sns_topic = aws_sns_topic.encrypted.arn
}

resource "aws_kms_alias" "all" {
  name          = "alias/notifications"
  target_key_id = aws_kms_key.all.id
}

resource "aws_sns_topic" "by_alias" {
  name              = "by_alias"
  kms_master_key_id = aws_kms_alias.all.name
}

resource "aws_cloudwatch_metric_alarm" "by_alias" {
  alarm_name          = "by-alias"
  namespace           = "AWS/Lambda"
  metric_name         = "Errors"
  statistic           = "Sum"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 1
  period              = 60
  evaluation_periods  = 5
  alarm_actions       = [aws_sns_topic.by_alias.arn]
}

resource "aws_sns_topic" "plain" {
  name = "plain"
}

resource "aws_cloudwatch_metric_alarm" "plain" {
  alarm_name          = "plain"
  namespace           = "AWS/Lambda"
  metric_name         = "Errors"
  statistic           = "Sum"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 1
  period              = 60
  evaluation_periods  = 5
  alarm_actions       = [aws_sns_topic.plain.arn]
}

resource "aws_kms_key" "apart" {
  description = "Its policy is a resource of its own"
}

resource "aws_kms_key_policy" "apart" {
  key_id = aws_kms_key.apart.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      { Effect = "Allow", Principal = { AWS = "arn:aws:iam::123456789012:root" }, Action = "kms:*", Resource = "*" },
      { Effect = "Allow", Principal = { Service = "cloudwatch.amazonaws.com" }, Action = ["kms:Decrypt", "kms:GenerateDataKey"], Resource = "*" },
    ]
  })
}

resource "aws_sns_topic" "apart" {
  name              = "apart"
  kms_master_key_id = aws_kms_key.apart.id
}

resource "aws_cloudwatch_metric_alarm" "apart" {
  alarm_name          = "apart"
  namespace           = "AWS/Lambda"
  metric_name         = "Errors"
  statistic           = "Sum"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 1
  period              = 60
  evaluation_periods  = 5
  alarm_actions       = [aws_sns_topic.apart.arn]
}

resource "aws_sns_topic" "role" {
  name              = "role"
  kms_master_key_id = "alias/aws/sns"
}

resource "aws_cloudwatch_event_target" "by_role" {
  rule = aws_cloudwatch_event_rule.task_failed.name
  arn  = aws_sns_topic.role.arn

  role_arn = "arn:aws:iam::123456789012:role/events"
}
