//! What a workflow of Step Functions calls in its states.

use std::borrow::Cow;

use terraform::value::Value;

use super::{NeededCall, Subject, named};
use crate::inventory::Inventory;
use crate::permit::{Context, Given, Target};
use crate::planned::Planned::{Absent, Known, Unknown};
use crate::resource::Resource;

const SOURCE: &str =
    "https://docs.aws.amazon.com/step-functions/latest/dg/supported-services-awssdk.html";

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
        let role = workflow.at("role_arn");
        around(workflow, calls);
        let document = match workflow.at("definition").document() {
            Known(document) => document,
            Absent => continue,
            Unknown => {
                let purpose = "may do what its states call";
                calls.push(NeededCall::unread(Subject::ServiceRole, &role, purpose, SOURCE));
                continue;
            }
        };
        let mut calls_of_states: Vec<_> = tasks(&document).into_iter().flat_map(called).collect();
        calls_of_states.sort();
        calls_of_states.dedup();
        for Called { action, namespace } in calls_of_states {
            let action = match action {
                Ok(action) => action,
                Err(integration) => {
                    let purpose = format!("may do {integration} in a state");
                    calls.push(NeededCall::unkept(Subject::ServiceRole, &role, &purpose, SOURCE));
                    continue;
                }
            };
            let namespace = namespace.map_or(Given::Something, |text| Given::Values(vec![text]));
            let purpose = format!("does {action} in a state");
            calls.push(NeededCall {
                context: Context::default().with("cloudwatch:namespace", namespace),
                ..NeededCall::with_role(
                    &role,
                    purpose,
                    vec![Cow::Owned(action)],
                    Target::Something,
                    SOURCE,
                )
            });
        }
    }
}

/// What Step Functions does beside the states: it delivers the log and sends traces.
fn around<'a>(workflow: Resource<'a>, calls: &mut Vec<NeededCall<'a>>) {
    const LOGGING: &str = "https://docs.aws.amazon.com/step-functions/latest/dg/cw-logs.html";
    const TRACING: &str =
        "https://docs.aws.amazon.com/step-functions/latest/dg/concepts-xray-tracing.html";
    const DELIVERY: &[&str] = &[
        "logs:CreateLogDelivery",
        "logs:GetLogDelivery",
        "logs:UpdateLogDelivery",
        "logs:DeleteLogDelivery",
        "logs:ListLogDeliveries",
        "logs:PutResourcePolicy",
        "logs:DescribeResourcePolicies",
        "logs:DescribeLogGroups",
    ];
    const TRACES: &[&str] = &["xray:PutTraceSegments", "xray:PutTelemetryRecords"];
    let role = workflow.at("role_arn");
    let call = |purpose: &str, actions, source| {
        NeededCall::with_role(&role, purpose, named(actions), Target::Something, source)
    };
    if matches!(workflow.at("logging_configuration.0.level").string(), Known(level) if level != "OFF")
    {
        calls.push(call("delivers its log", DELIVERY, LOGGING));
    }
    if workflow.at("tracing_configuration.0.enabled").bool() == Known(true) {
        calls.push(call("sends traces", TRACES, TRACING));
    }
}

/// What a state calls, or an integration that is not read; and the namespace of the metrics that it
/// publishes.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Called {
    action: Result<String, String>,
    namespace: Option<String>,
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

/// What a state calls. That of an activity is done by a worker; that of HTTP goes to somebody else.
fn called(state: &Value) -> Vec<Called> {
    let Some(resource) = state.get("Resource").and_then(Value::as_str) else { return Vec::new() };
    let input = state.get("Parameters").or_else(|| state.get("Arguments"));
    let namespace = input.and_then(|input| input.get("Namespace")).and_then(Value::as_str);
    let namespace = namespace.filter(|text| !text.starts_with("{%")).map(str::to_owned);
    let called = |action| Called { action, namespace: namespace.clone() };
    if let Some((_, sdk)) = resource.split_once(":states:::aws-sdk:") {
        return vec![called(action_of_sdk(sdk).ok_or_else(|| sdk.to_owned()))];
    }
    if let Some((_, integration)) = resource.split_once(":states:::") {
        let found = OPTIMIZED
            .iter()
            .find(|(name, _)| *name == integration.trim_end_matches(".waitForTaskToken"));
        return match found {
            Some((_, actions)) => {
                actions.iter().map(|action| called(Ok((*action).to_owned()))).collect()
            }
            None => vec![called(Err(integration.to_owned()))],
        };
    }
    match resource.contains(":lambda:") {
        true => vec![called(Ok("lambda:InvokeFunction".to_owned()))],
        false => Vec::new(),
    }
}

/// Integrations that Step Functions has made easier to call, with what each needs.
/// Source: Step Functions Developer Guide, "Integrating optimized services with Step Functions",
/// "IAM policies" of each.
const OPTIMIZED: [(&str, &[&str]); 20] = [
    ("lambda:invoke", &["lambda:InvokeFunction"]),
    ("sqs:sendMessage", &["sqs:SendMessage"]),
    ("sns:publish", &["sns:Publish"]),
    ("dynamodb:getItem", &["dynamodb:GetItem"]),
    ("dynamodb:putItem", &["dynamodb:PutItem"]),
    ("dynamodb:updateItem", &["dynamodb:UpdateItem"]),
    ("dynamodb:deleteItem", &["dynamodb:DeleteItem"]),
    ("events:putEvents", &["events:PutEvents"]),
    ("states:startExecution", &["states:StartExecution"]),
    (
        "states:startExecution.sync",
        &["states:StartExecution", "states:DescribeExecution", "states:StopExecution"],
    ),
    (
        "states:startExecution.sync:2",
        &["states:StartExecution", "states:DescribeExecution", "states:StopExecution"],
    ),
    ("ecs:runTask", &["ecs:RunTask"]),
    ("ecs:runTask.sync", &["ecs:RunTask", "ecs:StopTask", "ecs:DescribeTasks"]),
    ("batch:submitJob", &["batch:SubmitJob"]),
    ("batch:submitJob.sync", &["batch:SubmitJob", "batch:DescribeJobs", "batch:TerminateJob"]),
    ("glue:startJobRun", &["glue:StartJobRun"]),
    (
        "glue:startJobRun.sync",
        &["glue:StartJobRun", "glue:GetJobRun", "glue:GetJobRuns", "glue:BatchStopJobRun"],
    ),
    ("codebuild:startBuild", &["codebuild:StartBuild"]),
    (
        "codebuild:startBuild.sync",
        &["codebuild:StartBuild", "codebuild:StopBuild", "codebuild:BatchGetBuilds"],
    ),
    ("http:invoke", &["states:InvokeHTTPEndpoint", "events:RetrieveConnectionCredentials"]),
];

/// `rds:describeDBClusters`, behind `aws-sdk:`, calls `rds:DescribeDBClusters`.
pub fn action_of_sdk(integration: &str) -> Option<String> {
    let (service, call) = integration.split_once(':')?;
    let call = call.split('.').next()?;
    let prefix =
        PREFIXES.iter().find(|(name, _)| *name == service).map_or(service, |(_, prefix)| prefix);
    let (first, rest) = call.split_at_checked(1)?;
    let wanted = format!("{prefix}:{}{rest}", first.to_ascii_uppercase());
    // Spelt as IAM does: the SDK for Java folds acronyms, as in `describeDbClusters`.
    crate::iam_actions::spelt(&wanted)
}
