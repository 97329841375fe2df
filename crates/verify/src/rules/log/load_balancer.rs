use crate::planned::Planned::Known;
use crate::{Applies, Check, Rule, Severity};

pub const RULE: Rule = Rule {
    id: "log-load-balancer",
    severity: Severity::Warning,
    applies: Applies::AnyStack,
    requirements: &["ALL-6", "APP-3"],
    page: include_str!("../../../docs/rules/log-load-balancer.md"),
    check,
};

fn check(check: &mut Check) {
    let balancers = check.all_of(&["aws_lb", "aws_alb"]);
    for balancer in
        balancers.filter(|one| one.at("load_balancer_type").text().or("application") == Known("application"))
    {
        let logs = balancer.at("access_logs");
        let enabled = logs.at("0.enabled");
        if logs.items().is_empty() && logs.has_unknown() {
            check.unknown(&logs, "known only after the apply");
        } else {
            check.expect(&enabled, enabled.flag().or(false), "no access log tells who asked for what");
        }
    }
}
