use crate::alarm::{KIND, Metric, metrics, queries};
use crate::planned::Planned::{Absent, Known, Unknown};
use crate::resource::Resource;
use crate::{Applies, Check, Rule, Severity};

pub const RULE: Rule = Rule {
    id: "alarm-missing-data",
    severity: Severity::Warning,
    applies: Applies::AnyStack,
    requirements: &["MON-1", "MON-2", "MON-3"],
    page: include_str!("../../../docs/rules/alarm-missing-data.md"),
    check,
};

/// What falls silent when what it counts is gone. Heartbeats are custom metrics, sent for nothing but this.
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
        // What an expression makes of missing data, only the expression tells.
        let has_expression = queries(alarm).iter().any(|query| query.at("expression").value().is_set());
        let ([metric], false) = (&watched[..], has_expression) else { continue };
        let fits = match place.text().or("missing") {
            Known(treatment) => unfit(metric, alarm, treatment),
            Unknown | Absent => {
                check.unknown(&place, "known only after the apply");
                continue;
            }
        };
        match fits {
            None => check.pass(&place),
            Some(reason) => check.fail(&place, reason),
        }
    }
}

/// Why a treatment does not fit.
fn unfit(metric: &Metric, alarm: Resource, treatment: &str) -> Option<String> {
    let name = metric.name().text().known()?;
    let is_one_of =
        |list: &[(&str, &str)]| list.iter().any(|(namespace, metric_name)| metric.is(namespace, metric_name));
    let is_heartbeat = metric.namespace().is_none() && name.to_ascii_lowercase().contains("heartbeat");
    let is_told = treatment == "missing" && !alarm.at("insufficient_data_actions").items().is_empty();
    if (is_one_of(&VITAL) || is_heartbeat) && treatment != "breaching" && !is_told {
        let silent = "the alarm stays silent when there is nothing left to report it";
        return Some(format!("{name} must always have data, and {silent}"));
    }
    let is_above = alarm.at("comparison_operator").text().known().is_none_or(|text| text.starts_with("Greater"));
    let wrong = match treatment {
        "breaching" => "the alarm is raised whenever nothing happens",
        "ignore" => "the alarm, once raised, stays so",
        _ => return None,
    };
    (is_one_of(&SPARSE) && is_above).then(|| format!("{name} has data only when there is something to report: {wrong}"))
}
