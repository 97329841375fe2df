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
use rayon::prelude::*;
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

/// What is wrong with the rules' answer to one mutant.
fn missed(mutation: &Mutation, address: &str, plan: &Value) -> Option<String> {
    let (seen, expected) = (seen_by(plan), mutation.seen_by.iter().copied().collect::<BTreeSet<_>>());
    (seen != expected).then(|| format!("{:?} in {address}: seen by {seen:?}, expected {expected:?}", mutation.defect))
}

#[test]
fn each_planted_defect_is_seen_by_exactly_its_rules_and_the_readme_tells_the_score() {
    let stack = Stack::production();
    let all: Vec<(usize, Vec<String>)> = mutations()
        .par_iter()
        .map(|mutation| {
            let mutants = stack.mutants(mutation);
            assert!(!mutants.is_empty(), "{mutation:?} can be planted nowhere");
            let wrong = mutants.iter().filter_map(|(address, plan)| missed(mutation, address, plan)).collect();
            (mutants.len(), wrong)
        })
        .collect();
    let planted: usize = all.iter().map(|(planted, _)| planted).sum();
    let wrong: Vec<_> = all.into_iter().flat_map(|(_, wrong)| wrong).collect();
    assert!(wrong.is_empty(), "{} of {planted} mutants:\n{}", wrong.len(), wrong.join("\n"));
    let score = format!("{planted} planted defects of {} kinds", mutations().len());
    assert!(include_str!("../../README.md").contains(&score), "the README does not tell the score: {score}");
}

#[test]
fn every_rule_has_a_defect_that_it_sees() {
    let planted: BTreeSet<_> = mutations().iter().flat_map(|mutation| mutation.seen_by).copied().collect();
    let missing: Vec<_> = rules().map(|rule| rule.id).filter(|id| !planted.contains(id)).collect();
    assert_eq!(missing, [""; 0]);
}
