# The block is there, and off.
#: plan: fail:log-load-balancer

resource "aws_s3_bucket" "logs" { bucket_prefix = "logs-" }

resource "aws_lb" "l" {
  subnets                    = [for s in aws_subnet.main : s.id]
  drop_invalid_header_fields = true
  access_logs {
    bucket  = aws_s3_bucket.logs.id
    enabled = false
  }
}
