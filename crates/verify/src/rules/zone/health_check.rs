//! Every target group checks the health of its targets.
//!
//! ## Why
//!
//! A load balancer takes a target out of service when its health check fails: this is how it
//! notices the loss of a zone. Checks are on by default, and can be turned off for functions.
//!
//! ## Example
//!
//! ```hcl
//! resource "aws_lb_target_group" "payments" {
//!   health_check {
//!     enabled = false
//!   }
//! }
//! ```
//!
//! ## Fix
//!
//! Leave `health_check.enabled` at `true`.
//!
//! ```hcl
//! resource "aws_lb_target_group" "payments" {
//!   health_check {
//!     path    = "/healthz"
//!     matcher = "200"
//!   }
//! }
//! ```
//!
//! ## Source
//!
//! - [Health checks for Application Load Balancer target groups](https://docs.aws.amazon.com/elasticloadbalancing/latest/application/target-group-health-checks.html)

use crate::Check;

rule! { Error, AnyStack, ["APP-3", "ALL-5"] }

fn check(check: &mut Check) {
    for group in check.all("aws_lb_target_group") {
        let place = group.at("health_check.0.enabled");
        check.expect(
            &place,
            place.bool().or(true),
            "targets that no longer answer still get requests",
        );
    }
}
