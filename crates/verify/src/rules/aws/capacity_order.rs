//! What scales has a minimum that is not above its maximum.
//!
//! ## Why
//!
//! AWS refuses a scalable target whose minimum is above its maximum, an Auto Scaling group whose
//! desired capacity is outside of both, and a target group that would leave DNS only after it stops
//! routing. Terraform does not compare the two numbers; they often come from variables of different
//! files.
//!
//! ## Example
//!
//! ```hcl
//! resource "aws_appautoscaling_target" "reads" {
//!   min_capacity = 50
//!   max_capacity = 10
//! }
//! ```
//!
//! ## Fix
//!
//! Put the numbers in order: minimum, start, maximum.
//!
//! ```hcl
//! resource "aws_appautoscaling_target" "reads" {
//!   min_capacity = 10
//!   max_capacity = 50
//! }
//! ```
//!
//! ## Source
//!
//! - [RegisterScalableTarget](https://docs.aws.amazon.com/autoscaling/application/APIReference/API_RegisterScalableTarget.html)
//! - [CreateAutoScalingGroup](https://docs.aws.amazon.com/autoscaling/ec2/APIReference/API_CreateAutoScalingGroup.html)
//! - [Target group health](https://docs.aws.amazon.com/elasticloadbalancing/latest/application/target-group-health.html)

use crate::Check;
use crate::Planned::Known;

rule! { Error, AnyStack, ["ALL-7", "APP-2"] }

/// The bounds of what scales, and what is between them: type, lowest, highest, and the start.
const BOUNDS: [(&str, &str, &str, &str); 6] = [
    ("aws_appautoscaling_target", "min_capacity", "max_capacity", ""),
    ("aws_autoscaling_group", "min_size", "max_size", "desired_capacity"),
    (
        "aws_eks_node_group",
        "scaling_config.0.min_size",
        "scaling_config.0.max_size",
        "scaling_config.0.desired_size",
    ),
    (
        "aws_rds_cluster",
        "serverlessv2_scaling_configuration.0.min_capacity",
        "serverlessv2_scaling_configuration.0.max_capacity",
        "",
    ),
    (
        "aws_rds_cluster",
        "scaling_configuration.0.min_capacity",
        "scaling_configuration.0.max_capacity",
        "",
    ),
    (
        "aws_lb_target_group",
        "target_group_health.0.unhealthy_state_routing.0.minimum_healthy_targets_count",
        "target_group_health.0.dns_failover.0.minimum_healthy_targets_count",
        "",
    ),
];

fn check(check: &mut Check) {
    for (kind, lowest, highest, start) in BOUNDS {
        // The range of a service is for `scale-range`.
        for scaled in
            check.all(kind).filter(|scaled| scaled.at("service_namespace").string() != Known("ecs"))
        {
            let (low, high) = (scaled.at(lowest), scaled.at(highest));
            let in_order = high.number().and_then(|high| low.number().map(|low| low <= high));
            if in_order.is_set() {
                check.expect(
                    &low,
                    in_order,
                    format!("more than the {} of {}", last(highest), high.shown()),
                );
            }
            let start = scaled.at(start);
            if let (Known(low), Known(high), Known(begin)) =
                (low.number(), high.number(), start.number())
            {
                check.expect(
                    &start,
                    Known((low..=high).contains(&begin)),
                    format!("not between {low} and {high}"),
                );
            }
        }
    }
}

fn last(path: &str) -> &str {
    path.rsplit('.').next().unwrap_or(path)
}
