//! An alarm watches the health of every load balancer.
//!
//! ## Why
//!
//! A load balancer is where customers feel that something is wrong, and the only place that sees it
//! whatever the cause. The rule looks only at plans that have alarms, and passes with any alarm on
//! `HealthyHostCount`, `UnHealthyHostCount`, the unhealthy routing and DNS states, or answers of
//! status 5xx.
//!
//! ## Example
//!
//! ```hcl
//! resource "aws_lb" "main" {
//!   name = "payments"
//! }
//!
//! resource "aws_cloudwatch_metric_alarm" "requests" {
//!   namespace   = "AWS/ApplicationELB"
//!   metric_name = "RequestCount"
//!   dimensions  = { LoadBalancer = aws_lb.main.arn_suffix }
//!   # …
//! }
//! ```
//!
//! ## Fix
//!
//! Add an alarm on `HealthyHostCount` of its target group, below what must be left after the loss
//! of a zone.
//!
//! ```hcl
//! resource "aws_cloudwatch_metric_alarm" "healthy_hosts" {
//!   namespace           = "AWS/ApplicationELB"
//!   metric_name         = "HealthyHostCount"
//!   statistic           = "Minimum"
//!   comparison_operator = "LessThanThreshold"
//!   threshold           = 7
//!   treat_missing_data  = "breaching"
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
//! - [CloudWatch metrics for your Application Load Balancer](https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-cloudwatch-metrics.html)

use super::watch::{Subject, each_is_watched};
use crate::Check;
use crate::alarm::Metric;
use crate::planned::Planned::Known;

rule! { Warning, AnyStack, ["MON-2"] }

fn check(check: &mut Check) {
    let all = check.all("aws_lb");
    let others = all.filter(|one| one.at("load_balancer_type").string() != Known("gateway"));
    let balancers: Vec<_> = others.map(Subject::from).collect();
    each_is_watched(
        check,
        &balancers,
        shows_health,
        "no alarm watches whether its targets are healthy",
    );
}

fn shows_health(metric: &Metric) -> bool {
    let is_balancer = metric.is_in("AWS/ApplicationELB") || metric.is_in("AWS/NetworkELB");
    let shows = |name: &str| {
        name.contains("HealthyHostCount") || name.contains("5XX") || name.starts_with("Unhealthy")
    };
    is_balancer && metric.name().string().known().is_some_and(shows)
}
