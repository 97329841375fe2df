//! An alarm watches a metric that AWS publishes.
//!
//! ## Why
//!
//! Namespaces and metric names are compared letter by letter, upper and lower case too, and AWS
//! accepts an alarm on a metric that does not exist. It never has data. Typical are
//! `HealthyHostsCount`, `UnhealthyHostCount` for `UnHealthyHostCount`, and `RunningTaskCount` in
//! `AWS/ECS`, which only `ECS/ContainerInsights` has.
//!
//! The rule judges the namespaces of the usual services. Custom namespaces can have any metric, and
//! are not judged.
//!
//! ## Example
//!
//! ```hcl
//! resource "aws_cloudwatch_metric_alarm" "healthy_hosts" {
//!   namespace   = "AWS/ApplicationELB"
//!   metric_name = "HealthyHostsCount"
//!   # …
//! }
//! ```
//!
//! ## Fix
//!
//! Use the name as the service publishes it.
//!
//! ```hcl
//! resource "aws_cloudwatch_metric_alarm" "healthy_hosts" {
//!   namespace   = "AWS/ApplicationELB"
//!   metric_name = "HealthyHostCount"
//!   # …
//! }
//! ```
//!
//! ## Source
//!
//! - [AWS services that publish CloudWatch metrics](https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/aws-services-cloudwatch-metrics.html)
//! - [CloudWatch metrics for your Application Load Balancer](https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-cloudwatch-metrics.html)
//! - [Amazon ECS Container Insights metrics](https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Container-Insights-metrics-ECS.html)

use super::near::nearest;
use crate::Check;
use crate::alarm::Metric;
use crate::metrics::{Namespace, namespaces};
use crate::planned::Planned::{Absent, Known, Unknown};

rule! { Error, AnyStack, ["MON-1", "MON-2", "MON-3"] }

fn check(check: &mut Check) {
    for metric in check.watched().iter() {
        match metric.namespace() {
            Some(namespace) => name(check, metric, namespace),
            None => misspelt_namespace(check, metric),
        }
    }
}

fn name<'a>(check: &mut Check<'a>, metric: &Metric<'a>, namespace: &Namespace) {
    let place = metric.name();
    match place.string() {
        Absent => check.fail(&place, "no metric is named"),
        Unknown => check.known_later(&place),
        Known(name) if namespace.has(name) => check.pass(&place),
        Known(name) => {
            let elsewhere = namespaces().find(|other| other.has(name)).map(|other| other.name);
            match (nearest(name, namespace.metrics()), elsewhere) {
                (Some(meant), _) => check.fail(
                    &place,
                    format!(
                        "{} has no such metric, but {meant}: the alarm never sees data",
                        namespace.name
                    ),
                ),
                (None, Some(other)) => {
                    check.fail(
                        &place,
                        format!("{} has no such metric, {other} has", namespace.name),
                    );
                }
                (None, None) => check
                    .unknown(&place, format!("no such metric of {} is documented", namespace.name)),
            }
        }
    }
}

/// Namespaces that are not known may be anyone's, unless one is all but spelt as AWS's.
fn misspelt_namespace<'a>(check: &mut Check<'a>, metric: &Metric<'a>) {
    let place = metric.place.at("namespace");
    let Known(name) = place.string() else { return };
    let known = || namespaces().map(|namespace| namespace.name);
    let same = known().find(|known| known.eq_ignore_ascii_case(name));
    let near = nearest(name, known()).filter(|_| name.to_ascii_lowercase().starts_with("aws/"));
    // A namespace that is near and has another metric is another service's, as `AWS/DX` beside
    // `AWS/ES`.
    let has_metric = |meant: &&str| {
        let meant = namespaces().find(|namespace| namespace.name == *meant);
        meant
            .zip(metric.name().string().known())
            .is_some_and(|(namespace, name)| namespace.has(name))
    };
    if let Some(meant) = same.or(near.filter(has_metric)) {
        check.fail(
            &place,
            format!("AWS has no such namespace (did you mean {meant}?): the alarm never has data"),
        );
    }
}
