resource "aws_wafv2_web_acl" "silent" {
  name  = "silent"
  scope = "REGIONAL"

  default_action {
    allow {}
  }

  visibility_config {
    cloudwatch_metrics_enabled = true
    metric_name                = "silent"
    sampled_requests_enabled   = false
  }
}
