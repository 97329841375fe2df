use std::collections::BTreeSet;

use crate::capacity::MAX_UTILISATION_AFTER_ZONE_LOSS;
use crate::loss::{Service, Target, Tasks, survivors};
use crate::{Applies, Check, Rule, Severity};

pub const RULE: Rule = Rule {
    id: "zone-service-headroom",
    severity: Severity::Error,
    applies: Applies::AnyStack,
    requirements: &["APP-2", "ALL-5"],
    page: include_str!("../../../docs/rules/zone-service-headroom.md"),
    check,
};

fn check(check: &mut Check) {
    for service in Service::all(check.inventory()) {
        let zones = service.standing.zones().len();
        if zones < 2 || service.standing.open.is_some() {
            continue;
        }
        match (&service.target, &service.tasks) {
            (Some(target), _) => judge(check, target, service.counts(), zones),
            (None, Tasks::Scaled { by, .. }) => {
                let reason =
                    "no policy holds a CPU utilisation, so how loaded the tasks are does not stand in the plan";
                check.unknown(&by.root(), reason);
            }
            // A service that does not scale is another rule's.
            (None, Tasks::Fixed(_)) => {}
        }
    }
}

fn judge<'a>(check: &mut Check<'a>, target: &Target<'a>, counts: BTreeSet<u32>, zones: usize) {
    let load = |tasks: u32| target.percent * f64::from(tasks) / f64::from(survivors(tasks, zones, 1));
    let worst = counts.into_iter().max_by(|one, other| load(*one).total_cmp(&load(*other)));
    let limit = MAX_UTILISATION_AFTER_ZONE_LOSS;
    match worst {
        None => check.unknown(&target.place, "the number of tasks is known only after the apply"),
        Some(tasks) if load(tasks) <= f64::from(limit) => check.pass(&target.place),
        Some(tasks) => check.fail(&target.place, overload(tasks, zones, load(tasks))),
    }
}

fn overload(tasks: u32, zones: usize, load: f64) -> String {
    match survivors(tasks, zones, 1) {
        0 => format!("with {tasks} task in {zones} zones the loss of its zone leaves none"),
        left => {
            let limit = MAX_UTILISATION_AFTER_ZONE_LOSS;
            format!(
                "of {tasks} tasks in {zones} zones the loss of one leaves {left}, at {load:.0} %; the limit is {limit} %"
            )
        }
    }
}
