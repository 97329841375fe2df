resource "aws_cloudwatch_log_group" "firewall" {
  count = 1
  name  = "aws-waf-logs-payments"
}

resource "aws_s3_bucket" "firewall" {
  bucket_prefix = "aws-waf-logs-"
}

resource "aws_wafv2_web_acl_logging_configuration" "group" {
  resource_arn            = "arn:aws:wafv2:us-east-1:123456789012:regional/webacl/payments/11112222-3333-4444-5555-666677778888"
  log_destination_configs = [aws_cloudwatch_log_group.firewall[0].arn]
}

resource "aws_wafv2_web_acl_logging_configuration" "bucket" {
  resource_arn            = "arn:aws:wafv2:us-east-1:123456789012:regional/webacl/payments/11112222-3333-4444-5555-666677778888"
  log_destination_configs = [aws_s3_bucket.firewall.arn]
}

resource "aws_wafv2_web_acl_logging_configuration" "elsewhere" {
  resource_arn            = "arn:aws:wafv2:us-east-1:123456789012:regional/webacl/payments/11112222-3333-4444-5555-666677778888"
  log_destination_configs = ["arn:aws:firehose:us-east-1:123456789012:deliverystream/aws-waf-logs-payments"]
}
