resource "aws_s3_bucket_lifecycle_configuration" "logs" {
  bucket = "logs"

  rule {
    id     = "all"
    status = "Enabled"

    expiration {
      days = 400
    }
  }
}
