use crate::Planned::Known;
use crate::Resource;
use crate::{Applies, Check, Rule, Severity};

pub const RULE: Rule = Rule {
    id: "scale-range",
    severity: Severity::Error,
    applies: Applies::AnyStack,
    requirements: &["APP-2"],
    page: include_str!("../../../docs/rules/scale-range.md"),
    check,
};

fn check(check: &mut Check) {
    let is_service = |target: &Resource| target.at("service_namespace").text() == Known("ecs");
    for target in check.all("aws_appautoscaling_target").filter(is_service) {
        let (min, max) = (target.at("min_capacity"), target.at("max_capacity"));
        let room = min.number().and_then(|min| max.number().map(|max| min < max));
        check.expect(&max, room, "is no more than `min_capacity`, so the service cannot scale, nor replace the tasks of a lost zone while they count");
        check.expect(&min, min.number().map(|min| min >= 2.0), "a single task stands in a single zone");
    }
}
