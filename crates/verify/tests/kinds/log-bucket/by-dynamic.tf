# The block that names the bucket is dynamic, as terraform-aws-modules/alb and elb write it.
#: plan: nofail:backup-versioning; nofail:log-service; nofail:log-load-balancer
#: source: nofail:backup-versioning; nofail:log-service; nofail:log-load-balancer
#: folder: nofail:backup-versioning; nofail:log-service; nofail:log-load-balancer

locals {
  access_logs = { bucket = aws_s3_bucket.logs.id, enabled = true }
}
resource "aws_s3_bucket" "logs" {
  bucket = "payments-logs-111122223333"
}
resource "aws_elb" "main" {
  name    = "main"
  subnets = [for s in aws_subnet.main : s.id]
  listener {
    instance_port     = 8443
    instance_protocol = "tcp"
    lb_port           = 443
    lb_protocol       = "tcp"
  }
  dynamic "access_logs" {
    for_each = [local.access_logs]
    content {
      bucket  = access_logs.value.bucket
      enabled = access_logs.value.enabled
    }
  }
}
