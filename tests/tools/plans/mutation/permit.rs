//! Every permission is taken away, one at a time: what breaks a call that is needed fails, and
//! names the call; what breaks none is listed here, with the reason.

use std::collections::BTreeSet;

use paytf::verify::{Inventory, Outcome, Plan, rules, run};
use rayon::prelude::*;
use serde_json::{Value, json};

use super::stack::Defect::{Custom, Drop, Unset};
use super::stack::{Mutation, Stack};

pub const MUTATIONS: &[Mutation] = &[
    Mutation {
        kind: "aws_iam_role_policy_attachment.task_execution",
        defect: Drop,
        seen_by: &["permit-task-start"],
    },
    Mutation {
        kind: "aws_iam_role_policy_attachment.task",
        defect: Drop,
        seen_by: &["permit-task"],
    },
    Mutation {
        kind: "aws_iam_role_policy_attachment.validation",
        defect: Drop,
        seen_by: &["permit-function"],
    },
    Mutation {
        kind: "aws_iam_role_policy_attachment.database_proxy",
        defect: Drop,
        seen_by: &["permit-proxy"],
    },
    Mutation {
        kind: "aws_iam_role_policy_attachment.flow_logs",
        defect: Drop,
        seen_by: &["permit-service-role"],
    },
    Mutation {
        kind: "aws_iam_role.task",
        defect: Custom(trust_another_service),
        seen_by: &["permit-trust"],
    },
    Mutation {
        kind: "aws_iam_role.task_execution",
        defect: Custom(trust_another_service),
        seen_by: &["permit-trust"],
    },
    Mutation {
        kind: "aws_iam_role.validation",
        defect: Custom(trust_another_service),
        seen_by: &["permit-trust"],
    },
    Mutation {
        kind: "aws_iam_role.scheduler",
        defect: Custom(trust_another_service),
        seen_by: &["permit-trust"],
    },
    Mutation {
        kind: "aws_iam_role.drills",
        defect: Custom(trust_another_service),
        seen_by: &["permit-trust"],
    },
    // What lets the load balancer write its logs, and S3.
    Mutation {
        kind: "aws_iam_policy_document.access_logs",
        defect: Unset("statement.0"),
        seen_by: &["permit-delivery"],
    },
    Mutation {
        kind: "aws_iam_policy_document.access_logs",
        defect: Unset("statement.1"),
        seen_by: &["permit-delivery"],
    },
];

fn trust_another_service(stack: &mut Stack, address: &str) -> bool {
    super::iam::trust(stack, address, |statement| {
        statement["Principal"] = json!({"Service": "glue.amazonaws.com"});
        true
    })
}

/// Statements and attachments without which every call that is derived is still allowed, and why
/// that is true.
const HARMLESS: [(&str, &str); 17] = [
    (".drills ReadEcsCluster", "a plan does not show how an experiment resolves its targets"),
    (".drills FindTasks", "the same"),
    (".drills FindTargets", "the same"),
    (
        ".drills MakeNetworkAcl",
        "one of two statements on the same call, of which EC2 asks for both",
    ),
    (".drills PassStallRole", "the role is in the parameters of a runbook"),
    (".task ValidatePayments", "the policy of the function names the role too"),
    (".stall_function", "the runbook of a drill"),
    (
        ".restore_test Read",
        "a plan does not show the states of this workflow, which is said; with its folder each is \
         needed",
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
/// Statements of other documents that no derived call needs: those of the other workflow, of which
/// the same holds; what flow logs and RDS look for or make once; the environment, which Lambda's
/// own grant decrypts; and denials, which give nothing.
const OTHERS: [&str; 7] = [
    ".rpo_probe ReadRecoveryPoint",
    ".rpo_probe Publish",
    "FindLogGroup",
    "DecryptEnvironment",
    "KeepCodeFromNetworkInterfaces",
    " DenyInsecureTransport",
    " DenyOther",
];

/// Rules that ask for calls, beside those of their own group.
const ASKING: [&str; 4] =
    ["alarm-subscription-delivery", "alarm-topic-key", "alarm-topic-policy", "log-group-key"];

/// What the rules that ask for calls say of a plan, where they do not pass.
fn refused(plan: &Value) -> Vec<String> {
    let inventory = Inventory::from_plan(Plan::parse(plan.to_string().as_bytes()).unwrap());
    let asked = rules().filter(|rule| rule.group() == "permit" || ASKING.contains(&rule.id));
    let results = run(&inventory, asked);
    let failed = results.iter().filter(|result| matches!(result.outcome, Outcome::Fail(_)));
    failed.map(|result| result.reason().unwrap_or_default().to_owned()).collect()
}

/// A copy of the stack for each statement of its policies, without that, and for each attachment of
/// a policy to a role.
fn mutants(stack: &Stack) -> Vec<(String, Value)> {
    const MOST_STATEMENTS: usize = 20;
    let mut mutants = Vec::new();
    for address in stack.addresses("aws_iam_policy_document") {
        for index in 0..MOST_STATEMENTS {
            let mut copy = stack.clone();
            let statement = copy.change(&address).unwrap()["after"]["statement"][index].clone();
            if statement.is_null() {
                break;
            }
            let sid = statement["sid"]
                .as_str()
                .filter(|sid| !sid.is_empty())
                .map_or(index.to_string(), str::to_owned);
            assert!(copy.unset(&address, &format!("statement.{index}")), "{address} {index}");
            mutants.push((format!("{address} {sid}"), copy.plan));
        }
    }
    mutants.extend(stack.mutants(&Mutation {
        kind: "aws_iam_role_policy_attachment",
        defect: Drop,
        seen_by: &[],
    }));
    mutants
}

#[test]
fn every_permission_is_needed_for_a_call_or_listed_as_harmless() {
    let mutants = mutants(Stack::production());
    let (attachments, statements): (Vec<_>, Vec<_>) =
        mutants.iter().partition(|(name, _)| name.contains("aws_iam_role_policy_attachment"));
    println!("{} statements, {} attachments", statements.len(), attachments.len());
    let listed = || HARMLESS.iter().map(|(part, _)| *part).chain(OTHERS);
    let unused: Vec<_> =
        listed().filter(|part| !mutants.iter().any(|(name, _)| name.contains(part))).collect();
    assert_eq!(unused, [""; 0], "listed, and in no policy");
    let wrong: BTreeSet<_> = mutants
        .par_iter()
        .filter_map(|(name, plan)| {
            let is_harmless = listed().any(|part| name.contains(part));
            let refused = refused(plan);
            // What is said names the call.
            let is_named = refused.iter().any(|reason| reason.contains(':'));
            (is_named == is_harmless).then(|| format!("{name}: {refused:?}"))
        })
        .collect();
    assert!(
        wrong.is_empty(),
        "{} of {}:\n{}",
        wrong.len(),
        mutants.len(),
        Vec::from_iter(wrong).join("\n")
    );
}
