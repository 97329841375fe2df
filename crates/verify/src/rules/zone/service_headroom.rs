//! The tasks that a lost zone leaves can carry the load until new ones have started.
//!
//! ## Why
//!
//! Scaling adds tasks minutes after a zone is lost. Until then, the tasks that are left carry all
//! the load: of ten tasks in three zones six are left, each with 10/6 of its load. A service held
//! at 70 % would be at 117 %, and fail in the zones that are left.
//!
//! ## Example
//!
//! ```hcl
//! resource "aws_appautoscaling_policy" "cpu" {
//!   target_tracking_scaling_policy_configuration {
//!     target_value = 70
//!
//!     predefined_metric_specification {
//!       predefined_metric_type = "ECSServiceAverageCPUUtilization"
//!     }
//!   }
//! }
//! ```
//!
//! ## Fix
//!
//! Lower `target_value`, so that what is left stays at 90 % or less: 54 for 10 tasks in three
//! zones, 60 for a multiple of three, 45 in two zones.
//!
//! ```hcl
//! resource "aws_appautoscaling_policy" "cpu" {
//!   target_tracking_scaling_policy_configuration {
//!     target_value = 50
//!
//!     predefined_metric_specification {
//!       predefined_metric_type = "ECSServiceAverageCPUUtilization"
//!     }
//!   }
//! }
//! ```
//!
//! ## Source
//!
//! - [AWS Well-Architected, REL11-BP05: use static stability](https://docs.aws.amazon.com/wellarchitected/latest/reliability-pillar/rel_withstand_component_failures_static_stability.html)
//! - [Static stability using Availability Zones](https://aws.amazon.com/builders-library/static-stability-using-availability-zones/)

use std::collections::BTreeSet;

use crate::Check;
use crate::capacity::MAX_UTILISATION_AFTER_ZONE_LOSS;
use crate::loss::{Service, Target, Tasks, survivors};

rule! { Error, AnyStack, ["APP-2", "ALL-5"] }

fn check(check: &mut Check) {
    for service in Service::all(check.inventory()) {
        let zones = service.placement.zones().len();
        if zones < 2 || service.placement.incomplete.is_some() {
            continue;
        }
        match (&service.target, &service.tasks) {
            (Some(target), _) => check_target(check, target, service.counts(), zones),
            (None, Tasks::Scaled { by, .. }) => {
                let reason = "no policy holds a CPU utilisation, so how loaded the tasks are is \
                              not in the plan";
                check.unknown(&by.root(), reason);
            }
            // A service that does not scale is another rule's.
            (None, Tasks::Fixed(_)) => {}
        }
    }
}

fn check_target<'a>(
    check: &mut Check<'a>,
    target: &Target<'a>,
    counts: BTreeSet<u32>,
    zones: usize,
) {
    let load =
        |tasks: u32| target.percent * f64::from(tasks) / f64::from(survivors(tasks, zones, 1));
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
                "of {tasks} tasks in {zones} zones the loss of one leaves {left}, at {load:.0} %; \
                 the limit is {limit} %"
            )
        }
    }
}
