use super::subject::watched;
use crate::verify::alarm::Metric;
use crate::verify::planned::Planned::{Absent, Known, Unknown};
use crate::verify::{Applies, Check, Rule, Severity};

pub const RULE: Rule = Rule {
    id: "alarm-statistic",
    severity: Severity::Error,
    applies: Applies::AnyStack,
    requirements: &["MON-1", "MON-2", "MON-3"],
    page: include_str!("../../../../docs/rules/alarm-statistic.md"),
    check,
};

/// Statistics that say nothing of a metric, and why.
struct Useless {
    metrics: &'static [(&'static str, &'static str)],
    statistics: &'static [&'static str],
    reason: &'static str,
}

/// Source: "Statistics" in the tables of the same pages as of the metrics.
const USELESS: [Useless; 3] = [
    Useless {
        metrics: &[
            ("AWS/ApplicationELB", "HTTPCode_"),
            ("AWS/ApplicationELB", "RequestCount"),
            ("AWS/ApplicationELB", "RejectedConnectionCount"),
            ("AWS/ApplicationELB", "TargetConnectionErrorCount"),
            ("AWS/ApplicationELB", "TLSNegotiationErrorCount"),
            ("AWS/ELB", "HTTPCode_"),
            ("AWS/ELB", "BackendConnectionErrors"),
            ("AWS/ELB", "RequestCount"),
        ],
        statistics: &["Average", "Minimum", "Maximum"],
        reason: "this does not say how many there were; Sum counts them",
    },
    Useless {
        metrics: &[
            ("AWS/ApplicationELB", "HealthyHostCount"),
            ("AWS/NetworkELB", "HealthyHostCount"),
            ("AWS/ELB", "HealthyHostCount"),
            ("AWS/RDS", "CPUUtilization"),
            ("AWS/RDS", "ReplicaLag"),
            ("AWS/RDS", "Latency"),
            ("AWS/ECS", "Utilization"),
            ("AWS/EC2", "CPUUtilization"),
            ("AWS/ApplicationELB", "TargetResponseTime"),
            ("AWS/Lambda", "Duration"),
            ("AWS/SQS", "ApproximateAgeOfOldestMessage"),
        ],
        statistics: &["Sum"],
        reason: "it adds up what several hosts or samples report of the same thing",
    },
    Useless {
        metrics: &[
            ("AWS/ApplicationELB", "HostCount"),
            ("AWS/NetworkELB", "HostCount"),
            ("AWS/ELB", "HostCount"),
            ("AWS/RDS", ""),
            ("AWS/ECS", "Utilization"),
            ("ECS/ContainerInsights", "TaskCount"),
            ("AWS/SQS", "Approximate"),
        ],
        statistics: &["SampleCount"],
        reason: "it counts the reports, not what they say",
    },
];

fn check(check: &mut Check) {
    for metric in watched(check.inventory()) {
        let place = metric.statistic();
        match (metric.name().text(), place.text()) {
            (Known(name), Known(statistic)) => match useless(&metric, name, statistic) {
                Some(reason) => check.fail(&place, format!("of {name}, {reason}")),
                None => check.pass(&place),
            },
            (_, Unknown) => check.unknown(&place, "known only after the apply"),
            (_, Absent | Known(_)) => {}
        }
    }
}

fn useless(metric: &Metric, name: &str, statistic: &str) -> Option<&'static str> {
    let is_low = name == "HealthyHostCount" && statistic == "Maximum" && metric.namespace().is_some();
    let is_watched_from_below =
        metric.place.at("comparison_operator").text().known().is_some_and(|text| text.starts_with("Less"));
    if is_low && is_watched_from_below {
        return Some("the largest count within a period hides that hosts were gone; Minimum shows it");
    }
    let is_meant = |(namespace, part): &(&str, &str)| metric.is_in(namespace) && name.contains(part);
    let mut useless = USELESS.iter().filter(|useless| useless.statistics.contains(&statistic));
    useless.find(|useless| useless.metrics.iter().any(is_meant)).map(|useless| useless.reason)
}
