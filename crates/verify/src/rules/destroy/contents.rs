use super::emptied::EMPTIED;
use crate::{Applies, Check, Rule, Severity};

pub const RULE: Rule = Rule {
    id: "destroy-contents",
    severity: Severity::Error,
    applies: Applies::Paytf,
    requirements: &["ALL-3"],
    page: include_str!("../../../docs/rules/destroy-contents.md"),
    check,
};

fn check(check: &mut Check) {
    for (kind, argument) in EMPTIED {
        for resource in check.all(kind) {
            let force = resource.at(argument);
            check.expect(&force, force.flag(), "cannot be destroyed once something is in it");
        }
    }
}
