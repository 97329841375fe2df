//! Production keeps its logs for twelve months.
//!
//! ## Why
//!
//! PCI DSS asks that audit logs are kept for at least twelve months, the last three at hand
//! (10.5.1). Logs that are deleted after a month are gone before most intrusions are noticed.
//!
//! A log group belongs to production where its tag `Environment`, or its name, says `prod`. The
//! rule does not look at others.
//!
//! ## Example
//!
//! ```hcl
//! resource "aws_cloudwatch_log_group" "payments" {
//!   name              = "/ecs/payments-prod"
//!   retention_in_days = 30
//! }
//! ```
//!
//! ## Fix
//!
//! Keep the events for 365 days or more; 400 leaves room for the day that someone asks.
//!
//! ```hcl
//! resource "aws_cloudwatch_log_group" "payments" {
//!   name              = "/ecs/payments-prod"
//!   retention_in_days = 400
//! }
//! ```
//!
//! ## Source
//!
//! - [PCI DSS v4.0.1, requirement 10.5.1](https://www.pcisecuritystandards.org/document_library/)
//! - [Security Hub control CloudWatch.16](https://docs.aws.amazon.com/securityhub/latest/userguide/cloudwatch-controls.html)

use crate::{Check, Resource};

rule! { Warning, AnyStack, ["ALL-6"] }

const MONTHS_12: f64 = 365.0;

fn check(check: &mut Check) {
    for group in check.all("aws_cloudwatch_log_group").filter(is_of_production) {
        let days = group.at("retention_in_days");
        // 0, the default of the provider, is forever.
        check.judge(&days, days.number().or(0.0), |days| {
            (1.0..MONTHS_12).contains(&days).then(|| "an auditor asks for twelve months".to_owned())
        });
    }
}

fn is_of_production(group: &Resource) -> bool {
    let tag = group.at("tags_all.Environment").string().known().map(str::to_ascii_lowercase);
    let name = group.at("name").string().known().unwrap_or_default();
    let named =
        || name.split(['/', '-', '_', '.']).any(|word| word == "prod" || word == "production");
    tag.map_or_else(named, |tag| tag.starts_with("prod"))
}
