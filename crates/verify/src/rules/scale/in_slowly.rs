//! Scaling takes tasks away slowly.
//!
//! ## Why
//!
//! When a zone is lost, load drops for a moment, until callers retry. Scaling that stops tasks at
//! once makes the loss larger.
//!
//! ## Example
//!
//! ```hcl
//! resource "aws_appautoscaling_policy" "cpu" {
//!   target_tracking_scaling_policy_configuration {
//!     target_value      = 50
//!     scale_in_cooldown = 10
//!   }
//! }
//! ```
//!
//! ## Fix
//!
//! Set `scale_in_cooldown` to 300 seconds or more.
//!
//! ```hcl
//! resource "aws_appautoscaling_policy" "cpu" {
//!   target_tracking_scaling_policy_configuration {
//!     target_value      = 50
//!     scale_in_cooldown = 300
//!   }
//! }
//! ```
//!
//! ## Source
//!
//! - [Target tracking scaling policies: cooldown period](https://docs.aws.amazon.com/autoscaling/application/userguide/target-tracking-scaling-policy-overview.html)

use crate::Check;

rule! { Warning, Paytf, ["APP-2", "ALL-5"] }

/// As long as a zone's loss takes to be noticed and replaced. Source: `src/config/profile.rs`.
const SECONDS: f64 = 300.0;

fn check(check: &mut Check) {
    for policy in check.all("aws_appautoscaling_policy") {
        let place = policy.at("target_tracking_scaling_policy_configuration.0.scale_in_cooldown");
        let slow = place.number().or(SECONDS).map(|seconds| seconds >= SECONDS);
        check.expect(
            &place,
            slow,
            "tasks are stopped soon after a zone is lost, before its load has come back",
        );
    }
}
