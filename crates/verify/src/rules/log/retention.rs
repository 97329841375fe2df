//! Every log group says how long its events are kept.
//!
//! ## Why
//!
//! By default CloudWatch Logs keeps events forever: cost grows without limit, and data that has to
//! be deleted by law stays. How long is right differs; this rule only asks that a retention is set.
//!
//! ## Example
//!
//! ```hcl
//! resource "aws_cloudwatch_log_group" "payments" {
//!   name = "/ecs/payments"
//! }
//! ```
//!
//! ## Fix
//!
//! Set `retention_in_days` to one of the values that CloudWatch Logs accepts.
//!
//! ```hcl
//! resource "aws_cloudwatch_log_group" "payments" {
//!   name              = "/ecs/payments"
//!   retention_in_days = 400
//! }
//! ```
//!
//! ## Source
//!
//! - [Change log data retention in CloudWatch Logs](https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/Working-with-log-groups-and-streams.html#SettingLogRetention)
//! - [Resource: aws_cloudwatch_log_group](https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/cloudwatch_log_group)

use crate::Check;
use crate::planned::Planned::Known;

rule! { Warning, AnyStack, ["ALL-6"] }

fn check(check: &mut Check) {
    for group in check.all("aws_cloudwatch_log_group") {
        let days = group.at("retention_in_days");
        // The provider takes 0, which is its default, forever.
        let is_set = days.number().or(0.0).map(|days| days >= 1.0);
        // Delivered logs have a class that keeps nothing: AWS deletes them after a day or two.
        let is_delivery = group.at("log_group_class").string() == Known("DELIVERY");
        check.expect(&days, is_set.or_else(Known(is_delivery)), "log events are kept forever");
    }
}
