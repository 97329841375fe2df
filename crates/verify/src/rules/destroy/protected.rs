use super::protection::{is_protected, kinds, protection};
use crate::{Action, Applies, Check, Rule, Severity};

pub const RULE: Rule = Rule {
    id: "destroy-protected",
    severity: Severity::Error,
    applies: Applies::AnyStack,
    requirements: &["ALL-3"],
    page: include_str!("../../../docs/rules/destroy-protected.md"),
    check,
};

fn check(check: &mut Check) {
    let inventory = check.inventory();
    for resource in kinds().flat_map(|kind| inventory.destroyed(kind)) {
        let protection = protection(resource);
        check.expect(
            &protection,
            is_protected(&protection).not(),
            "is to be destroyed, and AWS refuses while it is protected",
        );
    }
    for resource in kinds().flat_map(|kind| inventory.all(kind)) {
        if resource.actions().contains(&Action::Delete) {
            let protection = protection(resource);
            check.expect(
                &protection,
                is_protected(&protection).not(),
                "is to be replaced, and AWS deletes no protected one",
            );
        }
    }
}
