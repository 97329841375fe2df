resource "aws_iam_role_policy" "pass" {
  role = "deploy"
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Sid = "Run", Effect = "Allow", Action = ["ecs:RunTask", "iam:PassRole"], Resource = "*" }]
  })
}

resource "aws_iam_role_policy" "any_role_of_the_account" {
  role = "deploy"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      { Effect = "Allow", Action = "iam:Put*", Resource = "arn:aws:iam::123456789012:role/*" },
      { Effect = "Allow", Action = "sts:AssumeRole", Resource = ["arn:aws:iam::*:role/*"] },
    ]
  })
}

data "aws_iam_policy_document" "code" {
  statement {
    actions   = ["lambda:UpdateFunctionCode"]
    resources = ["arn:aws:lambda:us-east-1:123456789012:function:*"]
  }

  statement {
    actions   = ["iam:CreatePolicyVersion"]
    resources = ["*"]

    condition {
      test     = "Bool"
      variable = "aws:SecureTransport"
      values   = ["true"]
    }
  }
}

resource "aws_iam_policy" "code" {
  policy = data.aws_iam_policy_document.code.json
}
