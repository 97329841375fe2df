resource "aws_s3_bucket" "documents" {
  for_each = toset(["statements", "receipts"])
  bucket   = each.value
}

resource "aws_s3_bucket_versioning" "documents" {
  for_each = aws_s3_bucket.documents
  bucket   = each.value.id

  versioning_configuration {
    status = "Enabled"
  }
}

resource "aws_s3_bucket" "inline" {
  bucket = "inline"

  versioning {
    enabled = true
  }
}

resource "aws_s3_bucket" "access_logs" {
  bucket = "access-logs"
}

resource "aws_s3_bucket_logging" "documents" {
  bucket        = aws_s3_bucket.documents["receipts"].id
  target_bucket = aws_s3_bucket.access_logs.id
  target_prefix = "s3/"
}
