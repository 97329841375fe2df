# The policy of the queue as a text in it.
#: plan: nofail:alarm-subscription-delivery
#: source: nofail:alarm-subscription-delivery
#: folder: nofail:alarm-subscription-delivery

resource "aws_sns_topic" "t" { kms_master_key_id = "alias/aws/sns" }
resource "aws_sqs_queue" "q" {
  name                    = "q"
  sqs_managed_sse_enabled = true
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = { Service = "sns.amazonaws.com" }, Action = "sqs:SendMessage", Resource = "arn:aws:sqs:us-east-1:123456789012:q", Condition = { ArnEquals = { "aws:SourceArn" = aws_sns_topic.t.arn } } }]
  })
}

resource "aws_sns_topic_subscription" "s" {
  topic_arn = aws_sns_topic.t.arn
  protocol  = "sqs"
  endpoint  = aws_sqs_queue.q.arn
}
