resource "aws_iam_role" "administrator" {
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = { Service = "lambda.amazonaws.com" }
    }]
  })
}

resource "aws_kms_key" "account" {
  for_each = toset(["data", "logs"])
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      { Effect = "Allow", Action = "kms:*", Resource = "*", Principal = { AWS = "arn:aws:iam::123456789012:root" } },
    ]
  })
}

data "aws_iam_policy_document" "role" {
  statement {
    actions   = ["kms:Put*", "kms:Describe*"]
    resources = ["*"]

    principals {
      type        = "AWS"
      identifiers = [aws_iam_role.administrator.arn]
    }
  }
}

resource "aws_kms_key" "role" {
  policy = data.aws_iam_policy_document.role.json
}

resource "aws_kms_key" "default_policy" {}
