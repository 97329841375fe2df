//! Stacks that paytf did not write: hardened ones of other styles are without a failure, and each fault planted in their source is
//! seen. A real Terraform plans all of them in one run.
//!
//! `each` is one folder with `for_each` over zones; `modules` is a root that calls modules, with `count`, `element()` and locals.

mod faults;
mod stack;
#[path = "../support/mod.rs"]
mod support;

use std::collections::BTreeSet;

use faults::{FAULTS, HIDDEN};
use stack::{STYLES, failures, plans, unknowns, unknowns_with_source};

#[test]
fn a_hardened_stack_of_another_style_is_without_a_failure() {
    for style in STYLES {
        assert_eq!(failures(&plans()[style.name]), [""; 0], "{}", style.name);
    }
}

#[test]
fn what_is_not_known_of_a_hardened_stack_is_pinned() {
    for style in STYLES {
        style.assert_pinned(&unknowns(&plans()[style.name]));
    }
}

#[test]
fn each_planted_fault_is_seen_by_its_rules() {
    let mut missed = Vec::new();
    for fault in FAULTS {
        let failures = failures(&plans()[&fault.variant()]);
        let seen: BTreeSet<_> = failures.iter().filter_map(|line| line.split(':').next()).collect();
        let expected: BTreeSet<_> = fault.seen_by.iter().copied().collect();
        if seen != expected {
            missed.push(format!("{}: expected {expected:?}, seen\n  {}", fault.variant(), failures.join("\n  ")));
        }
    }
    assert!(missed.is_empty(), "{} of {}:\n{}", missed.len(), FAULTS.len(), missed.join("\n"));
}

#[test]
fn a_fault_that_a_plan_hides_is_not_known_and_never_a_pass() {
    for fault in HIDDEN {
        let unknowns = unknowns(&plans()[&fault.variant()]);
        for rule in fault.seen_by {
            let said = unknowns.iter().any(|line| line.starts_with(&format!("{rule}: ")));
            assert!(said, "{}: {rule} says nothing\n{}", fault.variant(), unknowns.join("\n"));
        }
    }
}

#[test]
fn with_its_source_nothing_of_a_stack_is_left_open_by_a_local_value() {
    for style in STYLES {
        let plan = &plans()[style.name];
        let open: Vec<_> =
            unknowns_with_source(plan, style).into_iter().filter(|line| line.contains("`local.")).collect();
        assert_eq!(open, [""; 0], "{}", style.name);
    }
    let without = STYLES.iter().flat_map(|style| unknowns(&plans()[style.name]));
    assert!(without.into_iter().any(|line| line.contains("`local.")), "no stack has local values that hide anything");
}
