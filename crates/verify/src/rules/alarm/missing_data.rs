//! How an alarm treats missing data fits its metric.
//!
//! ## Why
//!
//! Some metrics fall silent just when it matters: without targets there is no `HealthyHostCount`,
//! without readers no `AuroraReplicaLagMaximum`, without the sender no heartbeat. There, no data is
//! the failure, and everything but `breaching` leaves the alarm out of the state ALARM (by default
//! it goes to INSUFFICIENT_DATA, which notifies someone only if that state has actions of its own).
//! Others have data only when something happened: the load balancer reports status 5xx only if
//! there were any. There, `breaching` raises the alarm whenever all is well, and `ignore` never
//! ends it.
//!
//! ## Example
//!
//! ```hcl
//! resource "aws_cloudwatch_metric_alarm" "healthy_hosts" {
//!   namespace          = "AWS/ApplicationELB"
//!   metric_name        = "HealthyHostCount"
//!   treat_missing_data = "notBreaching"
//!   # …
//! }
//! ```
//!
//! ## Fix
//!
//! Set `treat_missing_data = "breaching"` for what must always report, and `"notBreaching"` for
//! what reports only failures.
//!
//! ```hcl
//! resource "aws_cloudwatch_metric_alarm" "healthy_hosts" {
//!   namespace          = "AWS/ApplicationELB"
//!   metric_name        = "HealthyHostCount"
//!   treat_missing_data = "breaching"
//!   # …
//! }
//! ```
//!
//! ## Source
//!
//! - [Configuring how CloudWatch alarms treat missing data](https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarms-and-missing-data.html)
//! - [CloudWatch metrics for your Application Load Balancer](https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-cloudwatch-metrics.html)

use crate::Check;
use crate::alarm::{KIND, Metric, metrics, queries};
use crate::planned::Planned::{Absent, Known, Unknown};
use crate::resource::Resource;

rule! { Warning, AnyStack, ["MON-1", "MON-2", "MON-3"] }

/// Metrics that stop when the thing they count is gone. (Heartbeats, which are custom metrics, do
/// so too: `is_heartbeat`.)
const VITAL: [(&str, &str); 6] = [
    ("AWS/ApplicationELB", "HealthyHostCount"),
    ("AWS/NetworkELB", "HealthyHostCount"),
    ("AWS/ELB", "HealthyHostCount"),
    ("ECS/ContainerInsights", "RunningTaskCount"),
    ("AWS/RDS", "AuroraReplicaLagMaximum"),
    ("AWS/Route53", "HealthCheckStatus"),
];

/// What is reported only when it happens, so that no data is the good case.
const SPARSE: [(&str, &str); 12] = [
    ("AWS/ApplicationELB", "HTTPCode_ELB_5XX_Count"),
    ("AWS/ApplicationELB", "HTTPCode_ELB_4XX_Count"),
    ("AWS/ApplicationELB", "HTTPCode_Target_5XX_Count"),
    ("AWS/ApplicationELB", "HTTPCode_Target_4XX_Count"),
    ("AWS/ApplicationELB", "RejectedConnectionCount"),
    ("AWS/ApplicationELB", "TargetConnectionErrorCount"),
    ("AWS/ApplicationELB", "TargetTLSNegotiationErrorCount"),
    ("AWS/ApplicationELB", "ClientTLSNegotiationErrorCount"),
    ("AWS/ApplicationELB", "TargetResponseTime"),
    ("AWS/Lambda", "Errors"),
    ("AWS/Lambda", "Throttles"),
    ("AWS/Lambda", "Duration"),
];

fn check(check: &mut Check) {
    for alarm in check.all(KIND) {
        let place = alarm.at("treat_missing_data");
        let watched = metrics(alarm);
        // An expression decides itself how it treats missing data.
        let has_expression =
            queries(alarm).iter().any(|query| query.at("expression").value().is_set());
        let ([metric], false) = (&watched[..], has_expression) else { continue };
        let fits = match place.string().or("missing") {
            Known(treatment) => unfit(metric, alarm, treatment),
            Unknown | Absent => {
                check.known_later(&place);
                continue;
            }
        };
        match fits {
            None => check.pass(&place),
            Some(reason) => check.fail(&place, reason),
        }
    }
}

/// Whether a metric of your own says no more than that its sender lives.
pub(super) fn is_heartbeat(metric: &Metric) -> bool {
    let name = metric.name().string().known().map(str::to_ascii_lowercase);
    metric.namespace().is_none() && name.is_some_and(|name| name.contains("heartbeat"))
}

/// Why a treatment does not fit.
fn unfit(metric: &Metric, alarm: Resource, treatment: &str) -> Option<String> {
    let name = metric.name().string().known()?;
    let is_one_of = |list: &[(&str, &str)]| {
        list.iter().any(|(namespace, metric_name)| metric.is(namespace, metric_name))
    };
    let is_told =
        treatment == "missing" && !alarm.at("insufficient_data_actions").items().is_empty();
    if (is_one_of(&VITAL) || is_heartbeat(metric)) && treatment != "breaching" && !is_told {
        let silent = "the alarm stays silent when there is nothing left to report it";
        return Some(format!("{name} must always have data, and {silent}"));
    }
    let is_above = alarm
        .at("comparison_operator")
        .string()
        .known()
        .is_none_or(|text| text.starts_with("Greater"));
    let wrong = match treatment {
        "breaching" => "the alarm is raised whenever nothing happens",
        "ignore" => "the alarm, once raised, stays so",
        _ => return None,
    };
    (is_one_of(&SPARSE) && is_above)
        .then(|| format!("{name} has data only when there is something to report: {wrong}"))
}
