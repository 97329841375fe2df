use crate::{Applies, Check, Rule, Severity};

pub const RULE: Rule = Rule {
    id: "zone-health-check",
    severity: Severity::Error,
    applies: Applies::AnyStack,
    requirements: &["APP-3", "ALL-5"],
    page: include_str!("../../../docs/rules/zone-health-check.md"),
    check,
};

fn check(check: &mut Check) {
    for group in check.all_of(&["aws_lb_target_group", "aws_alb_target_group"]) {
        let place = group.at("health_check.0.enabled");
        check.expect(&place, place.flag().or(true), "targets that no longer answer go on being sent requests");
    }
}
