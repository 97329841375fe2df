use super::statistics::USELESS;
use crate::alarm::Metric;
use crate::planned::Planned::{Absent, Known, Unknown};
use crate::{Applies, Check, Rule, Severity};

pub const RULE: Rule = Rule {
    id: "alarm-statistic",
    severity: Severity::Error,
    applies: Applies::AnyStack,
    requirements: &["MON-1", "MON-2", "MON-3"],
    page: include_str!("../../../docs/rules/alarm-statistic.md"),
    check,
};

fn check(check: &mut Check) {
    for metric in check.watched().iter() {
        let place = metric.statistic();
        match (metric.name().text(), place.text()) {
            (Known(name), Known(statistic)) => match useless(metric, name, statistic) {
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
