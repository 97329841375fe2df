resource "aws_secretsmanager_secret" "database" {}

data "aws_iam_policy_document" "task" {
  statement {
    actions   = ["secretsmanager:GetSecretValue"]
    resources = [aws_secretsmanager_secret.database.arn]
  }

  statement {
    actions   = ["ecr:GetAuthorizationToken", "ec2:Describe*", "xray:PutTraceSegments", "cloudwatch:PutMetricData", "s3:ListAllMyBuckets"]
    resources = ["*"]
  }

  statement {
    actions   = ["ec2:CreateNetworkInterface", "ec2:DeleteNetworkInterface", "ec2:DescribeNetworkInterfaces"]
    resources = ["*"]
  }

  statement {
    actions   = ["kms:Decrypt"]
    resources = ["*"]

    condition {
      test     = "StringEquals"
      variable = "aws:ResourceTag/Project"
      values   = ["payments"]
    }
  }

  statement {
    actions   = ["logs:CreateLogStream", "logs:PutLogEvents"]
    resources = ["arn:aws:logs:*:*:*"]
  }
}

resource "aws_iam_policy" "task" {
  policy = data.aws_iam_policy_document.task.json
}
