# Logs are written into the bucket, which a local value names: a plan does not show that they are.
#: plan: nofail:backup-versioning
#: source: nofail:backup-versioning
#: folder: nofail:backup-versioning

locals {
  bucket = try(aws_s3_bucket.logs.id, "")
}
resource "aws_s3_bucket" "logs" {
  bucket = "payments-logs-111122223333"
}
resource "aws_lb" "main" {
  name    = "main"
  subnets = [for s in aws_subnet.main : s.id]
  access_logs {
    bucket  = local.bucket
    enabled = true
  }
}
