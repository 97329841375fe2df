use super::watch::{Subject, each_is_watched};
use crate::alarm::Metric;
use crate::planned::Planned::Known;
use crate::{Applies, Check, Rule, Severity};

pub const RULE: Rule = Rule {
    id: "alarm-load-balancer-watched",
    severity: Severity::Warning,
    applies: Applies::AnyStack,
    requirements: &["MON-2"],
    page: include_str!("../../../docs/rules/alarm-load-balancer-watched.md"),
    check,
};

fn check(check: &mut Check) {
    let all = check.all_of(&["aws_lb", "aws_alb"]);
    let others = all.filter(|one| one.at("load_balancer_type").text() != Known("gateway"));
    let balancers: Vec<_> = others.map(Subject::from).collect();
    each_is_watched(check, &balancers, shows_health, "no alarm watches whether its targets are healthy");
}

fn shows_health(metric: &Metric) -> bool {
    let is_balancer = metric.is_in("AWS/ApplicationELB") || metric.is_in("AWS/NetworkELB");
    let shows = |name: &str| name.contains("HealthyHostCount") || name.contains("5XX") || name.starts_with("Unhealthy");
    is_balancer && metric.name().text().known().is_some_and(shows)
}
