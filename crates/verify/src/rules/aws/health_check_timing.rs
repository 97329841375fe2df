//! The timeout of a health check is shorter than its interval.
//!
//! ## Why
//!
//! `Health check interval must be greater than the timeout`: AWS refuses the target group.
//! Terraform does not compare the two; its own default timeout of 5 seconds is already too long for
//! an interval of 5.
//!
//! ## Example
//!
//! ```hcl
//! resource "aws_lb_target_group" "payments" {
//!   protocol = "HTTPS"
//!
//!   health_check {
//!     interval = 10
//!     timeout  = 10
//!   }
//! }
//! ```
//!
//! ## Fix
//!
//! Set `timeout` below `interval`, for example 5 and 10.
//!
//! ```hcl
//! resource "aws_lb_target_group" "payments" {
//!   protocol = "HTTPS"
//!
//!   health_check {
//!     interval = 10
//!     timeout  = 5
//!   }
//! }
//! ```
//!
//! ## Source
//!
//! - [Health checks for Application Load Balancer target groups](https://docs.aws.amazon.com/elasticloadbalancing/latest/application/target-group-health-checks.html)
//! - [CreateTargetGroup](https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateTargetGroup.html)

use crate::Planned::Known;
use crate::{AttributePath, Check};

rule! { Error, AnyStack, ["ALL-7", "APP-3"] }

/// Seconds where nothing is set, of HTTP and HTTPS. Source: ELB API, `CreateTargetGroup`.
const DEFAULT_INTERVAL: f64 = 30.0;
const DEFAULT_TIMEOUT: f64 = 5.0;

fn check(check: &mut Check) {
    for group in check.all("aws_lb_target_group") {
        // Network load balancers bear a timeout as long as the interval.
        if matches!(group.at("protocol").string(), Known("HTTP" | "HTTPS")) {
            compare(check, &group.at("health_check.0"));
        }
    }
    for balancer in check.all("aws_elb") {
        compare(check, &balancer.at("health_check.0"));
    }
}

fn compare<'a>(check: &mut Check<'a>, health: &AttributePath<'a>) {
    if !health.value().is_set() {
        return;
    }
    let (timeout, interval) = (health.at("timeout"), health.at("interval"));
    let seconds = interval.number().or(DEFAULT_INTERVAL);
    let both = seconds
        .and_then(|every| timeout.number().or(DEFAULT_TIMEOUT).map(|longest| (longest, every)));
    check.judge(&timeout, both, |(longest, every)| {
        (longest >= every).then(|| {
            format!("the timeout of {longest} seconds is not shorter than the interval of {every}")
        })
    });
}
