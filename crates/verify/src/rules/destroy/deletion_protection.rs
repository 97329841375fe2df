use super::protection::{is_protected, kinds, protection};
use crate::{Applies, Check, Rule, Severity};

pub const RULE: Rule = Rule {
    id: "destroy-deletion-protection",
    severity: Severity::Warning,
    applies: Applies::Paytf,
    requirements: &["ALL-3"],
    page: include_str!("../../../docs/rules/destroy-deletion-protection.md"),
    check,
};

fn check(check: &mut Check) {
    let inventory = check.inventory();
    for resource in kinds().flat_map(|kind| inventory.all(kind)) {
        let protection = protection(resource);
        check.expect(&protection, is_protected(&protection).not(), "cannot be destroyed while it is protected");
    }
}
