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

# Conditions of which the values are known only after the apply, written out, by `dynamic`, and of the account.
resource "aws_sqs_queue" "source" {
  for_each = toset(["plain", "dynamic"])
  name     = "source-${each.key}"
}

data "aws_iam_policy_document" "later" {
  statement {
    actions   = ["sqs:SendMessage"]
    resources = [aws_sqs_queue.source["plain"].arn]

    principals {
      type        = "AWS"
      identifiers = ["*"]
    }

    condition {
      test     = "ArnEquals"
      variable = "aws:SourceArn"
      values   = [aws_sqs_queue.source["dynamic"].arn]
    }
  }
}

locals {
  conditions = [{ test = "ArnLike", variable = "aws:SourceArn", values = [aws_sqs_queue.source["plain"].arn] }]
}

data "aws_iam_policy_document" "dynamic" {
  dynamic "statement" {
    for_each = { send = local.conditions }

    content {
      actions   = ["sqs:SendMessage"]
      resources = [aws_sqs_queue.source["dynamic"].arn]

      principals {
        type        = "AWS"
        identifiers = ["*"]
      }

      dynamic "condition" {
        for_each = statement.value

        content {
          test     = condition.value.test
          variable = condition.value.variable
          values   = condition.value.values
        }
      }
    }
  }
}

resource "aws_sqs_queue_policy" "later" {
  queue_url = aws_sqs_queue.source["plain"].url
  policy    = data.aws_iam_policy_document.later.json
}

resource "aws_sqs_queue_policy" "dynamic" {
  queue_url = aws_sqs_queue.source["dynamic"].url
  policy    = data.aws_iam_policy_document.dynamic.json
}
