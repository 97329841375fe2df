//! Alarms of the load balancer: its health, and what clients see (MON-2).
//!
//! Source of the metrics and their dimensions: User Guide for Application Load Balancers, "CloudWatch metrics for your
//! Application Load Balancer". Counts and times are published only while requests flow, host counts always.

use super::alarm::{Alarm, Comparison, Metric, MissingData, Series, Severity, Window};
use super::{Inputs, Monitoring};
use crate::cidr::Zone;

/// Percent of requests: above it, failures are no longer single payments.
const ERROR_PERCENT: u8 = 1;
/// Answers a minute that the load balancer itself gives because no target could.
const LOAD_BALANCER_ERRORS: u8 = 10;
/// Seconds within which 99 of 100 payments should be answered.
const RESPONSE_SECONDS: u8 = 1;

pub(super) fn alarms(tier: &Monitoring, var: &Inputs) -> Vec<Alarm> {
    let whole = [healthy_hosts(var), unhealthy_hosts(var), target_errors(var), own_errors(var), response_time(var)];
    let zones = tier.zones.iter().flat_map(|zone| [zone_healthy_hosts(var, *zone), zone_unhealthy_hosts(var, *zone)]);
    whole.into_iter().chain(zones).collect()
}

fn healthy_hosts(var: &Inputs) -> Alarm {
    Alarm {
        purpose: "healthy-hosts".to_owned(),
        severity: Severity::Page,
        series: Series::Metric(target_group(var, "HealthyHostCount", "Minimum")),
        comparison: Comparison::Below,
        threshold: var.healthy_host_floor.clone(),
        window: Window { wrong: 3, of: 5 },
        missing_data: MissingData::Breaching,
        meaning: "No more payment tasks are healthy than would be left after the loss of an availability zone: a zone \
                  is lost, or a deployment fails.",
        first_step: "see which zone's healthy-hosts alarm is on; if one, shift traffic away from that zone; if none, \
                     look at the last deployment.",
    }
}

fn unhealthy_hosts(var: &Inputs) -> Alarm {
    Alarm {
        purpose: "unhealthy-hosts".to_owned(),
        severity: Severity::Ticket,
        series: Series::Metric(target_group(var, "UnHealthyHostCount", "Maximum")),
        comparison: Comparison::AtLeast,
        threshold: 1.into(),
        window: Window { wrong: 3, of: 5 },
        missing_data: MissingData::NotBreaching,
        meaning: "A payment task has failed its health checks for minutes, and ECS has not replaced it.",
        first_step: "read the ECS service events and the log of the task that fails.",
    }
}

fn zone_healthy_hosts(var: &Inputs, zone: Zone) -> Alarm {
    Alarm {
        purpose: format!("healthy-hosts-{}", zone.letter()),
        severity: Severity::Page,
        series: Series::Metric(in_zone(target_group(var, "HealthyHostCount", "Minimum"), zone)),
        comparison: Comparison::Below,
        threshold: 1.into(),
        window: Window { wrong: 3, of: 5 },
        missing_data: MissingData::Breaching,
        meaning: "No payment task is healthy in this availability zone: the two others carry all payments.",
        first_step: "check the AWS Health Dashboard for the zone; if the zone is impaired, shift traffic away from it.",
    }
}

fn zone_unhealthy_hosts(var: &Inputs, zone: Zone) -> Alarm {
    Alarm {
        purpose: format!("unhealthy-hosts-{}", zone.letter()),
        severity: Severity::Ticket,
        series: Series::Metric(in_zone(target_group(var, "UnHealthyHostCount", "Maximum"), zone)),
        comparison: Comparison::AtLeast,
        threshold: 1.into(),
        window: Window { wrong: 3, of: 5 },
        missing_data: MissingData::NotBreaching,
        meaning: "A payment task in this availability zone has failed its health checks for minutes.",
        first_step: "compare with the other zones: if only this one fails, suspect the zone, otherwise the release.",
    }
}

fn target_errors(var: &Inputs) -> Alarm {
    Alarm {
        purpose: "target-errors".to_owned(),
        severity: Severity::Page,
        series: Series::Math {
            // Without errors the count has no data, which means none.
            expression: "100 * FILL(errors, 0) / requests",
            label: "Answers with status 5xx, in percent of requests",
            inputs: vec![
                ("errors", target_group(var, "HTTPCode_Target_5XX_Count", "Sum")),
                ("requests", target_group(var, "RequestCount", "Sum")),
            ],
        },
        comparison: Comparison::Above,
        threshold: ERROR_PERCENT.into(),
        window: Window { wrong: 3, of: 5 },
        missing_data: MissingData::NotBreaching,
        meaning: "More than 1 percent of requests end with an error of the payment tasks.",
        first_step: "read the tasks' log for the error; if a release is new, roll it back; if the database fails over, \
                     wait a minute.",
    }
}

fn own_errors(var: &Inputs) -> Alarm {
    let metric = load_balancer(var, "HTTPCode_ELB_5XX_Count", "Sum");
    Alarm {
        purpose: "load-balancer-errors".to_owned(),
        severity: Severity::Page,
        series: Series::Metric(metric),
        comparison: Comparison::AtLeast,
        threshold: LOAD_BALANCER_ERRORS.into(),
        window: Window { wrong: 3, of: 5 },
        missing_data: MissingData::NotBreaching,
        meaning: "The load balancer answers with errors of its own: it reaches no healthy task, or tasks close \
                  connections or take too long.",
        first_step: "look at the healthy-hosts alarms, then for the error reason in the load balancer's access log.",
    }
}

fn response_time(var: &Inputs) -> Alarm {
    Alarm {
        purpose: "response-time".to_owned(),
        severity: Severity::Ticket,
        series: Series::Metric(target_group(var, "TargetResponseTime", "p99")),
        comparison: Comparison::Above,
        threshold: RESPONSE_SECONDS.into(),
        window: Window { wrong: 3, of: 5 },
        missing_data: MissingData::NotBreaching,
        meaning: "One in a hundred payments takes longer than a second.",
        first_step: "look at the CPU of tasks and database, then at the slow statements in the PostgreSQL log.",
    }
}

fn load_balancer(var: &Inputs, name: &'static str, statistic: &'static str) -> Metric {
    let dimensions = vec![("LoadBalancer", var.load_balancer_arn_suffix.clone())];
    Metric { namespace: "AWS/ApplicationELB", name, dimensions, statistic }
}

fn target_group(var: &Inputs, name: &'static str, statistic: &'static str) -> Metric {
    let mut metric = load_balancer(var, name, statistic);
    metric.dimensions.push(("TargetGroup", var.target_group_arn_suffix.clone()));
    metric
}

fn in_zone(mut metric: Metric, zone: Zone) -> Metric {
    metric.dimensions.push(("AvailabilityZone", zone.name().into()));
    metric
}
