//! What is left when an availability zone is lost, and the thresholds that follow from it.
//!
//! ECS spreads `n` tasks over three zones as evenly as it can, so losing the fullest zone takes
//! `ceil(n / 3)` of them, and the rest carry the whole load until new tasks run.
//! Source: AWS Well-Architected Framework, REL11-BP05 "Use static stability to prevent bimodal
//! behavior".

use std::ops::RangeInclusive;

/// Utilisation, in percent, that the tasks left after the loss of a zone may reach: above it,
/// latency grows faster than replacements start.
pub const MAX_UTILISATION_AFTER_ZONE_LOSS: u32 = 90;

/// Part of the task ceiling, in percent, at which someone should look: the headroom left is smaller
/// than a zone.
const CEILING_ALARM_PERCENT: u32 = 90;

/// Zones of a stack: an Aurora volume spans three, and so does everything else.
pub const ZONE_COUNT: usize = 3;

const ZONES: u32 = ZONE_COUNT as u32;

/// How many of `tasks` are in each of the three zones, the fullest first.
///
/// ```
/// assert_eq!(verify::capacity::spread(10), [4, 3, 3]);
/// ```
pub fn spread(tasks: u32) -> [u32; ZONE_COUNT] {
    [tasks.div_ceil(ZONES), (tasks + 1) / ZONES, tasks / ZONES]
}

/// Tasks left when the fullest zone is lost.
///
/// ```
/// assert_eq!(verify::capacity::survivors(10), 6);
/// ```
pub fn survivors(tasks: u32) -> u32 {
    tasks - spread(tasks)[0]
}

/// By how much the load of each task left grows when the fullest zone is lost; infinite when none
/// is left.
///
/// ```
/// assert_eq!(verify::capacity::load_factor(12), 1.5);
/// ```
pub fn load_factor(tasks: u32) -> f64 {
    match survivors(tasks) {
        0 => f64::INFINITY,
        left => f64::from(tasks) / f64::from(left),
    }
}

/// The number of tasks within the scaling range at which losing a zone hurts most; `None` for an
/// empty range.
///
/// ```
/// assert_eq!(verify::capacity::worst_case(10..=50), Some(10));
/// ```
pub fn worst_case(range: RangeInclusive<u32>) -> Option<u32> {
    range.rev().max_by(|a, b| load_factor(*a).total_cmp(&load_factor(*b)))
}

/// Whether tasks that run at `target` percent can take over the load of a lost zone, at this number
/// of tasks.
///
/// ```
/// use verify::capacity::target_utilisation_fits;
/// assert!(target_utilisation_fits(54, 10));
/// assert!(!target_utilisation_fits(55, 10));
/// ```
pub fn target_utilisation_fits(target: u32, tasks: u32) -> bool {
    u64::from(target) * u64::from(tasks)
        <= u64::from(MAX_UTILISATION_AFTER_ZONE_LOSS) * u64::from(survivors(tasks))
}

/// The highest target, in percent, that fits everywhere in the scaling range; 0 when a zone may
/// hold every task.
///
/// ```
/// assert_eq!(verify::capacity::highest_target(10..=50), 54);
/// ```
pub fn highest_target(range: RangeInclusive<u32>) -> u32 {
    worst_case(range)
        .map_or(0, |tasks| MAX_UTILISATION_AFTER_ZONE_LOSS * survivors(tasks) / tasks.max(1))
}

/// `HealthyHostCount` below this many means that no more is left than after the loss of a zone at
/// `min_tasks`.
///
/// ```
/// assert_eq!(verify::capacity::healthy_host_floor(10), 7);
/// ```
pub fn healthy_host_floor(min_tasks: u32) -> u32 {
    survivors(min_tasks) + 1
}

/// `DesiredTaskCount` from this many on means that scaling will soon end at `max_tasks`.
///
/// ```
/// assert_eq!(verify::capacity::ceiling_alarm(50), 45);
/// ```
pub fn ceiling_alarm(max_tasks: u32) -> u32 {
    (max_tasks * CEILING_ALARM_PERCENT).div_ceil(100)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Places tasks one after the other in the emptiest zone, as ECS does.
    fn placed(tasks: u32) -> [u32; ZONE_COUNT] {
        let mut zones = [0; ZONE_COUNT];
        for _ in 0..tasks {
            *zones.iter_mut().min_by_key(|zone| **zone).expect("there are three zones") += 1;
        }
        zones.sort_unstable_by(|a, b| b.cmp(a));
        zones
    }

    proptest! {
        #[test]
        fn the_spread_is_what_placing_one_task_after_the_other_gives(tasks in 0..2_000u32) {
            prop_assert_eq!(spread(tasks), placed(tasks));
        }

        #[test]
        fn losing_any_zone_leaves_at_least_the_survivors(tasks in 0..2_000u32) {
            let fewest_left = placed(tasks).map(|lost| tasks - lost).into_iter().min();
            prop_assert_eq!(fewest_left, Some(survivors(tasks)));
        }

        #[test]
        fn no_number_of_tasks_in_the_range_is_worse_than_the_worst_case(
            min in 1..200u32, more in 0..200u32
        ) {
            let range = min..=min + more;
            let worst = worst_case(range.clone()).expect("the range holds `min`");
            prop_assert!(range.contains(&worst));
            prop_assert!(range.into_iter().all(|tasks| load_factor(tasks) <= load_factor(worst)));
        }

        #[test]
        fn the_highest_target_fits_everywhere_and_one_more_percent_does_not(
            min in 3..200u32, more in 0..200u32
        ) {
            let range = min..=min + more;
            let target = highest_target(range.clone());
            prop_assert!(range.clone().all(|tasks| target_utilisation_fits(target, tasks)));
            prop_assert!(
                !range.into_iter().all(|tasks| target_utilisation_fits(target + 1, tasks))
            );
        }

        #[test]
        fn a_fitting_target_keeps_the_survivors_at_ninety_percent_or_less(
            target in 1..=100u32, tasks in 3..500u32
        ) {
            let after = f64::from(target) * load_factor(tasks);
            prop_assert_eq!(target_utilisation_fits(target, tasks), after <= 90.0 + 1e-9);
        }

        #[test]
        fn the_healthy_host_alarm_rings_for_a_lost_zone_and_is_silent_otherwise(min in 3..500u32) {
            prop_assert!(
                survivors(min) < healthy_host_floor(min) && healthy_host_floor(min) <= min
            );
        }
    }

    #[test]
    fn the_documented_sizing_holds() {
        assert_eq!((spread(50), survivors(50)), ([17, 17, 16], 33));
        assert_eq!((50.0 * load_factor(10)).round(), 83.0);
    }

    #[test]
    fn a_single_task_does_not_survive_its_zone() {
        assert_eq!((survivors(1), load_factor(1), highest_target(1..=1)), (0, f64::INFINITY, 0));
    }
}
