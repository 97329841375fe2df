//! An alarm is raised when no request reaches a public load balancer any more.
//!
//! ## Why
//!
//! A fault of DNS, of a firewall or of a certificate keeps every request away, and all else looks
//! well: targets are healthy, there are no errors, and the load balancer publishes `RequestCount`
//! and its other metrics only while requests come. An alarm on errors or on response times stays
//! quiet then. It takes one on too few requests that counts missing data as `breaching`, or a
//! health check of Route 53, which asks from outside.
//!
//! The rule looks at public Application Load Balancers that send requests to a target group, in
//! plans that have alarms. Where no load comes at night, as in tests, such an alarm helps nobody:
//! the rule is silent where the tag `Environment`, or without it the name, says that this is not
//! production.
//!
//! ## Example
//!
//! ```hcl
//! resource "aws_cloudwatch_metric_alarm" "requests" {
//!   namespace           = "AWS/ApplicationELB"
//!   metric_name         = "RequestCount"
//!   comparison_operator = "LessThanThreshold"
//!   threshold           = 60
//!   treat_missing_data  = "notBreaching" # quiet when nothing arrives
//!   # …
//! }
//! ```
//!
//! ## Fix
//!
//! Add an alarm on fewer requests than the quietest minutes of the week have, with
//! `treat_missing_data = "breaching"`.
//!
//! ```hcl
//! resource "aws_cloudwatch_metric_alarm" "requests" {
//!   namespace           = "AWS/ApplicationELB"
//!   metric_name         = "RequestCount"
//!   statistic           = "Sum"
//!   period              = 300
//!   evaluation_periods  = 2
//!   comparison_operator = "LessThanThreshold"
//!   threshold           = 60
//!   treat_missing_data  = "breaching"
//!   dimensions          = { LoadBalancer = aws_lb.main.arn_suffix }
//!   # …
//! }
//! ```
//!
//! ## Source
//!
//! - [CloudWatch metrics for your Application Load Balancer](https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-cloudwatch-metrics.html)
//! - [Configuring how CloudWatch alarms treat missing data](https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarms-and-missing-data.html)
//! - [Monitoring health checks using CloudWatch](https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/monitoring-health-checks.html)

use std::collections::HashMap;

use super::missing_data::is_heartbeat;
use super::subject::subjects;
use super::watch::{Subject, each_is_watched_or};
use crate::alarm::{Metric, queries};
use crate::aws::balancing::{fronts, is_application};
use crate::planned::Planned::{self, Absent, Known, Unknown};
use crate::{AttributePath, Check, Inventory, Resource};

rule! { Warning, AnyStack, ["MON-5"] }

/// Metrics that an Application Load Balancer publishes only while there are requests, in each
/// minute with any. Source: "CloudWatch metrics for your Application Load Balancer".
const TRAFFIC: [&str; 8] = [
    "ActiveConnectionCount",
    "ConsumedLCUs",
    "HTTPCode_Target_2XX_Count",
    "NewConnectionCount",
    "ProcessedBytes",
    "RequestCount",
    "RequestCountPerTarget",
    "TargetResponseTime",
];

/// Namespaces of services that send requests of their own.
const PROBES: [&str; 2] = ["AWS/Route53", "CloudWatchSynthetics"];

/// Namespaces of services that requests pass through.
const ON_THE_WAY: [&str; 4] =
    ["AWS/ApiGateway", "AWS/CloudFront", "AWS/GlobalAccelerator", "AWS/WAFV2"];

fn check(check: &mut Check) {
    let inventory = check.inventory();
    let mut groups: HashMap<&str, Vec<Resource>> = HashMap::new();
    for (group, balancers) in fronts(inventory) {
        for balancer in balancers {
            groups.entry(balancer.address()).or_default().extend(inventory.at(group));
        }
    }
    let watched = check.watched();
    let outside = asked_from_outside(inventory, &watched);
    let mut subjects = Vec::new();
    for balancer in check.all("aws_lb").filter(|one| is_application(*one) && may_be_live(*one)) {
        let Some(parts) = groups.remove(balancer.address()) else { continue };
        let internal = balancer.at("internal");
        match internal.bool().or(false) {
            Known(false) => match outside.get(balancer.address()) {
                Some(place) => check.pass(place),
                None => subjects.push(Subject { resource: balancer, parts }),
            },
            Known(true) | Absent => {}
            Unknown => check.known_later(&internal),
        }
    }
    let doubt = watched.iter().find(|metric| may_ring(metric)).map(|metric| {
        let alarm = metric.place.resource().address();
        format!("whether {alarm} is raised when requests stop, the plan does not show")
    });
    let otherwise = "no alarm is raised when requests stop coming";
    each_is_watched_or(check, &subjects, rings, otherwise, doubt.as_deref());
}

/// Whether it may be for production: no tag or name says that it is for tests.
fn may_be_live(balancer: Resource) -> bool {
    const TESTS: [&str; 10] = [
        "demo",
        "dev",
        "development",
        "qa",
        "sandbox",
        "stage",
        "staging",
        "test",
        "testing",
        "uat",
    ];
    let tag = balancer.at("tags_all.Environment").string().known();
    let named = tag.or(balancer.at("name").string().known()).unwrap_or_default();
    !named.to_ascii_lowercase().split(['-', '_', ' ']).any(|word| TESTS.contains(&word))
}

/// Whether the alarm of a metric is raised when nothing comes.
fn rings(metric: &Metric) -> bool {
    let is_traffic = metric.is_in("AWS/ApplicationELB")
        && metric.name().string().known().is_some_and(|name| TRAFFIC.contains(&name));
    is_traffic && rings_without_data(metric.place.resource()) == Known(true)
}

/// Whether the alarm of a metric may be: one of what sends requests or passes them on, one of a
/// metric of the stack's own, or one of which it is not known how it treats missing data.
fn may_ring(metric: &Metric) -> bool {
    let alarm = metric.place.resource();
    let Known(namespace) = metric.place.at("namespace").string() else { return true };
    match namespace {
        "AWS/ApplicationELB" => rings_without_data(alarm).is_unknown(),
        probe if PROBES.contains(&probe) => true,
        other => {
            let own = metric.namespace().is_none() && !is_heartbeat(metric);
            (own || ON_THE_WAY.contains(&other))
                && is_floor(alarm)
                && rings_without_data(alarm) != Known(false)
        }
    }
}

fn is_floor(alarm: Resource) -> bool {
    let operator = alarm.at("comparison_operator").string();
    operator.known().is_none_or(|operator| operator.starts_with("LessThan"))
}

/// Whether an alarm tells someone when its metric has no data.
fn rings_without_data(alarm: Resource) -> Planned<bool> {
    let filled = |query: &AttributePath| {
        query.at("expression").string().known().is_some_and(|text| text.contains("FILL("))
    };
    if is_floor(alarm) && queries(alarm).iter().any(filled) {
        return Known(true);
    }
    let is_told = !alarm.at("insufficient_data_actions").items().is_empty();
    let treatment = alarm.at("treat_missing_data").string().or("missing");
    treatment.map(|treatment| treatment == "breaching" || treatment == "missing" && is_told)
}

/// The load balancers whose own name, or a name that is an alias of theirs, a health check asks for
/// that has an alarm; with the place in the alarm that says so.
fn asked_from_outside<'a>(
    inventory: &'a Inventory,
    watched: &[Metric<'a>],
) -> HashMap<&'a str, AttributePath<'a>> {
    let mut asked = HashMap::new();
    for metric in watched.iter().filter(|metric| metric.is("AWS/Route53", "HealthCheckStatus")) {
        for check in subjects(metric, "aws_route53_health_check") {
            let name = check.at("fqdn");
            let own = name.link("aws_lb").resources().collect::<Vec<_>>();
            let records = inventory.all("aws_route53_record").filter(|record| {
                name.string().is_set() && record.at("name").string() == name.string()
            });
            let behind = records.flat_map(|record| {
                let alias = record.at("alias.0.name").link("aws_lb");
                let other = record.at("records").links("aws_lb");
                alias.resources().chain(other.resources()).collect::<Vec<_>>()
            });
            for balancer in own.into_iter().chain(behind) {
                asked.insert(balancer.address(), metric.dimensions());
            }
        }
    }
    asked
}
