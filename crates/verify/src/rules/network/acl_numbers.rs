use std::collections::{HashMap, HashSet};

use super::acl::entries;
use crate::planned::Planned::{Absent, Known, Unknown};
use crate::{Applies, Check, Place, Resource, Rule, Severity};

pub const RULE: Rule = Rule {
    id: "network-acl-numbers",
    severity: Severity::Error,
    applies: Applies::AnyStack,
    requirements: &["NET-3", "ALL-7"],
    page: include_str!("../../../docs/rules/network-acl-numbers.md"),
    check,
};

/// Source: EC2 API Reference, `CreateNetworkAclEntry`, `RuleNumber`: 32767 and above are AWS's own.
const HIGHEST: f64 = 32766.0;

fn check(check: &mut Check) {
    let mut taken: HashMap<(Option<&str>, bool), HashSet<u64>> = HashMap::new();
    let entries = entries(check.inventory());
    for entry in &entries {
        let place: &Place = &entry.number;
        match place.number() {
            Known(number) if !(1.0..=HIGHEST).contains(&number) => {
                check.fail(place, format_args!("AWS takes 1 to {HIGHEST}"));
            }
            Known(number) => {
                let is_new =
                    taken.entry((entry.acl.map(Resource::address), entry.egress)).or_default().insert(number as u64);
                let direction = if entry.egress { "out" } else { "in" };
                match (entry.acl, is_new) {
                    (Some(acl), false) => {
                        check.fail(
                            place,
                            format_args!("another entry of {} has it too, for the way {direction}", acl.address()),
                        );
                    }
                    _ => check.pass(place),
                }
            }
            Unknown | Absent => check.unknown(place, "known only after the apply"),
        }
    }
}
