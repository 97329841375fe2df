//! The rules, in groups. One rule is one file, one id, one page in `docs/rules` and one good and one bad plan in `tests/rules`.

mod alarm;
mod aws;
mod backup;
mod destroy;
mod encrypt;
mod iam;
mod log;
mod name;
mod network;
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
        iam::RULES,
        log::RULES,
        name::RULES,
        network::RULES,
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
