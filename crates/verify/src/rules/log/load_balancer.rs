//! Every Application Load Balancer writes access logs.
//!
//! ## Why
//!
//! The access log is the record of who asked for what, when, and what the answer was: for a
//! dispute, an attack, or a fault that no target ever saw.
//!
//! ## Example
//!
//! ```hcl
//! resource "aws_lb" "main" {
//!   name = "payments"
//! }
//! ```
//!
//! ## Fix
//!
//! Set `access_logs` with `enabled = true`, and let the bucket's policy take what the load balancer
//! delivers.
//!
//! ```hcl
//! resource "aws_lb" "main" {
//!   name = "payments"
//!
//!   access_logs {
//!     bucket  = aws_s3_bucket.access_logs.id
//!     enabled = true
//!   }
//! }
//! ```
//!
//! ## Source
//!
//! - [Access logs for your Application Load Balancer](https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-access-logs.html)

use crate::Check;
use crate::aws::balancing::is_application;

rule! { Warning, AnyStack, ["ALL-6", "APP-3"] }

fn check(check: &mut Check) {
    let balancers = check.all("aws_lb");
    for balancer in balancers.filter(|one| is_application(*one)) {
        let logs = balancer.at("access_logs");
        let enabled = logs.at("0.enabled");
        if logs.items().is_empty() && (logs.has_unknown() || logs.is_dynamic()) {
            check.known_later(&logs);
        } else {
            check.expect(
                &enabled,
                enabled.bool().or(false),
                "no access log says who asked for what",
            );
        }
    }
}
