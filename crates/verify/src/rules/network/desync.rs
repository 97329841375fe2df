use crate::{Applies, Check, Rule, Severity};

pub const RULE: Rule = Rule {
    id: "network-desync",
    severity: Severity::Warning,
    applies: Applies::AnyStack,
    requirements: &["APP-3"],
    page: include_str!("../../../docs/rules/network-desync.md"),
    check,
};

fn check(check: &mut Check) {
    for balancer in check.all_of(&["aws_lb", "aws_alb", "aws_elb"]) {
        if balancer.at("load_balancer_type").text().known().unwrap_or("application") == "application" {
            let mode = balancer.at("desync_mitigation_mode");
            let defends = mode.text().or("defensive").map(|mode| mode != "monitor");
            check.expect(&mode, defends, "hands on requests that two servers may read differently");
        }
    }
}
