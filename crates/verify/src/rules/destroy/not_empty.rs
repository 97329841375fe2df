use super::emptied::EMPTIED;
use crate::{Applies, Check, Rule, Severity};

pub const RULE: Rule = Rule {
    id: "destroy-not-empty",
    severity: Severity::Warning,
    applies: Applies::AnyStack,
    requirements: &["ALL-3"],
    page: include_str!("../../../docs/rules/destroy-not-empty.md"),
    check,
};

fn check(check: &mut Check) {
    for (kind, argument) in EMPTIED {
        for resource in check.inventory().destroyed(kind) {
            let force = resource.at(argument);
            check.expect(&force, force.flag(), "is to be destroyed, which AWS refuses unless somebody has emptied it");
        }
    }
}
