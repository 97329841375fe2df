//! A lifecycle rule says to which objects it applies.
//!
//! ## Why
//!
//! S3 requires a filter in every rule; an empty one means every object. Version 5 of the AWS
//! provider still fills it in and warns: `No attribute specified when one (and only one) of
//! [rule[0].filter,rule[0].prefix] is required. This will be an error in a future version of
//! the provider`.
//!
//! ## Example
//!
//! ```hcl
//! resource "aws_s3_bucket_lifecycle_configuration" "logs" {
//!   rule {
//!     id     = "logs"
//!     status = "Enabled"
//!   }
//! }
//! ```
//!
//! ## Fix
//!
//! Write `filter {}` into the rule.
//!
//! ```hcl
//! resource "aws_s3_bucket_lifecycle_configuration" "logs" {
//!   rule {
//!     id     = "logs"
//!     status = "Enabled"
//!     filter {}
//!   }
//! }
//! ```
//!
//! ## Source
//!
//! - [aws_s3_bucket_lifecycle_configuration, filter](https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/s3_bucket_lifecycle_configuration)

use crate::Check;

rule! { Warning, AnyStack, ["ALL-7", "ST-2"] }

fn check(check: &mut Check) {
    for configuration in check.all("aws_s3_bucket_lifecycle_configuration") {
        for rule in configuration.at("rule").items() {
            let (filter, prefix) = (rule.at("filter"), rule.at("prefix"));
            // An empty prefix is one, if somebody wrote it.
            let has_prefix = prefix.string().is_set() || prefix.expression.is_set();
            if filter.value().is_set() && (filter.has_unknown() || !filter.items().is_empty())
                || has_prefix
            {
                check.pass(&filter);
            } else {
                check.fail(
                    &filter,
                    "does not say which objects it applies to, which later provider versions \
                     refuse",
                );
            }
        }
    }
}
