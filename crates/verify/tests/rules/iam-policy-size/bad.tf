resource "aws_iam_policy" "large" {
  name = "large"
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "s3:GetObject", Resource = [for n in range(200) : "arn:aws:s3:::a-bucket-with-a-long-name-${n}/*"] }]
  })
}
resource "aws_iam_role_policy" "half" {
  count = 2
  name  = "half-${count.index}"
  role  = "task"
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "s3:GetObject", Resource = [for n in range(140) : "arn:aws:s3:::a-bucket-with-a-long-name-${n}/*"] }]
  })
}
