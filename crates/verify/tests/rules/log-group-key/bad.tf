resource "aws_kms_key" "default_policy" {
  enable_key_rotation = true
}

resource "aws_cloudwatch_log_group" "default_policy" {
  name              = "/ecs/default_policy"
  kms_key_id        = aws_kms_key.default_policy.arn
  retention_in_days = 30
}

data "aws_iam_policy_document" "other_service" {
  statement {
    actions   = ["kms:Encrypt*", "kms:Decrypt*", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:Describe*"]
    resources = ["*"]

    principals {
      type        = "Service"
      identifiers = ["ecs-tasks.amazonaws.com"]
    }
  }
}

resource "aws_kms_key" "other_service" {
  policy              = data.aws_iam_policy_document.other_service.json
  enable_key_rotation = true
}

resource "aws_cloudwatch_log_group" "other_service" {
  name              = "/ecs/other_service"
  kms_key_id        = aws_kms_key.other_service.arn
  retention_in_days = 30
}

data "aws_iam_policy_document" "only_decrypt" {
  statement {
    actions   = ["kms:Decrypt"]
    resources = ["*"]

    principals {
      type        = "Service"
      identifiers = ["logs.us-east-1.amazonaws.com"]
    }
  }
}

resource "aws_kms_key" "only_decrypt" {
  policy              = data.aws_iam_policy_document.only_decrypt.json
  enable_key_rotation = true
}

resource "aws_cloudwatch_log_group" "only_decrypt" {
  name              = "/ecs/only_decrypt"
  kms_key_id        = aws_kms_key.only_decrypt.arn
  retention_in_days = 30
}

data "aws_iam_policy_document" "other_group" {
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
      values   = ["arn:aws:logs:us-east-1:123456789012:log-group:/lambda/*"]
    }
  }
}

resource "aws_kms_key" "other_group" {
  policy              = data.aws_iam_policy_document.other_group.json
  enable_key_rotation = true
}

resource "aws_cloudwatch_log_group" "other_group" {
  name              = "/ecs/other_group"
  kms_key_id        = aws_kms_key.other_group.arn
  retention_in_days = 30
}

resource "aws_cloudwatch_log_group" "aws_key" {
  name              = "/ecs/aws_key"
  kms_key_id        = "arn:aws:kms:us-east-1:123456789012:alias/aws/logs"
  retention_in_days = 30
}

resource "aws_cloudwatch_log_group" "elsewhere" {
  name              = "/ecs/elsewhere"
  kms_key_id        = "arn:aws:kms:us-east-1:123456789012:key/00000000-0000-0000-0000-000000000000"
  retention_in_days = 30
}
