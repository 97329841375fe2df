use super::names::{has_tags, suffix};
use crate::{Applies, Check, Rule, Severity};

pub const RULE: Rule = Rule {
    id: "name-default-tags",
    severity: Severity::Warning,
    applies: Applies::Paytf,
    requirements: &["ALL-2"],
    page: include_str!("../../../docs/rules/name-default-tags.md"),
    check,
};

/// What every resource is found, billed and handled by.
const TAGS: [&str; 4] = ["Project", "Environment", "ManagedBy", "DataClass"];

fn check(check: &mut Check) {
    let inventory = check.inventory();
    let suffix = suffix(inventory).unwrap_or_default();
    for resource in inventory.resources().filter(|resource| has_tags(*resource)) {
        let tags = resource.at("tags_all");
        let missing = TAGS.into_iter().find(|tag| !tags.at(tag).value().is_set());
        let environment = tags.at("Environment");
        match missing {
            Some(tag) => check.fail(&tags, format!("the tag {tag} is missing")),
            None => {
                let is_own = environment.text().map(|own| own == suffix);
                check.expect(&environment, is_own, format!("everything else is of the environment {suffix}"));
            }
        }
    }
}
