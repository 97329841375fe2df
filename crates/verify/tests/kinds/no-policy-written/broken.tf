# A policy that somebody wrote is read.
#: plan: fail:iam-policy-valid@s3
#: source: fail:iam-policy-valid@s3
#: folder: fail:iam-policy-valid@s3

resource "aws_vpc_endpoint" "s3" {
  vpc_id       = aws_vpc.main.id
  service_name = "com.amazonaws.us-east-1.s3"
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Permit", Principal = "*", Action = "s3:GetObject", Resource = "*" }]
  })
}
