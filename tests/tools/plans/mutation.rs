//! A defect planted in paytf's own plan is seen, and by exactly the rules that are meant to see it.
//!
//! Each mutation is planted in every resource that it can be planted in, one at a time: each is a
//! mutant. The score, seen mutants of all, is in the README.

mod alarm;
mod aws;
mod backup;
mod destroy;
mod encrypt;
mod harden;
mod iam;
mod log;
mod name;
mod network;
mod permit;
mod reach;
mod scale;
mod secret;
mod stack;
mod zone;

use std::collections::BTreeSet;
use std::path::Path;

use paytf::verify::{Declared, Inventory, Outcome, Plan, PolicyFile, rules, run};
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
        harden::MUTATIONS,
        iam::MUTATIONS,
        log::MUTATIONS,
        name::MUTATIONS,
        network::MUTATIONS,
        permit::MUTATIONS,
        reach::MUTATIONS,
        scale::MUTATIONS,
        secret::MUTATIONS,
        zone::MUTATIONS,
    ]
    .concat()
}

/// What a plan does not show of the stack itself: texts that are put together during the apply. By
/// rule and resource.
const UNREAD: [(&str, &str); 9] = [
    ("aws-workflow-arguments", "module.resilience.aws_sfn_state_machine.restore_test"),
    ("aws-workflow-arguments", "module.resilience.aws_sfn_state_machine.rpo_probe"),
    ("harden-container", "module.application.aws_ecs_task_definition.main"),
    ("iam-policy-size", "module.iam.aws_iam_policy.drills"),
    ("permit-service-role", "module.resilience.aws_sfn_state_machine.restore_test"),
    ("permit-service-role", "module.resilience.aws_sfn_state_machine.rpo_probe"),
    ("permit-task", "module.application.aws_ecs_task_definition.main"),
    ("reach-needed", "module.application.aws_ecs_task_definition.main"),
    ("secret-in-environment", "module.application.aws_ecs_task_definition.main"),
];

/// Rules on what the stack has none of, as Kubernetes, or on what runs already: their bad plans in
/// `crates/verify/tests/rules` are their proof.
const WITHOUT_SUBJECT: [&str; 8] = [
    "aws-workflow-arguments",
    "encrypt-classic-listener",
    "encrypt-cluster-secrets",
    "harden-container",
    "harden-instance-metadata",
    "log-service",
    "network-cluster-endpoint",
    "reach-running-tasks",
];

/// What the policy file of the stack declares.
fn declared() -> Declared {
    let path = Path::new(PolicyFile::NAME);
    PolicyFile::parse(path, &paytf::stack::policy("")).unwrap().declared
}

/// The rules that a plan fails, and those that do not know.
fn seen_by(plan: &Value) -> (BTreeSet<&'static str>, BTreeSet<&'static str>) {
    let text = plan.to_string();
    let inventory =
        Inventory::from_plan(Plan::parse(text.as_bytes()).unwrap()).with_declared(declared());
    let (mut fails, mut unknowns) = (BTreeSet::new(), BTreeSet::new());
    for result in run(&inventory, rules()) {
        let place = (result.rule.id, result.place.resource().address());
        match result.outcome {
            Outcome::Unknown(_) if UNREAD.contains(&place) => false,
            Outcome::Pass => false,
            Outcome::Fail(_) => fails.insert(result.rule.id),
            Outcome::Unknown(_) => unknowns.insert(result.rule.id),
        };
    }
    (fails, unknowns)
}

#[test]
fn the_stack_itself_is_without_a_finding() {
    let text = Stack::production().plan.to_string();
    let inventory =
        Inventory::from_plan(Plan::parse(text.as_bytes()).unwrap()).with_declared(declared());
    let findings: Vec<_> = run(&inventory, rules())
        .into_iter()
        .filter(|result| result.outcome != Outcome::Pass)
        .filter(|result| {
            let place = (result.rule.id, result.place.resource().address());
            !(matches!(result.outcome, Outcome::Unknown(_)) && UNREAD.contains(&place))
        })
        .map(|result| format!("{}: {result}", result.rule.id))
        .collect();
    assert_eq!(findings, [""; 0]);
}

/// Where a defect takes away what a rule would judge by, so that it says no more than that it does
/// not know.
const NOT_KNOWN: [(&str, &str); 13] = [
    ("module.monitoring.aws_cloudwatch_metric_alarm.healthy_hosts", "alarm-dimensions-exist"),
    ("module.monitoring.aws_sns_topic.page", "alarm-topic-key"),
    ("module.monitoring.aws_sns_topic.page", "encrypt-own-key"),
    ("module.monitoring.aws_sns_topic.ticket", "alarm-topic-key"),
    ("module.monitoring.aws_sns_topic.ticket", "encrypt-own-key"),
    ("module.application.aws_appautoscaling_target.tasks", "zone-service-headroom"),
    ("module.application.aws_ecs_cluster.main", "harden-platform"),
    ("module.application.aws_ecs_service.main", "alarm-composite-children"),
    ("module.application.aws_lb.main", "reach-exposed"),
    ("module.application.aws_lb.main", "reach-needed"),
    ("module.application.aws_lb.main", "zone-nothing-lost"),
    ("module.network.aws_vpc.main", "harden-instance-metadata"),
    ("module.network.aws_vpc.main", "secret-rotating-injected"),
];

/// What is wrong with the rules' answer to one mutant: it has to fail its rules and no others.
fn missed(mutation: &Mutation, address: &str, plan: &Value) -> Option<String> {
    let expected: BTreeSet<_> = mutation.seen_by.iter().copied().collect();
    let (fails, unknowns) = seen_by(plan);
    let are_meant = unknowns.iter().all(|rule| NOT_KNOWN.contains(&(address, *rule)));
    let is_right =
        are_meant && fails.union(&unknowns).copied().collect::<BTreeSet<_>>() == expected;
    let what = || {
        format!(
            "{:?} in {address}: fails {fails:?}, not known {unknowns:?}, expected {expected:?}",
            mutation.defect
        )
    };
    (!is_right).then(what)
}

#[test]
fn each_planted_defect_is_seen_by_exactly_its_rules_and_the_readme_tells_the_score() {
    let stack = Stack::production();
    let all: Vec<(usize, Vec<String>)> = mutations()
        .par_iter()
        .map(|mutation| {
            let mutants = stack.mutants(mutation);
            assert!(!mutants.is_empty(), "{mutation:?} can be planted nowhere");
            let wrong = mutants
                .iter()
                .filter_map(|(address, plan)| missed(mutation, address, plan))
                .collect();
            (mutants.len(), wrong)
        })
        .collect();
    let planted: usize = all.iter().map(|(planted, _)| planted).sum();
    let wrong: Vec<_> = all.into_iter().flat_map(|(_, wrong)| wrong).collect();
    assert!(wrong.is_empty(), "{} of {planted} mutants:\n{}", wrong.len(), wrong.join("\n"));
    let score = format!("{planted} defects of {} kinds", mutations().len());
    let readme = include_str!("../../../README.md").split_whitespace().collect::<Vec<_>>();
    assert!(readme.join(" ").contains(&score), "the README does not show the score: {score}");
}

#[test]
fn every_rule_has_a_defect_that_it_sees() {
    let planted: BTreeSet<_> =
        mutations().iter().flat_map(|mutation| mutation.seen_by).copied().collect();
    let missing: Vec<_> = rules()
        .map(|rule| rule.id)
        .filter(|id| !planted.contains(id) && !WITHOUT_SUBJECT.contains(id))
        .collect();
    assert_eq!(missing, [""; 0]);
}
