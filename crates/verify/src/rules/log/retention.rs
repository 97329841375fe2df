use crate::planned::Planned::Known;
use crate::{Applies, Check, Rule, Severity};

pub const RULE: Rule = Rule {
    id: "log-retention",
    severity: Severity::Warning,
    applies: Applies::AnyStack,
    requirements: &["ALL-6"],
    page: include_str!("../../../docs/rules/log-retention.md"),
    check,
};

fn check(check: &mut Check) {
    for group in check.all("aws_cloudwatch_log_group") {
        let days = group.at("retention_in_days");
        // The provider takes 0, which is its default, for ever.
        let is_set = days.number().or(0.0).map(|days| days >= 1.0);
        // Delivered logs have a class that keeps nothing: AWS deletes them after a day or two.
        let is_delivery = group.at("log_group_class").text() == Known("DELIVERY");
        check.expect(&days, is_set.or_else(Known(is_delivery)), "what is logged is kept for ever");
    }
}
