resource "aws_s3_bucket" "logs" {
  for_each = toset(["transactions", "access"])
}

resource "aws_s3_bucket_public_access_block" "logs" {
  for_each                = aws_s3_bucket.logs
  bucket                  = each.value.id
  block_public_acls       = true
  block_public_policy     = true
  ignore_public_acls      = true
  restrict_public_buckets = true
}

resource "aws_s3_bucket_acl" "delivery" {
  bucket = aws_s3_bucket.logs["access"].id
  acl    = "log-delivery-write"
}
