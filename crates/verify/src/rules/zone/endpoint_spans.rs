use crate::loss::Spread;
use crate::{Applies, Check, Rule, Severity};

pub const RULE: Rule = Rule {
    id: "zone-endpoint-spans",
    severity: Severity::Error,
    applies: Applies::AnyStack,
    requirements: &["NET-1", "ALL-5"],
    page: include_str!("../../../docs/rules/zone-endpoint-spans.md"),
    check,
};

fn check(check: &mut Check) {
    for spread in check.all("aws_vpc_endpoint").filter_map(Spread::of_endpoint) {
        check.expect_span(&spread.resource.at("subnet_ids"), &spread.standing);
    }
}
