//! What a workflow of Step Functions calls in its states.

use std::borrow::Cow;

use terraform::value::Value;

use super::{NeededCall, Subject, role_at};
use crate::inventory::Inventory;
use crate::permit::{Context, Given, Target};
use crate::planned::Planned::{Absent, Known, Unknown};

const SOURCE: &str = "https://docs.aws.amazon.com/step-functions/latest/dg/supported-services-awssdk.html";

/// Services whose IAM prefix is not their name in the SDK for Java, by which states name them.
/// Source: Step Functions Developer Guide, "Supported AWS SDK service integrations".
const PREFIXES: [(&str, &str); 6] = [
    ("sfn", "states"),
    ("cloudwatchlogs", "logs"),
    ("eventbridge", "events"),
    ("elasticloadbalancingv2", "elasticloadbalancing"),
    ("efs", "elasticfilesystem"),
    ("rdsdata", "rds-data"),
];

pub fn calls<'a>(inventory: &'a Inventory, calls: &mut Vec<NeededCall<'a>>) {
    for workflow in inventory.all("aws_sfn_state_machine") {
        let (role, definition) = (workflow.at("role_arn"), workflow.at("definition"));
        let document = match definition.document() {
            Known(document) => document,
            Absent => continue,
            Unknown => {
                let purpose = "may do what its states call";
                calls.push(NeededCall::unread(Subject::ServiceRole, &role, purpose, SOURCE));
                continue;
            }
        };
        let mut calls_of_states: Vec<_> = tasks(&document).into_iter().filter_map(called).collect();
        calls_of_states.sort();
        calls_of_states.dedup();
        for (action, namespace) in calls_of_states {
            let namespace = namespace.map_or(Given::Something, |text| Given::Values(vec![text]));
            calls.push(NeededCall {
                subject: Subject::ServiceRole,
                place: role.clone(),
                purpose: format!("does {action} in a state"),
                callers: role_at(&role),
                actions: vec![Cow::Owned(action)],
                any: false,
                on: Target::Something,
                context: Context::default().with("cloudwatch:namespace", namespace),
                through: Vec::new(),
                source: SOURCE,
            });
        }
    }
}

/// Every state that calls something, those of branches and maps too.
fn tasks(document: &Value) -> Vec<&Value> {
    let (mut found, mut left) = (Vec::new(), vec![document]);
    while let Some(value) = left.pop() {
        if value.get("Type").and_then(Value::as_str) == Some("Task") {
            found.push(value);
        }
        left.extend(value.children());
    }
    found
}

/// What a state calls, and the namespace of the metrics that it publishes.
fn called(state: &Value) -> Option<(String, Option<String>)> {
    let action = action(state.get("Resource")?.as_str()?)?;
    let input = state.get("Parameters").or_else(|| state.get("Arguments"));
    let namespace = input.and_then(|input| input.get("Namespace")).and_then(Value::as_str);
    Some((action, namespace.filter(|text| !text.starts_with("{%")).map(str::to_owned)))
}

/// `arn:aws:states:::aws-sdk:rds:describeDBClusters` calls `rds:DescribeDBClusters`.
fn action(resource: &str) -> Option<String> {
    let (_, integration) = resource.split_once(":states:::aws-sdk:")?;
    let (service, call) = integration.split_once(':')?;
    let call = call.split('.').next()?;
    let prefix = PREFIXES.iter().find(|(name, _)| *name == service).map_or(service, |(_, prefix)| prefix);
    let (first, rest) = call.split_at_checked(1)?;
    let wanted = format!("{prefix}:{}{rest}", first.to_ascii_uppercase());
    // Spelt as IAM does: the SDK for Java folds acronyms, as in `describeDbClusters`.
    crate::iam_actions::spelt(&wanted)
}
