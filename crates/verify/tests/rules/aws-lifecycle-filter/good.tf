resource "aws_s3_bucket_lifecycle_configuration" "logs" {
  for_each = toset(["cards", "transfers"])
  bucket   = each.value

  rule {
    id     = "all"
    status = "Enabled"
    filter {}

    expiration {
      days = 400
    }
  }

  rule {
    id     = "some"
    status = "Enabled"

    filter {
      prefix = "tmp/"
    }

    expiration {
      days = 7
    }
  }
}

resource "aws_s3_bucket_lifecycle_configuration" "old" {
  bucket = "old"

  rule {
    id     = "old"
    status = "Enabled"
    prefix = ""

    expiration {
      days = 400
    }
  }
}
