//! Everything that can scale has a policy by which it does.
//!
//! ## Why
//!
//! A scalable target only sets bounds. Without a policy or schedule nothing moves between them.
//!
//! ## Example
//!
//! ```hcl
//! resource "aws_appautoscaling_target" "payments" {
//!   min_capacity = 10
//!   max_capacity = 50
//! } # and no policy
//! ```
//!
//! ## Fix
//!
//! Add an `aws_appautoscaling_policy` for it.
//!
//! ```hcl
//! resource "aws_appautoscaling_policy" "cpu" {
//!   policy_type        = "TargetTrackingScaling"
//!   resource_id        = aws_appautoscaling_target.payments.resource_id
//!   scalable_dimension = aws_appautoscaling_target.payments.scalable_dimension
//!   service_namespace  = aws_appautoscaling_target.payments.service_namespace
//! }
//! ```
//!
//! ## Source
//!
//! - [Target tracking scaling policies for Application Auto Scaling](https://docs.aws.amazon.com/autoscaling/application/userguide/application-auto-scaling-target-tracking.html)

use crate::Check;
use crate::Planned::Known;
use crate::Resource;

rule! { Warning, AnyStack, ["APP-2"] }

fn check(check: &mut Check) {
    let policies: Vec<_> =
        check.all("aws_appautoscaling_policy").chain(check.all("aws_appautoscaling_scheduled_action")).collect();
    for target in check.all("aws_appautoscaling_target") {
        let id = target.at("resource_id");
        let same_id = |policy: &&Resource| {
            let other = policy.at("resource_id");
            other.link("aws_appautoscaling_target").one() == Some(target)
                || id.text().known().is_some_and(|id| other.text() == Known(id))
        };
        match policies.iter().find(same_id) {
            Some(_) => check.pass(&id),
            None => check.fail(&id, "no policy moves it between its bounds"),
        }
    }
}
