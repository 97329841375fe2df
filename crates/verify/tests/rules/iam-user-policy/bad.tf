resource "aws_iam_user" "auditor" {
  name = "auditor"
}

resource "aws_iam_policy" "read" {
  policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Action = "s3:GetObject", Resource = "arn:aws:s3:::logs/*" }] })
}

resource "aws_iam_user_policy_attachment" "auditor" {
  user       = aws_iam_user.auditor.name
  policy_arn = aws_iam_policy.read.arn
}

resource "aws_iam_user_policy" "auditor" {
  user   = aws_iam_user.auditor.name
  policy = aws_iam_policy.read.policy
}

resource "aws_iam_policy_attachment" "mixed" {
  name       = "mixed"
  users      = [aws_iam_user.auditor.name]
  policy_arn = aws_iam_policy.read.arn
}
