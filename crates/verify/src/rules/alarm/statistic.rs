//! The statistic of an alarm fits its metric.
//!
//! ## Why
//!
//! For a metric that counts events, such as the status codes of a load balancer, minimum, maximum
//! and average do not say how many there were: only the sum does. For a level, such as
//! `HealthyHostCount` or a percentage, the sum adds up what several nodes or samples report
//! about the same thing, and the number of samples says nothing. The maximum of `HealthyHostCount`
//! hides that hosts were gone within the period.
//!
//! ## Example
//!
//! ```hcl
//! resource "aws_cloudwatch_metric_alarm" "errors" {
//!   namespace   = "AWS/ApplicationELB"
//!   metric_name = "HTTPCode_Target_5XX_Count"
//!   statistic   = "Average"
//!   threshold   = 10
//!   # …
//! }
//! ```
//!
//! ## Fix
//!
//! Count events with `Sum`; watch levels with `Average`, `Maximum` or `Minimum`, on the side that
//! is wrong.
//!
//! ```hcl
//! resource "aws_cloudwatch_metric_alarm" "errors" {
//!   namespace   = "AWS/ApplicationELB"
//!   metric_name = "HTTPCode_Target_5XX_Count"
//!   statistic   = "Sum"
//!   threshold   = 10
//!   # …
//! }
//! ```
//!
//! ## Source
//!
//! - [CloudWatch metrics for your Application Load Balancer](https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-cloudwatch-metrics.html)
//! - [CloudWatch statistics definitions](https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Statistics-definitions.html)

use super::statistics::USELESS;
use crate::Check;
use crate::alarm::Metric;
use crate::planned::Planned::{Absent, Known, Unknown};

rule! { Error, AnyStack, ["MON-1", "MON-2", "MON-3"] }

fn check(check: &mut Check) {
    for metric in check.watched().iter() {
        let place = metric.statistic();
        match (metric.name().string(), place.string()) {
            (Known(name), Known(statistic)) => match useless(metric, name, statistic) {
                Some(reason) => check.fail(&place, format!("of {name}, {reason}")),
                None => check.pass(&place),
            },
            (_, Unknown) => check.known_later(&place),
            (_, Absent | Known(_)) => {}
        }
    }
}

fn useless(metric: &Metric, name: &str, statistic: &str) -> Option<&'static str> {
    let is_low =
        name == "HealthyHostCount" && statistic == "Maximum" && metric.namespace().is_some();
    let is_watched_from_below = metric
        .place
        .at("comparison_operator")
        .string()
        .known()
        .is_some_and(|text| text.starts_with("Less"));
    if is_low && is_watched_from_below {
        return Some(
            "the largest count within a period hides that hosts were gone; Minimum shows it",
        );
    }
    let is_meant =
        |(namespace, part): &(&str, &str)| metric.is_in(namespace) && name.contains(part);
    let mut useless = USELESS.iter().filter(|useless| useless.statistics.contains(&statistic));
    useless.find(|useless| useless.metrics.iter().any(is_meant)).map(|useless| useless.reason)
}
