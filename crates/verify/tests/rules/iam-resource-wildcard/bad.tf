resource "aws_s3_bucket" "logs" {}

data "aws_iam_policy_document" "task" {
  statement {
    sid       = "ReadSecrets"
    actions   = ["secretsmanager:GetSecretValue", "kms:Decrypt"]
    resources = ["*"]
  }

  statement {
    sid       = "Logs"
    actions   = ["s3:PutObject"]
    resources = ["${aws_s3_bucket.logs.arn}/*", "arn:aws:s3:::*"]
  }
}

resource "aws_iam_policy" "task" {
  policy = data.aws_iam_policy_document.task.json
}

resource "aws_iam_role_policy" "pattern" {
  role = "task"
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = ["dynamodb:*Item", "ecr:GetAuthorizationToken"], Resource = "*" }]
  })
}
