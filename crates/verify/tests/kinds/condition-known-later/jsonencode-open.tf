# As a text by jsonencode(), without a condition.
#: source: fail:iam-resource-public
#: folder: fail:iam-resource-public
#: plan: open:iam-resource-public

resource "aws_sns_topic" "t" { kms_master_key_id = "alias/aws/sns" }
resource "aws_sqs_queue" "q" { sqs_managed_sse_enabled = true }

resource "aws_sqs_queue_policy" "q" {
  queue_url = aws_sqs_queue.q.id
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = "*", Action = "sqs:SendMessage", Resource = aws_sqs_queue.q.arn }]
  })
}
