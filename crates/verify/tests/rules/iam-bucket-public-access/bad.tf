resource "aws_s3_bucket" "logs" {}

resource "aws_s3_bucket_public_access_block" "logs" {
  bucket            = aws_s3_bucket.logs.id
  block_public_acls = true
}

resource "aws_s3_bucket_public_access_block" "off" {
  bucket                  = "old-logs"
  block_public_acls       = true
  block_public_policy     = false
  ignore_public_acls      = true
  restrict_public_buckets = true
}

resource "aws_s3_bucket_acl" "site" {
  bucket = aws_s3_bucket.logs.id
  acl    = "public-read"
}
