//! Everything that can scale has a scaling policy.
//!
//! ## Why
//!
//! A scalable target only sets limits. Without a policy or schedule, the number of tasks never
//! changes.
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
use crate::Planned::{self, Known, Unknown};
use crate::Resource;

rule! { Warning, AnyStack, ["APP-2"] }

fn check(check: &mut Check) {
    let policies: Vec<_> = check
        .all("aws_appautoscaling_policy")
        .chain(check.all("aws_appautoscaling_scheduled_action"))
        .collect();
    for target in check.all("aws_appautoscaling_target") {
        let id = target.at("resource_id");
        let answers: Vec<_> = policies.iter().map(|policy| is_of(*policy, target)).collect();
        if answers.contains(&Known(true)) {
            check.pass(&id);
        } else if answers.contains(&Unknown) {
            check.unknown(&id, "what some policy of the plan is for is known only after the apply");
        } else {
            check.fail(&id, "no policy or schedule ever changes the number");
        }
    }
}

/// Whether a policy is for a target: it names the target, or what the target is for.
fn is_of(policy: Resource, target: Resource) -> Planned<bool> {
    let differs =
        |argument: &str| match (policy.at(argument).string(), target.at(argument).string()) {
            (Known(one), Known(other)) => one != other,
            _ => false,
        };
    if differs("service_namespace") || differs("scalable_dimension") {
        return Known(false);
    }
    let (of, id) = (policy.at("resource_id"), target.at("resource_id"));
    if let (Known(one), Known(other)) = (of.string(), id.string()) {
        return Known(one == other);
    }
    let targets = of.link("aws_appautoscaling_target");
    if let Ok(one) = targets.proven() {
        return Known(one == target);
    }
    let (named, meant) = (of.links_to_any(), id.links_to_any());
    let is_same = !meant.links.is_empty()
        && meant.resources().all(|one| named.resources().any(|other| other == one));
    let is_certain = named.incomplete.is_empty()
        && meant.incomplete.is_empty()
        && named.ambiguous.is_none()
        && meant.ambiguous.is_none();
    let are_both_named = !named.links.is_empty() && !meant.links.is_empty();
    match (is_same, is_certain) {
        (true, true) => Known(true),
        (false, true) if are_both_named && !targets.resources().any(|one| one == target) => {
            Known(false)
        }
        _ => Unknown,
    }
}
