# Statements of a variable, of which the principal is chosen by a conditional.
#: plan: nofail:alarm-subscription-delivery
#: source: nofail:alarm-subscription-delivery

resource "aws_sns_topic" "t" { kms_master_key_id = "alias/aws/sns" }
resource "aws_sqs_queue" "q" { sqs_managed_sse_enabled = true }

variable "source_service" { default = null }
data "aws_iam_policy_document" "d" {
  dynamic "statement" {
    for_each = var.source_service == null ? ["sns.amazonaws.com"] : [var.source_service]
    content {
      actions   = ["sqs:SendMessage"]
      resources = [aws_sqs_queue.q.arn]
      principals {
        type        = "Service"
        identifiers = [statement.value]
      }
    }
  }
}

resource "aws_sqs_queue_policy" "q" {
  queue_url = aws_sqs_queue.q.id
  policy    = data.aws_iam_policy_document.d.json
}

resource "aws_sns_topic_subscription" "s" {
  topic_arn = aws_sns_topic.t.arn
  protocol  = "sqs"
  endpoint  = aws_sqs_queue.q.arn
}
