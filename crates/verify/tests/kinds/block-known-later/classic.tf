# Of a classic load balancer.
#: plan: nofail:log-load-balancer; nofail:log-service
#: source: nofail:log-load-balancer; nofail:log-service

resource "aws_s3_bucket" "logs" { bucket_prefix = "logs-" }

resource "aws_elb" "l" {
  subnets = [for s in aws_subnet.main : s.id]
  listener {
    instance_port     = 443
    instance_protocol = "tcp"
    lb_port           = 443
    lb_protocol       = "tcp"
  }
  dynamic "access_logs" {
    for_each = aws_s3_bucket.logs.id != "" ? [1] : []
    content { bucket = aws_s3_bucket.logs.id }
  }
}
