use super::names::{has_tags, tag};
use crate::planned::Planned::Known;
use crate::{Applies, Check, Rule, Severity};

pub const RULE: Rule = Rule {
    id: "name-own-tag",
    severity: Severity::Warning,
    applies: Applies::Paytf,
    requirements: &["ALL-2"],
    page: include_str!("../../../docs/rules/name-own-tag.md"),
    check,
};

fn check(check: &mut Check) {
    let inventory = check.inventory();
    for resource in inventory.resources().filter(|resource| has_tags(*resource)) {
        let tags = resource.at("tags");
        let other = tags.entries().into_iter().find(|(key, _)| *key != "Name");
        let name = tag(resource, "Name");
        match other {
            Some((key, place)) => check.fail(&place, format!("{key} is for the provider's default tags to set")),
            None => check.expect(&name, Known(name.value().is_set()), "nothing shows in the console what it is"),
        }
    }
}
