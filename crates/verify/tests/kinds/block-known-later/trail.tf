# A trail whose event selectors are known later.
#: plan: nofail:log-trail

resource "aws_s3_bucket" "logs" { bucket_prefix = "logs-" }

resource "aws_kms_key" "k" { enable_key_rotation = true }
resource "aws_cloudtrail" "t" {
  name                       = "trail"
  s3_bucket_name             = aws_s3_bucket.logs.id
  is_multi_region_trail      = true
  enable_log_file_validation = true
  kms_key_id                 = aws_kms_key.k.arn
  cloud_watch_logs_group_arn = "${aws_cloudwatch_log_group.t.arn}:*"
  cloud_watch_logs_role_arn  = "arn:aws:iam::123456789012:role/t"
}
resource "aws_cloudwatch_log_group" "t" { retention_in_days = 400 }
