# Nothing lets the topic send.
#: plan: fail:alarm-subscription-delivery
#: source: fail:alarm-subscription-delivery
#: folder: fail:alarm-subscription-delivery

resource "aws_sns_topic" "t" { kms_master_key_id = "alias/aws/sns" }
resource "aws_sqs_queue" "q" { sqs_managed_sse_enabled = true }

resource "aws_sns_topic_subscription" "s" {
  topic_arn = aws_sns_topic.t.arn
  protocol  = "sqs"
  endpoint  = aws_sqs_queue.q.arn
}
