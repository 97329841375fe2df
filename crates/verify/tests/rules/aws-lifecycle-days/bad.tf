resource "aws_s3_bucket_lifecycle_configuration" "logs" {
  bucket = "logs"

  rule {
    id     = "early"
    status = "Enabled"
    filter {}

    transition {
      days          = 7
      storage_class = "STANDARD_IA"
    }
  }

  rule {
    id     = "close"
    status = "Enabled"
    filter {}

    transition {
      days          = 30
      storage_class = "STANDARD_IA"
    }

    transition {
      days          = 45
      storage_class = "GLACIER"
    }

    expiration {
      days = 45
    }
  }

  rule {
    id     = "backwards"
    status = "Enabled"
    filter {}

    noncurrent_version_transition {
      noncurrent_days = 90
      storage_class   = "GLACIER"
    }

    noncurrent_version_transition {
      noncurrent_days = 60
      storage_class   = "DEEP_ARCHIVE"
    }
  }
}

resource "aws_s3_bucket" "inline" {
  bucket = "inline"

  lifecycle_rule {
    enabled = true

    transition {
      days          = 10
      storage_class = "ONEZONE_IA"
    }
  }
}
