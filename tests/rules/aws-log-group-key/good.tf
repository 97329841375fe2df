data "aws_iam_policy_document" "logs" {
  statement {
    actions   = ["kms:Encrypt*", "kms:Decrypt*", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:Describe*"]
    resources = ["*"]

    principals {
      type        = "Service"
      identifiers = ["logs.us-east-1.amazonaws.com"]
    }
  }
}

resource "aws_kms_key" "logs" {
  policy = data.aws_iam_policy_document.logs.json
}

resource "aws_kms_key" "apart" {
  count = 1
}

resource "aws_kms_key_policy" "apart" {
  key_id = aws_kms_key.apart[0].id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      { Effect = "Allow", Principal = { AWS = "arn:aws:iam::123456789012:root" }, Action = "kms:*", Resource = "*" },
      { Effect = "Allow", Principal = { Service = ["logs.us-east-1.amazonaws.com"] }, Action = "kms:*", Resource = "*" },
    ]
  })
}

resource "aws_cloudwatch_log_group" "payments" {
  for_each   = toset(["/payments/api", "/payments/batch"])
  name       = each.value
  kms_key_id = aws_kms_key.logs.arn
}

resource "aws_cloudwatch_log_group" "apart" {
  name       = "/payments/apart"
  kms_key_id = aws_kms_key.apart[0].arn
  depends_on = [aws_kms_key_policy.apart]
}

resource "aws_cloudwatch_log_group" "elsewhere" {
  name       = "/payments/elsewhere"
  kms_key_id = "arn:aws:kms:us-east-1:123456789012:key/11112222-3333-4444-5555-666677778888"
}
