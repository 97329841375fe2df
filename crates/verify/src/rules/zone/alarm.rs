//! The loss of each zone raises an alarm.
//!
//! ## Why
//!
//! Callers do not notice when a stack survives the loss of a zone. Someone has to know all the
//! same, since a third of the stack is missing at the next loss.
//!
//! ## Example
//!
//! ```hcl
//! resource "aws_cloudwatch_metric_alarm" "healthy_hosts" {
//!   metric_name         = "HealthyHostCount"
//!   comparison_operator = "LessThanThreshold"
//!   threshold           = 1 # six are left when a zone with four of ten is lost
//! }
//! ```
//!
//! ## Fix
//!
//! Set the threshold of healthy hosts above what the loss of a zone leaves, or watch each zone by
//! the dimension `AvailabilityZone`.
//!
//! ```hcl
//! resource "aws_cloudwatch_metric_alarm" "healthy_hosts" {
//!   metric_name         = "HealthyHostCount"
//!   comparison_operator = "LessThanThreshold"
//!   threshold           = 7
//! }
//! ```
//!
//! ## Source
//!
//! - [CloudWatch metrics for your Application Load Balancer](https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-cloudwatch-metrics.html)

use std::collections::HashMap;

use crate::Check;
use crate::loss::{Service, raised};

rule! { Error, Paytf, ["MON-2", "MON-3", "ALL-5"] }

fn check(check: &mut Check) {
    let inventory = check.inventory();
    // Every alarm is asked for a zone, so each zone is asked about once and not for each service.
    let mut silence: HashMap<&str, bool> = HashMap::new();
    for service in Service::all(inventory) {
        if let (true, Some(incomplete)) =
            (service.placement.is_ambiguous, &service.placement.incomplete)
        {
            check.unknown(&service.resource.root(), incomplete);
            continue;
        }
        let silent = service.placement.zones().into_iter().find(|zone| {
            *silence.entry(zone).or_insert_with(|| raised(inventory, &[zone]).is_empty())
        });
        match silent {
            None => check.pass(&service.resource.root()),
            Some(zone) => check
                .fail(&service.resource.root(), format_args!("the loss of {zone} raises no alarm")),
        }
    }
}
