use crate::Planned::Known;
use crate::Resource;
use crate::{Applies, Check, Rule, Severity};

pub const RULE: Rule = Rule {
    id: "scale-deployment",
    severity: Severity::Warning,
    applies: Applies::AnyStack,
    requirements: &["APP-2", "ALL-5"],
    page: include_str!("../../../docs/rules/scale-deployment.md"),
    check,
};

fn check(check: &mut Check) {
    let is_replica = |service: &Resource| service.at("scheduling_strategy").text().or("REPLICA") == Known("REPLICA");
    for service in check.all("aws_ecs_service").filter(is_replica) {
        let place = service.at("deployment_minimum_healthy_percent");
        let holds = place.number().or(DEFAULT_PERCENT).map(|percent| percent >= DEFAULT_PERCENT);
        check.expect(
            &place,
            holds,
            "a deployment stops tasks before their successors run, and a zone lost meanwhile finds fewer",
        );
    }
}

/// What AWS and the provider take where nothing is set.
const DEFAULT_PERCENT: f64 = 100.0;
