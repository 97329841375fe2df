//! Every web ACL logs the requests it acts on.
//!
//! ## Why
//!
//! Metrics tell how many requests were blocked, not which, and so neither whether an attack is
//! under way nor whether customers are turned away.
//!
//! ## Example
//!
//! ```hcl
//! resource "aws_wafv2_web_acl" "main" {
//!   name  = "payments"
//!   scope = "REGIONAL"
//!   # …
//! }
//! ```
//!
//! ## Fix
//!
//! Add an `aws_wafv2_web_acl_logging_configuration`; its log group, bucket or stream has to be
//! called `aws-waf-logs-…`.
//!
//! ```hcl
//! resource "aws_wafv2_web_acl_logging_configuration" "main" {
//!   resource_arn            = aws_wafv2_web_acl.main.arn
//!   log_destination_configs = [aws_cloudwatch_log_group.firewall.arn]
//! }
//! ```
//!
//! ## Source
//!
//! - [Logging AWS WAF web ACL traffic](https://docs.aws.amazon.com/waf/latest/developerguide/logging.html)
//! - [Resource: aws_wafv2_web_acl_logging_configuration](https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/wafv2_web_acl_logging_configuration)

use crate::Check;

rule! { Warning, AnyStack, ["ALL-6"] }

fn check(check: &mut Check) {
    for firewall in check.all("aws_wafv2_web_acl") {
        let logs = check.inventory().referrers(
            firewall,
            "aws_wafv2_web_acl_logging_configuration",
            "resource_arn",
        );
        match logs.first() {
            Some(log) => check.pass(&log.at("log_destination_configs")),
            None => check.fail(&firewall.root(), "no log says which requests it blocks"),
        }
    }
}
