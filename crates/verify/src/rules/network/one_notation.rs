use crate::security_group::{GROUPS, RULES, is_inline};
use crate::{Applies, Check, Resource, Rule, Severity};

pub const RULE: Rule = Rule {
    id: "network-one-notation",
    severity: Severity::Error,
    applies: Applies::AnyStack,
    requirements: &["NET-3", "ALL-7"],
    page: include_str!("../../../docs/rules/network-one-notation.md"),
    check,
};

const OLD: &str = "aws_security_group_rule";

fn check(check: &mut Check) {
    for group in check.all_of(&GROUPS) {
        let rules = |kind: &str| group.inventory().referrers(group, kind, "security_group_id");
        let separate: Vec<_> = RULES.iter().flat_map(|kind| rules(kind)).collect();
        for direction in ["ingress", "egress"].into_iter().filter(|direction| is_inline(group, direction)) {
            let place = group.at(direction);
            match separate.iter().find(|rule| is_for(**rule, direction)) {
                Some(rule) => {
                    check.fail(&place, format_args!("each apply removes {}, which is not among these", rule.address()))
                }
                None => check.pass(&place),
            }
        }
        match (rules(OLD).first(), separate.iter().find(|rule| rule.kind() != OLD)) {
            (Some(old), Some(new)) => {
                let reason = format_args!(
                    "{} and {} are two notations, which overwrite each other",
                    old.address(),
                    new.address()
                );
                check.fail(&group.root(), reason);
            }
            _ => check.pass(&group.root()),
        }
    }
}

fn is_for(rule: Resource, direction: &str) -> bool {
    rule.kind().contains(direction) || rule.at("type").text().known() == Some(direction)
}
