//! Stacks that paytf did not write: hardened ones of other styles are without a failure, and each
//! fault planted in their source is seen. A real Terraform plans all of them in one run.
//!
//! `each` is one folder with `for_each` over zones; `modules` is a root that calls modules, with
//! `count`, `element()` and locals.

mod fault;
mod faults;
mod hidden;
mod stack;

use std::collections::BTreeSet;

use fault::Fault;
use faults::FAULTS;
use hidden::{HIDDEN, INDEXED, UNSHOWN};
use paytf::verify::loss::ZoneLossAnalysis;
pub use stack::{STYLES, plans};
use stack::{Said, inventory_with_source, plan_of};

#[test]
fn a_hardened_stack_of_another_style_is_without_a_failure() {
    for style in STYLES {
        let plan = &plans()[style.name];
        assert_eq!(Said::of(plan).failures(), [""; 0], "{}", style.name);
        assert_eq!(
            Said::with_source(plan, &style.files()).failures(),
            [""; 0],
            "{} with its source",
            style.name
        );
    }
}

#[test]
fn what_is_not_known_of_a_hardened_stack_is_pinned() {
    for style in STYLES {
        style.assert_pinned(&Said::of(&plans()[style.name]).unknowns());
    }
}

/// The faults that are not seen by exactly their rules.
fn missed(
    faults: &[&[Fault]],
    say: impl Fn(&Fault) -> Said,
    seen_by: impl Fn(&Fault) -> Vec<&'static str>,
) -> Vec<String> {
    let mut missed = Vec::new();
    for fault in faults.iter().copied().flatten() {
        let failures = say(fault).failures();
        let seen: BTreeSet<_> = failures.iter().filter_map(|line| line.split(':').next()).collect();
        let expected: BTreeSet<_> = seen_by(fault).into_iter().collect();
        if seen != expected {
            missed.push(format!(
                "{}: expected {expected:?}, seen\n  {}",
                fault.variant(),
                failures.join("\n  ")
            ));
        }
    }
    missed
}

#[test]
fn each_planted_fault_is_seen_by_its_rules() {
    let missed =
        missed(&[FAULTS], |fault| Said::of(plan_of(fault)), |fault| fault.seen_by.to_vec());
    assert!(missed.is_empty(), "{} of {}:\n{}", missed.len(), FAULTS.len(), missed.join("\n"));
}

#[test]
fn with_its_source_each_planted_fault_is_seen_by_its_rules_behind_indexes_and_filters_too() {
    let say = |fault: &Fault| Said::with_source(plan_of(fault), &fault.planted());
    let missed = missed(&[FAULTS, INDEXED, UNSHOWN], say, |fault| {
        [fault.seen_by, fault.seen_with_source_by].concat()
    });
    assert!(missed.is_empty(), "{}:\n{}", missed.len(), missed.join("\n"));
}

#[test]
fn a_fault_that_a_plan_hides_is_not_known_and_never_a_pass() {
    for fault in HIDDEN.iter().chain(INDEXED) {
        let message = Said::of(plan_of(fault));
        for rule in fault.seen_by {
            let of_rule = |line: &String| line.starts_with(&format!("{rule}: "));
            let unknowns = message.unknowns();
            assert!(
                unknowns.iter().any(of_rule),
                "{}: {rule} says nothing\n{}",
                fault.variant(),
                unknowns.join("\n")
            );
        }
    }
}

#[test]
fn no_way_out_of_a_zone_is_a_pass_where_an_index_is_not_shown() {
    for fault in INDEXED {
        let passes = Said::of(plan_of(fault)).passes();
        let ways: Vec<_> =
            passes.iter().filter(|line| line.starts_with("zone-nat-own-zone: ")).collect();
        assert!(ways.is_empty(), "{}: {ways:?}", fault.variant());
    }
}

#[test]
fn with_its_source_nothing_of_a_stack_is_left_open_by_a_local_value_or_an_index() {
    let is_open = |line: &String| {
        line.contains("`local.")
            || line.contains(": not known: the plan does not show")
            || line.starts_with("zone-")
    };
    for style in STYLES {
        let unknowns = Said::with_source(&plans()[style.name], &style.files()).unknowns();
        assert_eq!(
            unknowns.into_iter().filter(is_open).collect::<Vec<_>>(),
            [""; 0],
            "{}",
            style.name
        );
    }
    let without = STYLES.iter().flat_map(|style| Said::of(&plans()[style.name]).unknowns());
    let without: Vec<_> = without.collect();
    for what in ["`local.", "the plan does not show the index"] {
        assert!(
            without.iter().any(|line| line.contains(what)),
            "no stack has anything that {what} hides"
        );
    }
}

#[test]
fn with_its_source_a_hardened_stack_is_proven_to_outlive_the_loss_of_each_zone() {
    for style in STYLES {
        let inventory = inventory_with_source(&plans()[style.name], &style.files());
        let loss = ZoneLossAnalysis::of(&inventory);
        let single = loss.cases.iter().enumerate().filter(|(_, case)| case.lost.len() == 1);
        let verdicts: Vec<_> = single.map(|(place, _)| loss.verdict(place)).collect();
        assert!(
            verdicts.iter().all(|verdict| ["survives", "degraded"].contains(verdict)),
            "{}: {verdicts:?}",
            style.name
        );
        assert_eq!(verdicts.len(), 3, "{}", style.name);
    }
}

#[test]
fn a_subnet_that_leaves_through_another_zone_has_no_way_out_when_that_zone_is_lost() {
    let fault =
        FAULTS.iter().find(|fault| fault.variant() == "modules-all-routes-to-one-nat").unwrap();
    let inventory = inventory_with_source(plan_of(fault), &fault.planted());
    let loss = ZoneLossAnalysis::when(&inventory, &["us-east-1b"]);
    let stranded =
        loss.rows.iter().filter(|row| row.impacts[0].why().starts_with("has no way out"));
    let stranded: Vec<_> =
        stranded.map(|row| (row.resource.address(), row.impacts[0].word())).collect();
    let subnet = |index| format!("module.network.aws_subnet.private[{index}]");
    assert_eq!(stranded, [(subnet(0).as_str(), "degraded"), (subnet(2).as_str(), "degraded")]);
}
