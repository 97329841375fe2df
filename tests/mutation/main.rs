//! A defect planted in paytf's own plan is seen, and by exactly the rules that are meant to see it.
//!
//! Each mutation is planted in every resource that it can be planted in, one at a time: each is a mutant. The score, seen mutants
//! of all, stands in the README.

mod alarm;
mod aws;
mod backup;
mod destroy;
mod encrypt;
mod iam;
mod log;
mod name;
mod network;
mod scale;
mod secret;
mod stack;
#[path = "../support/mod.rs"]
mod support;
mod zone;

use std::collections::BTreeSet;

use paytf::verify::{Inventory, Outcome, Plan, rules, run};
use serde_json::Value;
use stack::{Mutation, Stack};

fn mutations() -> Vec<Mutation> {
    [
        alarm::MUTATIONS,
        aws::MUTATIONS,
        backup::MUTATIONS,
        destroy::MUTATIONS,
        encrypt::MUTATIONS,
        iam::MUTATIONS,
        log::MUTATIONS,
        name::MUTATIONS,
        network::MUTATIONS,
        scale::MUTATIONS,
        secret::MUTATIONS,
        zone::MUTATIONS,
    ]
    .concat()
}

/// The rules with something to say of a plan.
fn seen_by(plan: &Value) -> BTreeSet<&'static str> {
    let text = plan.to_string();
    let inventory = Inventory::from_plan(Plan::parse(text.as_bytes()).unwrap());
    let results = run(&inventory, rules()).filter(|result| result.outcome != Outcome::Pass);
    results.map(|result| result.rule.id).collect()
}

#[test]
fn the_stack_itself_is_without_a_finding() {
    let text = Stack::production().plan.to_string();
    let inventory = Inventory::from_plan(Plan::parse(text.as_bytes()).unwrap());
    let findings: Vec<_> = run(&inventory, rules())
        .filter(|result| result.outcome != Outcome::Pass)
        .map(|result| format!("{}: {result}", result.rule.id))
        .collect();
    assert_eq!(findings, [""; 0]);
}

#[test]
fn each_planted_defect_is_seen_by_exactly_its_rules() {
    let stack = Stack::production();
    let (mut planted, mut missed) = (0, Vec::new());
    for mutation in mutations() {
        let mutants = stack.mutants(&mutation);
        if mutants.is_empty() {
            missed.push(format!("{mutation:?} can be planted nowhere"));
        }
        for (address, plan) in mutants {
            planted += 1;
            let (seen, expected) = (seen_by(&plan), mutation.seen_by.iter().copied().collect());
            if seen != expected {
                missed.push(format!("{:?} in {address}: seen by {seen:?}, expected {expected:?}", mutation.defect));
            }
        }
    }
    assert!(missed.is_empty(), "{} of {planted} mutants:\n{}", missed.len(), missed.join("\n"));
}

#[test]
fn every_rule_has_a_defect_that_it_sees() {
    let planted: BTreeSet<_> = mutations().iter().flat_map(|mutation| mutation.seen_by).copied().collect();
    let missing: Vec<_> = rules().map(|rule| rule.id).filter(|id| !planted.contains(id)).collect();
    assert_eq!(missing, [""; 0]);
}
