resource "aws_iam_role" "deploy" {
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = { Service = "lambda.amazonaws.com" }
    }]
  })
}

resource "aws_iam_user" "auditor" {
  name = "auditor"
}

resource "aws_iam_user_login_profile" "auditor" {
  user    = aws_iam_user.auditor.name
  pgp_key = "keybase:auditor"
}
