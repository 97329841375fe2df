resource "aws_sns_topic" "aws_key" {
  name              = "aws_key"
  kms_master_key_id = "alias/aws/sns"
}

resource "aws_cloudwatch_metric_alarm" "aws_key" {
  alarm_name          = "aws-key"
  namespace           = "AWS/Lambda"
  metric_name         = "Errors"
  statistic           = "Sum"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 1
  period              = 60
  evaluation_periods  = 5
  alarm_actions       = [aws_sns_topic.aws_key.arn]
}

resource "aws_kms_key" "default_policy" {
  enable_key_rotation = true
}

resource "aws_sns_topic" "default_policy" {
  name              = "default_policy"
  kms_master_key_id = aws_kms_key.default_policy.arn
}

resource "aws_cloudwatch_metric_alarm" "default_policy" {
  alarm_name          = "default-policy"
  namespace           = "AWS/Lambda"
  metric_name         = "Errors"
  statistic           = "Sum"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 1
  period              = 60
  evaluation_periods  = 5
  alarm_actions       = [aws_sns_topic.default_policy.arn]
}

data "aws_iam_policy_document" "conditional" {
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
      identifiers = ["cloudwatch.amazonaws.com", "events.amazonaws.com"]
    }

    condition {
      test     = "StringEquals"
      variable = "aws:SourceAccount"
      values   = ["123456789012"]
    }
  }
}

resource "aws_kms_key" "conditional" {
  policy = data.aws_iam_policy_document.conditional.json
}

resource "aws_sns_topic" "conditional" {
  name              = "conditional"
  kms_master_key_id = aws_kms_key.conditional.arn
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

resource "aws_cloudwatch_event_rule" "task_failed" {
  name          = "task-failed"
  event_pattern = jsonencode({ source = ["aws.ecs"] })
}

resource "aws_cloudwatch_event_target" "conditional" {
  rule = aws_cloudwatch_event_rule.task_failed.name
  arn  = aws_sns_topic.conditional.arn
}

resource "aws_db_event_subscription" "conditional" {
  name      = "conditional"
  sns_topic = aws_sns_topic.conditional.arn
}

resource "aws_sns_topic" "elsewhere" {
  name              = "elsewhere"
  kms_master_key_id = "arn:aws:kms:us-east-1:123456789012:key/00000000-0000-0000-0000-000000000000"
}

resource "aws_cloudwatch_metric_alarm" "elsewhere" {
  alarm_name          = "elsewhere"
  namespace           = "AWS/Lambda"
  metric_name         = "Errors"
  statistic           = "Sum"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 1
  period              = 60
  evaluation_periods  = 5
  alarm_actions       = [aws_sns_topic.elsewhere.arn]
}
