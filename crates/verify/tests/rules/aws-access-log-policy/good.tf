resource "aws_s3_bucket" "logs" {
  bucket = "access-logs"
}

resource "aws_s3_bucket_policy" "logs" {
  bucket = aws_s3_bucket.logs.id
  policy = jsonencode({ Version = "2012-10-17", Statement = [] })
}

resource "aws_lb" "payments" {
  for_each = toset(["cards", "transfers"])
  subnets  = ["subnet-0123456789abcdef0", "subnet-0123456789abcdef1"]

  access_logs {
    bucket  = aws_s3_bucket.logs.bucket
    enabled = true
  }
}

resource "aws_s3_bucket" "named" {
  bucket = "named-logs"
}

resource "aws_s3_bucket_policy" "named" {
  bucket = "named-logs"
  policy = jsonencode({ Version = "2012-10-17", Statement = [] })
}

resource "aws_alb" "named" {
  subnets = ["subnet-0123456789abcdef0", "subnet-0123456789abcdef1"]

  access_logs {
    bucket  = "named-logs"
    enabled = true
  }
}

resource "aws_lb" "off" {
  subnets = ["subnet-0123456789abcdef0", "subnet-0123456789abcdef1"]

  access_logs {
    bucket = aws_s3_bucket.named.id
  }
}
