resource "aws_s3_bucket" "logs" {
  for_each = toset(["Transaction-Logs", "transaction_logs", "logs-", "192.168.0.1", "xn--logs", "logs--x-s3", "logs..payments"])
  bucket   = each.value
}
