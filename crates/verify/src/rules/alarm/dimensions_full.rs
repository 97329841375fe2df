//! An alarm has exactly the dimensions with which its metric is published.
//!
//! ## Why
//!
//! CloudWatch does not add up over dimensions that are left out: a metric with other dimensions is
//! another metric, and one that nobody publishes has no data. `HealthyHostCount` of an Application
//! Load Balancer is published by target group *and* load balancer, so an alarm with the target
//! group alone never fires.
//!
//! ## Example
//!
//! ```hcl
//! resource "aws_cloudwatch_metric_alarm" "healthy_hosts" {
//!   namespace   = "AWS/ApplicationELB"
//!   metric_name = "HealthyHostCount"
//!   dimensions  = { TargetGroup = aws_lb_target_group.main.arn_suffix }
//!   # …
//! }
//! ```
//!
//! ## Fix
//!
//! Give all dimensions of one of the sets by which AWS publishes the metric.
//!
//! ```hcl
//! resource "aws_cloudwatch_metric_alarm" "healthy_hosts" {
//!   namespace   = "AWS/ApplicationELB"
//!   metric_name = "HealthyHostCount"
//!   dimensions = {
//!     LoadBalancer = aws_lb.main.arn_suffix
//!     TargetGroup  = aws_lb_target_group.main.arn_suffix
//!   }
//!   # …
//! }
//! ```
//!
//! ## Source
//!
//! - [CloudWatch concepts: dimensions](https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/cloudwatch_concepts.html)
//! - [CloudWatch metrics for your Application Load Balancer](https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-cloudwatch-metrics.html)
//! - [Metrics for Aurora](https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Aurora.AuroraMonitoring.Metrics.html)

use super::subject::Origin;
use crate::Check;
use crate::alarm::Metric;
use crate::metrics::{is_published, required};
use crate::planned::Planned::Known;

rule! { Error, AnyStack, ["MON-1", "MON-2", "MON-3"] }

fn check(check: &mut Check) {
    for metric in check.watched().iter() {
        let (Some(namespace), Known(name)) = (metric.namespace(), metric.name().string()) else {
            continue;
        };
        let sets = namespace.dimensions(name);
        if !sets.is_empty() {
            dimensions(check, metric, sets);
        }
    }
}

fn dimensions<'a>(check: &mut Check<'a>, metric: &Metric<'a>, sets: &[&str]) {
    let place = metric.dimensions();
    match metric.dimension_names() {
        Some(names) if sets.iter().any(|set| is_published(set, &names)) => check.pass(&place),
        Some(names) => {
            check.fail(&place, format!("{}, but it has {}", wanted(sets), list(&names, "none")))
        }
        None if sets.iter().any(|set| is_linked(metric, set)) => check.pass(&place),
        None if place.refers_to_resources_only() => {
            check.fail(
                &place,
                format!(
                    "{}, but refers to no {}",
                    wanted(sets),
                    missing(metric, sets).join(" and no ")
                ),
            );
        }
        None => check.unknown(&place, "which dimensions there are is known only after the apply"),
    }
}

/// Where only the references are known: whether there is one for each dimension that names a
/// resource.
fn is_linked(metric: &Metric, set: &str) -> bool {
    let mut origins =
        required(set).into_iter().filter_map(|name| Origin::of(metric, name)).peekable();
    origins.peek().is_none() || origins.all(|origin| !origin.links(metric).links.is_empty())
}

fn missing<'a>(metric: &Metric, sets: &[&'a str]) -> Vec<&'a str> {
    let required = sets.first().map(|set| required(set)).unwrap_or_default();
    let is_missing = |name: &&str| {
        Origin::of(metric, name).is_some_and(|origin| origin.links(metric).links.is_empty())
    };
    required.into_iter().filter(is_missing).collect()
}

fn wanted(sets: &[&str]) -> String {
    let sets: Vec<_> = sets.iter().map(|set| list(&required(set), "no dimension")).collect();
    format!("the metric is published by {}", sets.join(" or by "))
}

fn list(names: &[&str], none: &str) -> String {
    if names.is_empty() { none.to_owned() } else { names.join(" and ") }
}
