resource "aws_sqs_queue" "payments" {}

data "aws_iam_policy_document" "everyone" {
  statement {
    sid       = "Send"
    actions   = ["sqs:SendMessage"]
    resources = [aws_sqs_queue.payments.arn]

    principals {
      type        = "AWS"
      identifiers = ["*"]
    }

    condition {
      test     = "Bool"
      variable = "aws:SecureTransport"
      values   = ["true"]
    }
  }
}

resource "aws_sqs_queue_policy" "payments" {
  queue_url = aws_sqs_queue.payments.id
  policy    = data.aws_iam_policy_document.everyone.json
}

locals {
  everyone = { Effect = "Allow", Principal = "*", Action = "*", Resource = "*" }
}

resource "aws_s3_bucket" "site" {}

resource "aws_s3_bucket_policy" "site" {
  bucket = aws_s3_bucket.site.id
  policy = jsonencode({ Version = "2012-10-17", Statement = [local.everyone] })
}

resource "aws_kms_key" "data" {
  policy = jsonencode({ Version = "2012-10-17", Statement = [local.everyone] })
}

resource "aws_secretsmanager_secret" "database" {
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [merge(local.everyone, { Condition = { StringNotEquals = { "aws:PrincipalAccount" = "999999999999" } } })]
  })
}

resource "aws_sns_topic" "payments" {
  policy = jsonencode({ Version = "2012-10-17", Statement = [merge(local.everyone, { Action = "sns:Subscribe" })] })
}

resource "aws_ecr_repository_policy" "images" {
  repository = "payments"
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = { AWS = ["*"] }, Action = "ecr:BatchGetImage" }]
  })
}

resource "aws_lambda_permission" "everyone" {
  action        = "lambda:InvokeFunction"
  function_name = "validator"
  principal     = "*"
}

# Which conditions there are is known only after the apply.
resource "aws_sqs_queue" "later" {
  name = "later"
}

data "aws_iam_policy_document" "later" {
  statement {
    actions   = ["sqs:SendMessage"]
    resources = [aws_sqs_queue.later.arn]

    principals {
      type        = "AWS"
      identifiers = ["*"]
    }

    dynamic "condition" {
      for_each = aws_sqs_queue.later.arn == "" ? [] : [aws_sqs_queue.later.arn]

      content {
        test     = "ArnEquals"
        variable = "aws:SourceArn"
        values   = [condition.value]
      }
    }
  }

  statement {
    actions   = ["sqs:ReceiveMessage"]
    resources = [aws_sqs_queue.later.arn]

    principals {
      type        = "*"
      identifiers = ["*"]
    }

    condition {
      test     = "StringEquals"
      variable = aws_sqs_queue.later.arn == "" ? "aws:SourceArn" : "aws:PrincipalOrgID"
      values   = ["o-1"]
    }
  }
}

resource "aws_sqs_queue_policy" "later" {
  queue_url = aws_sqs_queue.later.url
  policy    = data.aws_iam_policy_document.later.json
}
