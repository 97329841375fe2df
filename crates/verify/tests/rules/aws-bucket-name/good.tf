resource "aws_s3_bucket" "logs" {
  for_each = toset(["transaction-logs-123456789012", "logs.example.com"])
  bucket   = each.value
}

resource "aws_s3_bucket" "prefixed" {
  bucket_prefix = "transaction-logs-"
}
