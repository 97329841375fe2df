use crate::Planned::Known;
use crate::{Applies, Check, Rule, Severity};

pub const RULE: Rule = Rule {
    id: "scale-spot",
    severity: Severity::Warning,
    applies: Applies::AnyStack,
    requirements: &["APP-1", "ALL-5"],
    page: include_str!("../../../docs/rules/scale-spot.md"),
    check,
};

fn check(check: &mut Check) {
    for service in check.all("aws_ecs_service") {
        let strategy = service.at("capacity_provider_strategy");
        let providers: Vec<_> = strategy.items().iter().map(|item| item.at("capacity_provider").text()).collect();
        let only_spot = !providers.is_empty() && providers.iter().all(|provider| *provider == Known("FARGATE_SPOT"));
        match only_spot {
            true => check.fail(&strategy, "all tasks may be taken back at two minutes' notice"),
            false => check.pass(&strategy),
        }
    }
}
