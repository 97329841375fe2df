# A queue that everyone may send to, from one topic.
#: plan: nofail:iam-resource-public
#: source: nofail:iam-resource-public
#: folder: nofail:iam-resource-public

resource "aws_sns_topic" "t" { kms_master_key_id = "alias/aws/sns" }
resource "aws_sqs_queue" "q" { sqs_managed_sse_enabled = true }

data "aws_iam_policy_document" "d" {
  statement {
    actions   = ["sqs:SendMessage"]
    resources = [aws_sqs_queue.q.arn]
    principals {
      type        = "AWS"
      identifiers = ["*"]
    }
    condition {
      test     = "ArnEquals"
      variable = "aws:SourceArn"
      values   = [aws_sns_topic.t.arn]
    }
  }
}

resource "aws_sqs_queue_policy" "q" {
  queue_url = aws_sqs_queue.q.id
  policy    = data.aws_iam_policy_document.d.json
}
