resource "aws_s3_bucket" "logs" {
  count  = 1
  bucket = "access-logs"
}

resource "aws_lb" "payments" {
  subnets = ["subnet-0123456789abcdef0", "subnet-0123456789abcdef1"]

  access_logs {
    bucket  = aws_s3_bucket.logs[0].id
    enabled = true
  }

  connection_logs {
    bucket  = "access-logs"
    enabled = true
  }
}
