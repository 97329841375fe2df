# Nothing writes logs into the bucket.
#: plan: fail:backup-versioning@aws_s3_bucket.documents; nofail:backup-versioning@aws_s3_bucket.logs
#: folder: fail:backup-versioning@aws_s3_bucket.documents; nofail:backup-versioning@aws_s3_bucket.logs

resource "aws_s3_bucket" "documents" {
  bucket = "payments-documents-111122223333"
}
resource "aws_s3_bucket" "logs" {
  bucket = "payments-logs-111122223333"
}
resource "aws_lb" "main" {
  name    = "main"
  subnets = [for s in aws_subnet.main : s.id]
  access_logs {
    bucket  = aws_s3_bucket.logs.id
    enabled = true
  }
}
