resource "aws_cloudtrail" "by_default" {
  name           = "by-default"
  s3_bucket_name = "trail"
}

resource "aws_cloudtrail" "switched_off" {
  name                       = "switched-off"
  s3_bucket_name             = "trail"
  enable_logging             = false
  enable_log_file_validation = true
}

resource "aws_cloudtrail" "without_iam" {
  name                          = "without-iam"
  s3_bucket_name                = "trail"
  enable_log_file_validation    = true
  include_global_service_events = false
}
