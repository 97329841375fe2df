//! A composite alarm names alarms that exist before it, by reference, and at most 100.
//!
//! ## Why
//!
//! AWS refuses a composite alarm while one of its children does not exist, and refuses to delete a
//! child while the composite alarm exists. Terraform knows the order only from a reference: with
//! names written as text, the first apply or the destroy fails, depending on chance. A
//! misspelt name fails always.
//!
//! ## Example
//!
//! ```hcl
//! resource "aws_cloudwatch_composite_alarm" "zone" {
//!   alarm_name = "zone-impaired"
//!   alarm_rule = "ALARM(healthy-hosts) OR ALARM(errors)"
//! }
//! ```
//!
//! ## Fix
//!
//! Name each child by a reference to its `alarm_name`.
//!
//! ```hcl
//! resource "aws_cloudwatch_composite_alarm" "zone" {
//!   alarm_name = "zone-impaired"
//!   alarm_rule = join(" OR ", [
//!     "ALARM(${aws_cloudwatch_metric_alarm.healthy_hosts.alarm_name})",
//!     "ALARM(${aws_cloudwatch_metric_alarm.errors.alarm_name})",
//!   ])
//! }
//! ```
//!
//! ## Source
//!
//! - [PutCompositeAlarm](https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutCompositeAlarm.html)
//! - [DeleteAlarms](https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_DeleteAlarms.html)

use std::collections::HashMap;

use super::children::children;
use super::near::nearest;
use crate::Check;
use crate::alarm::{COMPOSITE, KIND, name};
use crate::planned::Planned::Unknown;
use crate::resource::Resource;

rule! { Error, AnyStack, ["MON-4", "ALL-3"] }

/// CloudWatch API Reference, PutCompositeAlarm: "The alarm rule can reference up to 100 underlying
/// alarms".
const MOST: usize = 100;

fn check(check: &mut Check) {
    let alarms = check.all_of(&[KIND, COMPOSITE]);
    let names: HashMap<_, _> = alarms.filter_map(|alarm| Some((name(alarm)?, alarm))).collect();
    for composite in check.all(COMPOSITE) {
        check_composite(check, composite, &names);
    }
}

fn check_composite<'a>(
    check: &mut Check<'a>,
    composite: Resource<'a>,
    names: &HashMap<&str, Resource<'a>>,
) {
    let place = composite.at("alarm_rule");
    let children = children(composite);
    if place.string() == Unknown && place.links_to(&[KIND, COMPOSITE]).links.is_empty() {
        return check.unknown(&place, "the rule is known only after the apply");
    }
    if children.len() > MOST {
        return check.fail(
            &place,
            format!("it is made of {} alarms, and AWS allows {MOST}", children.len()),
        );
    }
    let missing: Vec<_> = children.iter().filter(|name| !names.contains_key(**name)).collect();
    let misspelt =
        missing.iter().find_map(|name| Some((**name, nearest(name, names.keys().copied())?)));
    let unlinked = children
        .iter()
        .filter_map(|name| names.get(name))
        .find(|child| !waits_for(composite, **child));
    match (misspelt, unlinked, missing.first()) {
        (Some((name, near)), ..) => {
            check.fail(&place, format!("no alarm is called {name}; one is called {near}"))
        }
        (_, Some(child), _) => check.fail(
            &place,
            format!(
                "it names {} without a reference, so that it may be created first and deleted last",
                child.address()
            ),
        ),
        (.., Some(name)) => {
            check.unknown(&place, format!("no alarm of this plan is called {name}"))
        }
        _ => check.pass(&place),
    }
}

/// Whether Terraform knows that a child comes first; what comes from local values and loops it may
/// know.
fn waits_for(composite: Resource, child: Resource) -> bool {
    let place = composite.at("alarm_rule");
    let depends =
        composite.depends_on().iter().any(|name| child.address().starts_with(name.as_str()));
    let is_linked = || place.links_to(&[KIND, COMPOSITE]).resources().any(|linked| linked == child);
    depends || is_linked() || !place.refers_to_resources_only()
}
