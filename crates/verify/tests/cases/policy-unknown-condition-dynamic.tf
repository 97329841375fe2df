# There is a condition, through a dynamic block; only its value is known later.
#: plan: nofail:iam-resource-public

resource "aws_sns_topic" "t" {
  name              = "t"
  kms_master_key_id = "alias/aws/sns"
}
resource "aws_sqs_queue" "q" {
  name                    = "q"
  sqs_managed_sse_enabled = true
}
locals {
  statements = { pub = { actions = ["sns:Publish"], conditions = [{ test = "ArnEquals", variable = "aws:SourceArn", values = [aws_sqs_queue.q.arn] }] } }
}
# the form of terraform-aws-modules/sns
data "aws_iam_policy_document" "topic" {
  dynamic "statement" {
    for_each = local.statements
    content {
      actions   = statement.value.actions
      resources = [aws_sns_topic.t.arn]
      principals {
        type        = "AWS"
        identifiers = ["*"]
      }
      dynamic "condition" {
        for_each = statement.value.conditions
        content {
          test     = condition.value.test
          variable = condition.value.variable
          values   = condition.value.values
        }
      }
    }
  }
}
resource "aws_sns_topic_policy" "t" {
  arn    = aws_sns_topic.t.arn
  policy = data.aws_iam_policy_document.topic.json
}
