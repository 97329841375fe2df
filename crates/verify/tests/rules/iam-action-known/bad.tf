resource "aws_iam_policy" "task" {
  name = "task"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      { Sid = "Plural", Effect = "Allow", Action = "s3:GetObjects", Resource = "arn:aws:s3:::logs/*" },
      { Sid = "Service", Effect = "Allow", Action = "cloudwach:PutMetricData", Resource = "*" },
      { Sid = "New", Effect = "Allow", Action = "s3:TeleportBucketToTheMoon", Resource = "*" },
      { Sid = "Old", Effect = "Allow", Action = "elasticache:CreateCacheSecurityGrup", Resource = "*" },
    ]
  })
}
