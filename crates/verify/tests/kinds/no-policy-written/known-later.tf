# The policy names what is known later.
#: plan: nofail:iam-policy-valid
#: source: nofail:iam-policy-valid
#: folder: nofail:iam-policy-valid

resource "aws_s3_bucket" "b" {}
resource "aws_vpc_endpoint" "s3" {
  vpc_id       = aws_vpc.main.id
  service_name = "com.amazonaws.us-east-1.s3"
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = "*", Action = "s3:GetObject", Resource = "${aws_s3_bucket.b.arn}/*" }]
  })
}
