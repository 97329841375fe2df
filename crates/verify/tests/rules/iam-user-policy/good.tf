resource "aws_iam_group" "auditors" {
  name = "auditors"
}

resource "aws_iam_policy" "read" {
  policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Action = "s3:GetObject", Resource = "arn:aws:s3:::logs/*" }] })
}

resource "aws_iam_group_policy_attachment" "auditors" {
  group      = aws_iam_group.auditors.name
  policy_arn = aws_iam_policy.read.arn
}

resource "aws_iam_policy_attachment" "roles" {
  name       = "roles"
  roles      = ["reader"]
  policy_arn = aws_iam_policy.read.arn
}
