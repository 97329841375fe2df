# Whether the block is there is known later.
#: plan: nofail:log-load-balancer

resource "aws_vpc" "v" { cidr_block = "10.0.0.0/16" }
resource "aws_subnet" "s" {
  for_each          = { a = 1, b = 2, c = 3 }
  vpc_id            = aws_vpc.v.id
  cidr_block        = "10.0.${each.value}.0/24"
  availability_zone = "us-east-1${each.key}"
}
resource "aws_s3_bucket" "logs" { bucket_prefix = "lb-logs-" }
resource "aws_lb" "l" {
  name                       = "l"
  subnets                    = [for s in aws_subnet.s : s.id]
  drop_invalid_header_fields = true
  dynamic "access_logs" {
    for_each = aws_s3_bucket.logs.id != "" ? [1] : []
    content {
      bucket  = aws_s3_bucket.logs.id
      enabled = true
    }
  }
}
