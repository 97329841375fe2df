use crate::{Applies, Check, Rule, Severity};

pub const RULE: Rule = Rule {
    id: "network-default-group",
    severity: Severity::Warning,
    applies: Applies::AnyStack,
    requirements: &["NET-3"],
    page: include_str!("../../../docs/rules/network-default-group.md"),
    check,
};

fn check(check: &mut Check) {
    for group in check.all("aws_default_security_group") {
        for direction in ["ingress", "egress"] {
            let rules = group.at(direction);
            match rules.items().len() {
                0 => check.pass(&rules),
                _ => check.fail(&rules, "what is given no group of its own gets these rules"),
            }
        }
    }
}
