resource "aws_kms_key" "default" {
  enable_key_rotation = true
}

resource "aws_kms_key" "other" {
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      { Effect = "Allow", Principal = { AWS = "arn:aws:iam::123456789012:root" }, Action = "kms:*", Resource = "*" },
      { Effect = "Allow", Principal = { Service = "sns.amazonaws.com" }, Action = "kms:*", Resource = "*" },
    ]
  })
}

resource "aws_kms_key" "apart" {
  enable_key_rotation = true
}

resource "aws_kms_key_policy" "apart" {
  key_id = aws_kms_key.apart.id
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = { Service = "logs.us-east-1.amazonaws.com" }, Action = "kms:*", Resource = "*" }]
  })
}

resource "aws_cloudwatch_log_group" "default" {
  name       = "/payments/default"
  kms_key_id = aws_kms_key.default.arn
}

resource "aws_cloudwatch_log_group" "other" {
  name       = "/payments/other"
  kms_key_id = aws_kms_key.other.arn
}

resource "aws_cloudwatch_log_group" "early" {
  name       = "/payments/early"
  kms_key_id = aws_kms_key.apart.arn
}
