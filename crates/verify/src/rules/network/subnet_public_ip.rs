use crate::{Applies, Check, Rule, Severity};

pub const RULE: Rule = Rule {
    id: "network-subnet-public-ip",
    severity: Severity::Warning,
    applies: Applies::AnyStack,
    requirements: &["NET-1"],
    page: include_str!("../../../docs/rules/network-subnet-public-ip.md"),
    check,
};

fn check(check: &mut Check) {
    for subnet in check.all_of(&["aws_subnet", "aws_default_subnet"]) {
        let mapped = subnet.at("map_public_ip_on_launch");
        check.expect(&mapped, mapped.flag().not(), "whatever is started here gets an address in the internet");
    }
}
