resource "aws_s3_bucket_lifecycle_configuration" "logs" {
  bucket = "logs"

  rule {
    id     = "logs"
    status = "Enabled"
    filter {}

    dynamic "transition" {
      for_each = { STANDARD_IA = 90, GLACIER_IR = 180, DEEP_ARCHIVE = 365 }
      content {
        days          = transition.value
        storage_class = transition.key
      }
    }

    expiration {
      days = 2557
    }

    noncurrent_version_transition {
      noncurrent_days = 30
      storage_class   = "STANDARD_IA"
    }

    noncurrent_version_expiration {
      noncurrent_days = 90
    }
  }

  rule {
    id     = "at-once"
    status = "Enabled"

    filter {
      prefix = "cold/"
    }

    transition {
      days          = 0
      storage_class = "GLACIER"
    }
  }
}

resource "aws_s3_bucket" "inline" {
  bucket = "inline"

  lifecycle_rule {
    enabled = true

    transition {
      days          = 30
      storage_class = "ONEZONE_IA"
    }

    expiration {
      days = 60
    }
  }
}
