//! The log of the firewall leaves out the headers that carry credentials.
//!
//! ## Why
//!
//! AWS WAF logs all headers of a request. Tokens and session cookies in a log are credentials that
//! everyone who may read logs can use.
//!
//! ## Example
//!
//! ```hcl
//! resource "aws_wafv2_web_acl_logging_configuration" "main" {
//!   resource_arn            = aws_wafv2_web_acl.main.arn
//!   log_destination_configs = [aws_cloudwatch_log_group.firewall.arn]
//! }
//! ```
//!
//! ## Fix
//!
//! Redact the headers `authorization` and `cookie`.
//!
//! ```hcl
//! resource "aws_wafv2_web_acl_logging_configuration" "main" {
//!   resource_arn            = aws_wafv2_web_acl.main.arn
//!   log_destination_configs = [aws_cloudwatch_log_group.firewall.arn]
//!
//!   redacted_fields {
//!     single_header {
//!       name = "authorization"
//!     }
//!   }
//!
//!   redacted_fields {
//!     single_header {
//!       name = "cookie"
//!     }
//!   }
//! }
//! ```
//!
//! ## Source
//!
//! - [Logging AWS WAF web ACL traffic: redacted fields](https://docs.aws.amazon.com/waf/latest/developerguide/logging-management-configure.html)

use crate::Check;
use crate::planned::Planned::Known;

rule! { Warning, Paytf, ["ALL-4", "ALL-6"] }

/// The headers that carry who someone is.
const SECRET: [&str; 2] = ["authorization", "cookie"];

fn check(check: &mut Check) {
    for log in check.all("aws_wafv2_web_acl_logging_configuration") {
        let place = log.at("redacted_fields");
        let names = place.items().into_iter().flat_map(|field| field.at("single_header").items());
        let names: Vec<_> = names.map(|header| header.at("name").string()).collect();
        let missing = SECRET.into_iter().find(|secret| !names.contains(&Known(secret)));
        match missing {
            Some(header) => {
                check.fail(&place, format!("the header {header} of every request is logged"))
            }
            None => check.pass(&place),
        }
    }
}
