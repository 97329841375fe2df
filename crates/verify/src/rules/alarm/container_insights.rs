//! A cluster whose task counts are watched has Container Insights.
//!
//! ## Why
//!
//! The metrics of `ECS/ContainerInsights`, among them `RunningTaskCount`, exist only while
//! Container Insights is on for the cluster. It is off by default unless the account's default
//! setting says otherwise. Without it, an alarm on them never has data.
//!
//! ## Example
//!
//! ```hcl
//! resource "aws_ecs_cluster" "payments" {
//!   name = "payments"
//! }
//! ```
//!
//! ## Fix
//!
//! Turn Container Insights on for the cluster, `enabled` or `enhanced`.
//!
//! ```hcl
//! resource "aws_ecs_cluster" "payments" {
//!   name = "payments"
//!
//!   setting {
//!     name  = "containerInsights"
//!     value = "enhanced"
//!   }
//! }
//! ```
//!
//! ## Source
//!
//! - [Amazon ECS Container Insights metrics](https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Container-Insights-metrics-ECS.html)
//! - [Monitor Amazon ECS containers using Container Insights](https://docs.aws.amazon.com/AmazonECS/latest/developerguide/cloudwatch-container-insights.html)

use std::collections::BTreeMap;

use super::subject::subjects;
use crate::Check;
use crate::planned::Planned::{Known, Unknown};
use crate::resource::Resource;

rule! { Error, AnyStack, ["MON-3"] }

fn check(check: &mut Check) {
    let watched = check.watched();
    let metrics = watched.iter().filter(|metric| metric.is_in("ECS/ContainerInsights"));
    let mut clusters = BTreeMap::new();
    for metric in metrics {
        for cluster in
            subjects(metric, "aws_ecs_cluster").into_iter().filter(|cluster| !cluster.is_data())
        {
            clusters.entry(cluster.address()).or_insert((cluster, metric.place.resource()));
        }
    }
    let by_default = check.all("aws_ecs_account_setting_default").any(is_on);
    for (cluster, alarm) in clusters.into_values() {
        insights(check, cluster, alarm, by_default);
    }
}

fn insights<'a>(
    check: &mut Check<'a>,
    cluster: Resource<'a>,
    alarm: Resource<'a>,
    by_default: bool,
) {
    let place = cluster.at("setting");
    let settings = place.items();
    let own =
        settings.iter().find(|setting| setting.at("name").string() == Known("containerInsights"));
    match own.map(|setting| setting.at("value")) {
        Some(value) => check.expect(&value, value.string().map(is_value_on), without(alarm)),
        None if by_default => check.pass(&place),
        None if place.value() == Unknown => check.known_later(&place),
        None => check.fail(&place, without(alarm)),
    }
}

fn without(alarm: Resource) -> String {
    format!("without Container Insights {} never has data", alarm.address())
}

fn is_on(setting: Resource) -> bool {
    setting.at("name").string() == Known("containerInsights")
        && setting.at("value").string().known().is_some_and(is_value_on)
}

fn is_value_on(value: &str) -> bool {
    ["enabled", "enhanced"].contains(&value)
}
