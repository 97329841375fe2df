resource "aws_iam_policy" "task" {
  name = "task"
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = ["s3:GetObject", "sqs:Send*", "logs:PutLogEvents"], Resource = "arn:aws:s3:::logs/*" }]
  })
}
