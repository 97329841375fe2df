resource "aws_s3_bucket" "without" {
  bucket = "without"
}

resource "aws_s3_bucket" "main" {
  bucket = "main"
}

resource "aws_s3_bucket_lifecycle_configuration" "main" {
  bucket = aws_s3_bucket.main.id

  rule {
    id     = "main"
    status = "Enabled"
    filter {}

    expiration {
      days = 400
    }
  }

  rule {
    id     = "off"
    status = "Disabled"
    filter {}

    noncurrent_version_expiration {
      noncurrent_days = 90
    }
  }
}
