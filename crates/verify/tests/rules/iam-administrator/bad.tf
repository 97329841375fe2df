resource "aws_iam_role" "task" {
  managed_policy_arns = ["arn:aws:iam::aws:policy/PowerUserAccess"]

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = { Service = "lambda.amazonaws.com" }
    }]
  })
}

resource "aws_iam_role_policy_attachment" "task" {
  role       = aws_iam_role.task.name
  policy_arn = "arn:aws:iam::aws:policy/AdministratorAccess"
}

resource "aws_iam_role_policy" "own" {
  role   = aws_iam_role.task.name
  policy = jsonencode({ Version = "2012-10-17", Statement = { Effect = "Allow", Action = "*", Resource = "*" } })
}

data "aws_iam_policy_document" "base" {
  statement {
    sid       = "All"
    actions   = ["*"]
    resources = ["*"]
  }
}

resource "aws_s3_bucket" "logs" {}

data "aws_iam_policy_document" "made_of_another" {
  source_policy_documents = [data.aws_iam_policy_document.base.json]

  statement {
    actions   = ["s3:GetObject"]
    resources = ["${aws_s3_bucket.logs.arn}/*"]
  }
}

resource "aws_iam_user_policy" "made_of_another" {
  user   = "deploy"
  policy = data.aws_iam_policy_document.made_of_another.json
}
