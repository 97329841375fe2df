# A dynamic block of nothing.
#: plan: fail:log-load-balancer
#: folder: fail:log-load-balancer

resource "aws_lb" "l" {
  subnets                    = [for s in aws_subnet.main : s.id]
  drop_invalid_header_fields = true
  dynamic "access_logs" {
    for_each = []
    content {
      bucket  = "x"
      enabled = true
    }
  }
}
