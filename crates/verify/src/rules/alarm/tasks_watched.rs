use super::watch::{Subject, each_is_watched};
use crate::alarm::Metric;
use crate::planned::Planned::Known;
use crate::{Applies, Check, Rule, Severity};

pub const RULE: Rule = Rule {
    id: "alarm-tasks-watched",
    severity: Severity::Warning,
    applies: Applies::AnyStack,
    requirements: &["MON-3"],
    page: include_str!("../../../docs/rules/alarm-tasks-watched.md"),
    check,
};

fn check(check: &mut Check) {
    let services = check.all("aws_ecs_service").filter(|one| one.at("scheduling_strategy").text() != Known("DAEMON"));
    let services: Vec<_> = services.map(Subject::from).collect();
    each_is_watched(check, &services, shows_tasks, "no alarm watches how many of its tasks run");
}

fn shows_tasks(metric: &Metric) -> bool {
    let counts = |name: &str| ["RunningTaskCount", "DesiredTaskCount", "PendingTaskCount"].contains(&name);
    // CPUUtilization of a service has one sample for each task, so that its SampleCount is their number.
    let samples = metric.is_in("AWS/ECS") && metric.statistic().text() == Known("SampleCount");
    samples || (metric.is_in("ECS/ContainerInsights") && metric.name().text().known().is_some_and(counts))
}
