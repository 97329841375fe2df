resource "aws_wafv2_web_acl" "all" {
  name  = "all"
  scope = "REGIONAL"

  default_action {
    allow {}
  }

  visibility_config {
    cloudwatch_metrics_enabled = true
    metric_name                = "all"
    sampled_requests_enabled   = false
  }
}

resource "aws_wafv2_web_acl_logging_configuration" "all" {
  resource_arn            = aws_wafv2_web_acl.all.arn
  log_destination_configs = ["arn:aws:logs:us-east-1:123456789012:log-group:aws-waf-logs-main"]
}

resource "aws_wafv2_web_acl" "cookie" {
  name  = "cookie"
  scope = "REGIONAL"

  default_action {
    allow {}
  }

  visibility_config {
    cloudwatch_metrics_enabled = true
    metric_name                = "cookie"
    sampled_requests_enabled   = false
  }
}

resource "aws_wafv2_web_acl_logging_configuration" "cookie" {
  resource_arn            = aws_wafv2_web_acl.cookie.arn
  log_destination_configs = ["arn:aws:logs:us-east-1:123456789012:log-group:aws-waf-logs-main"]

  redacted_fields {
    single_header {
      name = "authorization"
    }
  }
}
