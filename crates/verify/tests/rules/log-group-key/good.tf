data "aws_iam_policy_document" "all" {
  statement {
    actions   = ["kms:Encrypt*", "kms:Decrypt*", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:Describe*"]
    resources = ["*"]

    principals {
      type        = "Service"
      identifiers = ["logs.us-east-1.amazonaws.com"]
    }

    condition {
      test     = "ArnLike"
      variable = "kms:EncryptionContext:aws:logs:arn"
      values   = ["arn:aws:logs:us-east-1:123456789012:log-group:*"]
    }
  }
}

resource "aws_kms_key" "all" {
  policy              = data.aws_iam_policy_document.all.json
  enable_key_rotation = true
}

resource "aws_cloudwatch_log_group" "any" {
  name              = "/ecs/any"
  kms_key_id        = aws_kms_key.all.arn
  retention_in_days = 30
}

data "aws_iam_policy_document" "own" {
  statement {
    actions   = ["kms:Encrypt*", "kms:Decrypt*", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:Describe*"]
    resources = ["*"]

    principals {
      type        = "Service"
      identifiers = ["logs.us-east-1.amazonaws.com"]
    }

    condition {
      test     = "ArnLike"
      variable = "kms:EncryptionContext:aws:logs:arn"
      values   = ["arn:aws:logs:us-east-1:123456789012:log-group:/ecs/own"]
    }
  }
}

resource "aws_kms_key" "own" {
  policy              = data.aws_iam_policy_document.own.json
  enable_key_rotation = true
}

resource "aws_cloudwatch_log_group" "own" {
  name              = "/ecs/own"
  kms_key_id        = aws_kms_key.own.arn
  retention_in_days = 30
}

data "aws_iam_policy_document" "unconditional" {
  statement {
    actions   = ["kms:Encrypt*", "kms:Decrypt*", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:Describe*"]
    resources = ["*"]

    principals {
      type        = "Service"
      identifiers = ["logs.us-east-1.amazonaws.com"]
    }
  }
}

resource "aws_kms_key" "unconditional" {
  policy              = data.aws_iam_policy_document.unconditional.json
  enable_key_rotation = true
}

resource "aws_cloudwatch_log_group" "unconditional" {
  name              = "/ecs/unconditional"
  kms_key_id        = aws_kms_key.unconditional.arn
  retention_in_days = 30
}

data "aws_iam_policy_document" "account" {
  statement {
    actions   = ["kms:Encrypt*", "kms:Decrypt*", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:Describe*"]
    resources = ["*"]

    principals {
      type        = "Service"
      identifiers = ["logs.us-east-1.amazonaws.com"]
    }

    condition {
      test     = "ArnLike"
      variable = "kms:EncryptionContext:aws:logs:arn"
      values   = ["arn:aws:logs:*:123456789012:*"]
    }
  }
}

resource "aws_kms_key" "account" {
  policy              = data.aws_iam_policy_document.account.json
  enable_key_rotation = true
}

resource "aws_cloudwatch_log_group" "account" {
  name              = "/ecs/account"
  kms_key_id        = aws_kms_key.account.arn
  retention_in_days = 30
}

resource "aws_kms_key" "apart" {
  enable_key_rotation = true
}

resource "aws_kms_key_policy" "apart" {
  key_id = aws_kms_key.apart.key_id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "logs.us-east-1.amazonaws.com" }
      Action    = "kms:*"
      Resource  = "*"
    }]
  })
}

resource "aws_cloudwatch_log_group" "apart" {
  name              = "/ecs/apart"
  kms_key_id        = aws_kms_key.apart.arn
  retention_in_days = 30
}
