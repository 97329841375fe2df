//! The rules, in groups. One rule is one file, whose documentation is the rule's page, and one good
//! and one bad plan in `tests/rules`. Each group's list and the pages in `docs/rules` are generated
//! from the files.

mod alarm;
mod aws;
mod backup;
mod destroy;
mod encrypt;
mod harden;
mod iam;
mod log;
mod name;
mod network;
mod permit;
mod reach;
mod scale;
mod secret;
mod zone;

use super::rule::Rule;

/// Every rule, in the order of its group and id.
pub fn rules() -> impl Iterator<Item = &'static Rule> {
    let groups = [
        alarm::RULES,
        aws::RULES,
        backup::RULES,
        destroy::RULES,
        encrypt::RULES,
        harden::RULES,
        iam::RULES,
        log::RULES,
        name::RULES,
        network::RULES,
        permit::RULES,
        reach::RULES,
        scale::RULES,
        secret::RULES,
        zone::RULES,
    ];
    groups.into_iter().flatten().copied()
}

/// The rule with an id.
pub fn rule(id: &str) -> Option<&'static Rule> {
    rules().find(|rule| rule.id == id)
}
