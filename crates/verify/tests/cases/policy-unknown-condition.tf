# There is a condition; only its value is known later.
#: plan: nofail:iam-resource-public

resource "aws_sns_topic" "t" {
  name              = "t"
  kms_master_key_id = "alias/aws/sns"
}
resource "aws_sqs_queue" "q" {
  name                    = "q"
  sqs_managed_sse_enabled = true
}
data "aws_iam_policy_document" "topic" {
  statement {
    actions   = ["sns:Publish"]
    resources = [aws_sns_topic.t.arn]
    principals {
      type        = "AWS"
      identifiers = ["*"]
    }
    condition { # known only after the apply, but there
      test     = "ArnEquals"
      variable = "aws:SourceArn"
      values   = [aws_sqs_queue.q.arn]
    }
  }
}
resource "aws_sns_topic_policy" "t" {
  arn    = aws_sns_topic.t.arn
  policy = data.aws_iam_policy_document.topic.json
}
