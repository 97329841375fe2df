use crate::loss::Standing;
use crate::{Applies, Check, Rule, Severity};

pub const RULE: Rule = Rule {
    id: "zone-proxy-spans",
    severity: Severity::Error,
    applies: Applies::AnyStack,
    requirements: &["DB-2", "ALL-5"],
    page: include_str!("../../../docs/rules/zone-proxy-spans.md"),
    check,
};

fn check(check: &mut Check) {
    for proxy in check.all("aws_db_proxy") {
        let subnets = proxy.at("vpc_subnet_ids");
        check.expect_span(&subnets, &Standing::of(&subnets));
    }
}
