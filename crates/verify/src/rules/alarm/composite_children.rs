use std::collections::HashMap;

use super::children::children;
use super::near::nearest;
use crate::alarm::{COMPOSITE, KIND};
use crate::planned::Planned::Unknown;
use crate::resource::Resource;
use crate::{Applies, Check, Rule, Severity};

pub const RULE: Rule = Rule {
    id: "alarm-composite-children",
    severity: Severity::Error,
    applies: Applies::AnyStack,
    requirements: &["MON-4", "ALL-3"],
    page: include_str!("../../../docs/rules/alarm-composite-children.md"),
    check,
};

/// CloudWatch API Reference, PutCompositeAlarm: "The alarm rule can reference up to 100 underlying alarms".
const MOST: usize = 100;

fn check(check: &mut Check) {
    let alarms = check.all_of(&[KIND, COMPOSITE]);
    let names: HashMap<_, _> =
        alarms.filter_map(|alarm| Some((alarm.at("alarm_name").text().known()?, alarm))).collect();
    for composite in check.all(COMPOSITE) {
        one(check, composite, &names);
    }
}

fn one<'a>(check: &mut Check<'a>, composite: Resource<'a>, names: &HashMap<&str, Resource<'a>>) {
    let place = composite.at("alarm_rule");
    let children = children(composite);
    if place.text() == Unknown && place.links_to(&[KIND, COMPOSITE]).links.is_empty() {
        return check.unknown(&place, "the rule is known only after the apply");
    }
    if children.len() > MOST {
        return check.fail(&place, format!("it is made of {} alarms, and AWS takes {MOST}", children.len()));
    }
    let missing: Vec<_> = children.iter().filter(|name| !names.contains_key(**name)).collect();
    let misspelt = missing.iter().find_map(|name| Some((**name, nearest(name, names.keys().copied())?)));
    let unlinked = children.iter().filter_map(|name| names.get(name)).find(|child| !waits_for(composite, **child));
    match (misspelt, unlinked, missing.first()) {
        (Some((name, near)), ..) => check.fail(&place, format!("no alarm is called {name}; one is called {near}")),
        (_, Some(child), _) => check.fail(
            &place,
            format!(
                "it names {} without a reference, so that it may be created first and deleted last",
                child.address()
            ),
        ),
        (.., Some(name)) => check.unknown(&place, format!("no alarm of this plan is called {name}")),
        _ => check.pass(&place),
    }
}

/// Whether Terraform knows that a child comes first; what comes from local values and loops it may know.
fn waits_for(composite: Resource, child: Resource) -> bool {
    let place = composite.at("alarm_rule");
    let depends = composite.depends_on().iter().any(|name| child.address().starts_with(name.as_str()));
    let is_linked = || place.links_to(&[KIND, COMPOSITE]).resources().any(|linked| linked == child);
    depends || is_linked() || !place.refers_to_resources_only()
}
