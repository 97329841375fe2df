resource "aws_cloudwatch_log_group" "firewall" {
  name = "/waf/payments"
}

resource "aws_wafv2_web_acl_logging_configuration" "group" {
  resource_arn            = "arn:aws:wafv2:us-east-1:123456789012:regional/webacl/payments/11112222-3333-4444-5555-666677778888"
  log_destination_configs = [aws_cloudwatch_log_group.firewall.arn]
}

resource "aws_wafv2_web_acl_logging_configuration" "elsewhere" {
  resource_arn            = "arn:aws:wafv2:us-east-1:123456789012:regional/webacl/payments/11112222-3333-4444-5555-666677778888"
  log_destination_configs = ["arn:aws:logs:us-east-1:123456789012:log-group:firewall"]
}
