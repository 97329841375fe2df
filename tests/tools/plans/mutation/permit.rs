//! Every permission is taken away, one at a time: what breaks a call that is needed fails, and names the call; what breaks none is
//! listed here, with the reason.

use std::collections::BTreeSet;

use paytf::verify::{Inventory, Outcome, Plan, rules, run};
use rayon::prelude::*;
use serde_json::{Value, json};

use super::stack::Defect::{Custom, Drop};
use super::stack::{Mutation, Stack};

pub const MUTATIONS: &[Mutation] = &[
    Mutation { kind: "aws_iam_role_policy_attachment.task_execution", defect: Drop, seen_by: &["permit-task-start"] },
    Mutation { kind: "aws_iam_role_policy_attachment.task", defect: Drop, seen_by: &["permit-task"] },
    Mutation { kind: "aws_iam_role_policy_attachment.validation", defect: Drop, seen_by: &["permit-function"] },
    Mutation { kind: "aws_iam_role_policy_attachment.database_proxy", defect: Drop, seen_by: &["permit-proxy"] },
    Mutation { kind: "aws_iam_role_policy_attachment.flow_logs", defect: Drop, seen_by: &["permit-service-role"] },
    Mutation { kind: "aws_iam_role.task", defect: Custom(trust_another_service), seen_by: &["permit-trust"] },
    Mutation { kind: "aws_iam_role.task_execution", defect: Custom(trust_another_service), seen_by: &["permit-trust"] },
    Mutation { kind: "aws_iam_role.validation", defect: Custom(trust_another_service), seen_by: &["permit-trust"] },
    Mutation { kind: "aws_iam_role.scheduler", defect: Custom(trust_another_service), seen_by: &["permit-trust"] },
    Mutation { kind: "aws_iam_role.drills", defect: Custom(trust_another_service), seen_by: &["permit-trust"] },
];

fn trust_another_service(stack: &mut Stack, address: &str) -> bool {
    super::iam::trust(stack, address, |statement| {
        statement["Principal"] = json!({"Service": "glue.amazonaws.com"});
        true
    })
}

/// Statements and attachments without which every call that is derived is still allowed, and why that is true.
const HARMLESS: [(&str, &str); 17] = [
    (".drills ReadEcsCluster", "a plan does not show how an experiment resolves its targets"),
    (".drills FindTasks", "the same"),
    (".drills FindTargets", "the same"),
    (".drills MakeNetworkAcl", "one of two statements on the same call, of which EC2 asks for both"),
    (".drills PassStallRole", "the role stands in the parameters of a runbook"),
    (".stall_function", "the runbook of a drill"),
    (".backup", "AWS Backup's own calls are not derived"),
    (
        ".restore_test Read",
        "a plan does not show the states of this workflow, which is said; with its folder each is needed",
    ),
    (".restore_test Create", "the same"),
    (".restore_test Delete", "the same"),
    (".restore_test Decrypt", "the same"),
    (".restore_test Restore", "the same"),
    (".restore_test TagCopy", "the same"),
    (".restore_test EncryptCopy", "the same"),
    (".restore_test Publish", "the same"),
    (".restore_test OpenDataApi", "the same"),
    (".restore_test CountRows", "the same"),
];
/// Statements of other documents that no derived call needs: those of the other workflow, of which the same holds; what flow logs and RDS
/// look for or make once; the environment, which Lambda's own grant decrypts; and a denial, which gives nothing.
const OTHERS: [&str; 6] = [
    ".rpo_probe ReadRecoveryPoint",
    ".rpo_probe Publish",
    "FindLogGroup",
    "KeepLogGroup",
    "DecryptEnvironment",
    "KeepCodeFromNetworkInterfaces",
];

fn permit_rules_fail(plan: &Value) -> bool {
    let inventory = Inventory::from_plan(Plan::parse(plan.to_string().as_bytes()).unwrap());
    let asked = rules().filter(|rule| rule.group() == "permit");
    run(&inventory, asked).iter().any(|result| matches!(result.outcome, Outcome::Fail(_)))
}

#[test]
fn every_permission_is_needed_for_a_call_or_listed_as_harmless() {
    const MOST_STATEMENTS: usize = 20;
    let stack = Stack::production();
    let mut mutants = Vec::new();
    for address in stack.addresses("aws_iam_policy_document") {
        if !address.contains("module.iam.") || address.ends_with("_trust") {
            continue;
        }
        for index in 0..MOST_STATEMENTS {
            let mut copy = stack.clone();
            let sid = copy.change(&address).unwrap()["after"]["statement"][index]["sid"].clone();
            let Some(sid) = sid.as_str() else { break };
            assert!(copy.unset(&address, &format!("statement.{index}")), "{address} {index}");
            mutants.push((format!("{address} {sid}"), copy.plan));
        }
    }
    for (address, plan) in
        stack.mutants(&Mutation { kind: "aws_iam_role_policy_attachment", defect: Drop, seen_by: &[] })
    {
        mutants.push((address, plan));
    }
    assert!(mutants.len() > 50, "only {} mutants", mutants.len());
    let wrong: BTreeSet<_> = mutants
        .par_iter()
        .filter_map(|(name, plan)| {
            let is_harmless =
                HARMLESS.iter().any(|(part, _)| name.contains(part)) || OTHERS.iter().any(|part| name.contains(part));
            let fails = permit_rules_fail(plan);
            (fails == is_harmless).then(|| format!("{name}: fails: {fails}"))
        })
        .collect();
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), mutants.len(), Vec::from_iter(wrong).join("\n"));
}
