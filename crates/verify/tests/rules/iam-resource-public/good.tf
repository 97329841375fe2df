resource "aws_sqs_queue" "payments" {
  for_each = toset(["requests", "answers"])
}

resource "aws_sns_topic" "payments" {}

data "aws_iam_policy_document" "topic" {
  for_each = aws_sqs_queue.payments

  statement {
    actions   = ["sqs:SendMessage"]
    resources = [each.value.arn]

    principals {
      type        = "AWS"
      identifiers = ["*"]
    }

    condition {
      test     = "ArnEquals"
      variable = "aws:SourceArn"
      values   = [aws_sns_topic.payments.arn]
    }
  }
}

resource "aws_sqs_queue_policy" "payments" {
  for_each  = aws_sqs_queue.payments
  queue_url = each.value.id
  policy    = data.aws_iam_policy_document.topic[each.key].json
}

resource "aws_s3_bucket" "logs" {}

resource "aws_s3_bucket_policy" "logs" {
  bucket = aws_s3_bucket.logs.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect    = "Deny"
        Principal = "*"
        Action    = "s3:*"
        Resource  = "arn:aws:s3:::logs/*"
        Condition = { Bool = { "aws:SecureTransport" = "false" } }
      },
      {
        Effect    = "Allow"
        Principal = "*"
        Action    = "s3:GetObject"
        Resource  = "arn:aws:s3:::logs/*"
        Condition = { StringEquals = { "aws:PrincipalOrgID" = "o-1234567890" } }
      },
    ]
  })
}

resource "aws_kms_key" "data" {
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = { AWS = "arn:aws:iam::123456789012:root" }, Action = "kms:*", Resource = "*" }]
  })
}

resource "aws_lambda_permission" "organisation" {
  action           = "lambda:InvokeFunction"
  function_name    = "validator"
  principal        = "*"
  principal_org_id = "o-1234567890"
}
