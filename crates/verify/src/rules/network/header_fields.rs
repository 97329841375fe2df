use crate::{Applies, Check, Rule, Severity};

pub const RULE: Rule = Rule {
    id: "network-header-fields",
    severity: Severity::Warning,
    applies: Applies::AnyStack,
    requirements: &["APP-3"],
    page: include_str!("../../../docs/rules/network-header-fields.md"),
    check,
};

fn check(check: &mut Check) {
    for balancer in check.all_of(&["aws_lb", "aws_alb"]) {
        // Without the argument it is an application load balancer, and hands them on.
        if balancer.at("load_balancer_type").text().known().unwrap_or("application") == "application" {
            let drops = balancer.at("drop_invalid_header_fields");
            check.expect(&drops, drops.flag().or(false), "hands on header fields that are not valid HTTP");
        }
    }
}
