use super::names::{ends_with, has_tags, name, suffix, tag};
use crate::planned::Planned::Absent;
use crate::{Applies, Check, Rule, Severity};

pub const RULE: Rule = Rule {
    id: "name-suffix",
    severity: Severity::Error,
    applies: Applies::Paytf,
    requirements: &["ALL-2"],
    page: include_str!("../../../docs/rules/name-suffix.md"),
    check,
};

fn check(check: &mut Check) {
    let inventory = check.inventory();
    let Some(suffix) = suffix(inventory) else { return };
    for resource in inventory.resources() {
        // What has no name of its own is found by its tag.
        let name_tag = || Some(tag(resource, "Name")).filter(|_| has_tags(resource));
        // A name that AWS gave, as `default`, is not the stack's to choose.
        let own = name(resource).filter(|place| place.is_written() || place.text() == Absent);
        let Some(place) = own.or_else(name_tag) else { continue };
        if place.text() == Absent {
            check.fail(&place, format!("it has no name, and none that ends with -{suffix}"));
        } else {
            let ends = place.text().map(|name| ends_with(name, &suffix));
            check.expect(&place, ends, format!("it does not end with the environment, -{suffix}"));
        }
    }
}
