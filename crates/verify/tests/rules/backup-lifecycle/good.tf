resource "aws_s3_bucket" "main" {
  count  = 2
  bucket = "main-${count.index}"
}

resource "aws_s3_bucket_lifecycle_configuration" "main" {
  count  = 2
  bucket = aws_s3_bucket.main[count.index].id

  rule {
    id     = "main"
    status = "Enabled"
    filter {}

    expiration {
      days = 400
    }

    noncurrent_version_expiration {
      noncurrent_days = 90
    }

    abort_incomplete_multipart_upload {
      days_after_initiation = 7
    }
  }
}
