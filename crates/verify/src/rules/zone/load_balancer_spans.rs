use crate::loss::Spread;
use crate::{Applies, Check, Rule, Severity};

pub const RULE: Rule = Rule {
    id: "zone-load-balancer-spans",
    severity: Severity::Error,
    applies: Applies::AnyStack,
    requirements: &["APP-3", "ALL-5"],
    page: include_str!("../../../docs/rules/zone-load-balancer-spans.md"),
    check,
};

fn check(check: &mut Check) {
    for spread in
        Spread::all(check.inventory()).iter().filter(|spread| LOAD_BALANCERS.contains(&spread.resource.kind()))
    {
        check.expect_span(&spread.resource.at("subnets"), &spread.standing);
    }
}

const LOAD_BALANCERS: [&str; 3] = ["aws_lb", "aws_alb", "aws_elb"];
