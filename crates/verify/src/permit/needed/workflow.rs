//! What a workflow of Step Functions calls in its states.

use std::borrow::Cow;

use terraform::value::Value;

use super::integration::{FUNCTIONS, MANAGED_RULES, NAMES, OPTIMIZED, action_of_sdk};
use super::key::with_key_to_send;
use super::service_role::pass_roles;
use super::{NeededCall, Subject, named, resource_at};
use crate::inventory::Inventory;
use crate::permit::matching::Match;
use crate::permit::pattern::Pattern;
use crate::permit::resource_arn::is_arn_of;
use crate::permit::{Context, Given, Target};
use crate::planned::Planned::{Absent, Known, Unknown};
use crate::resource::Resource;

const SOURCE: &str =
    "https://docs.aws.amazon.com/step-functions/latest/dg/supported-services-awssdk.html";

pub fn calls<'a>(inventory: &'a Inventory, calls: &mut Vec<NeededCall<'a>>) {
    for workflow in inventory.all("aws_sfn_state_machine") {
        around(workflow, calls);
        let definition = workflow.at("definition");
        let mut called = match definition.document() {
            Known(Cow::Borrowed(document)) => {
                let named = |value: &'a Value, kinds: &[&str]| match value.as_str() {
                    Some(text) => named_by(inventory, text, kinds),
                    None => resource_at(&definition.hole(value), kinds).map(Target::Resource),
                };
                called_by_states(document, workflow, &named)
            }
            Known(Cow::Owned(document)) => {
                let named = |value: &Value, kinds: &[&str]| {
                    value.as_str().and_then(|text| named_by(inventory, text, kinds))
                };
                called_by_states(&document, workflow, &named)
            }
            Absent => continue,
            Unknown => {
                let (place, purpose) = (workflow.at("role_arn"), "may do what its states call");
                calls.push(NeededCall::unread(Subject::ServiceRole, &place, purpose, SOURCE));
                continue;
            }
        };
        called.sort_by(|one, other| one.key().cmp(&other.key()));
        called.dedup();
        called.into_iter().for_each(|one| one.add(workflow, calls));
    }
}

impl<'a> Called<'a> {
    fn key(&self) -> (&Result<String, String>, String, &Option<String>) {
        (&self.action, self.on.name(), &self.namespace)
    }

    /// The call, and what it includes: the key of what is encrypted, the roles of a task.
    fn add(self, workflow: Resource<'a>, calls: &mut Vec<NeededCall<'a>>) {
        let role = workflow.at("role_arn");
        let action = match self.action {
            Ok(action) => action,
            Err(integration) => {
                let purpose = match workflow.at("definition").is_sensitive() {
                    true => "may do what its states call".to_owned(),
                    false => format!("may do {integration} in a state"),
                };
                calls.push(NeededCall::unkept(Subject::ServiceRole, &role, &purpose, SOURCE));
                return;
            }
        };
        let namespace = self.namespace.map_or(Given::Something, |text| Given::Values(vec![text]));
        let (purpose, on) = (format!("does {action} in a state"), self.on.clone());
        let actions = vec![Cow::Owned(action)];
        let call = NeededCall {
            context: Context::default().with("cloudwatch:namespace", namespace),
            ..NeededCall::with_role(&role, purpose, actions, on, SOURCE)
        };
        if let Target::Resource(on) = self.on {
            calls.extend(with_key_to_send(&call, on));
            if on.kind() == "aws_ecs_task_definition" {
                pass_roles(&role, on, calls);
            }
        }
        calls.push(call);
    }
}

/// What a text names: a resource of the plan, or something else by its ARN.
fn named_by<'a>(inventory: &'a Inventory, text: &str, kinds: &[&str]) -> Option<Target<'a>> {
    let is_named = |resource: &Resource| {
        let names = ["arn", "id", "url", "name", "function_name", "bucket"];
        names.iter().any(|name| resource.at(name).string() == Known(text))
            || text.starts_with("arn:")
                && matches!(is_arn_of(&Pattern::of(text), *resource), Match::Yes(_))
    };
    let found = inventory.all_of(kinds).find(is_named).map(Target::Resource);
    found.or_else(|| text.starts_with("arn:").then(|| Target::Arn(text.to_owned())))
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

/// What a state calls, or an integration that is not read; on what; and the namespace of the
/// metrics that it publishes.
#[derive(Debug, PartialEq)]
struct Called<'a> {
    action: Result<String, String>,
    on: Target<'a>,
    namespace: Option<String>,
}

/// How a value, which names one of some types, becomes what a call is made on.
type Named<'n, 'v, 'a> = &'n dyn Fn(&'v Value, &[&str]) -> Option<Target<'a>>;

/// What is called by every state, by those of branches and maps too.
fn called_by_states<'v, 'a>(
    document: &'v Value,
    workflow: Resource<'a>,
    named: Named<'_, 'v, 'a>,
) -> Vec<Called<'a>> {
    let (mut found, mut left) = (Vec::new(), vec![document]);
    while let Some(value) = left.pop() {
        let kind = value.get("Type").and_then(Value::as_str);
        if kind == Some("Task") {
            found.extend(called(value, named));
        }
        if kind == Some("Map") {
            found.extend(called_by_map(value, workflow, named));
        }
        left.extend(value.children());
    }
    found
}

/// A map that is distributed starts its own workflow for each part.
/// Source: Step Functions Developer Guide, "IAM policies for using Distributed Map states".
fn called_by_map<'v, 'a>(
    state: &'v Value,
    workflow: Resource<'a>,
    named: Named<'_, 'v, 'a>,
) -> Vec<Called<'a>> {
    let config = state.get("ItemProcessor").and_then(|processor| processor.get("ProcessorConfig"));
    let mode = config.and_then(|config| config.get("Mode")).and_then(Value::as_str);
    if mode != Some("DISTRIBUTED") {
        return Vec::new();
    }
    let parts = ["ItemReader", "ResultWriter"].into_iter().filter_map(|part| state.get(part));
    let mut all: Vec<_> = parts.flat_map(|part| called(part, named)).collect();
    let own = |action: &str, on| Called { action: Ok(action.to_owned()), on, namespace: None };
    all.push(own("states:StartExecution", Target::Resource(workflow)));
    all.push(own("states:DescribeExecution", Target::Something));
    all.push(own("states:StopExecution", Target::Something));
    all
}

/// What a state calls. That of an activity is done by a worker; that of HTTP goes to somebody else.
fn called<'v, 'a>(state: &'v Value, named: Named<'_, 'v, 'a>) -> Vec<Called<'a>> {
    let Some(resource) = state.get("Resource") else { return Vec::new() };
    let input = state.get("Parameters").or_else(|| state.get("Arguments"));
    // With another role, which then needs what the state calls. Source: Step Functions Developer
    // Guide, "Accessing resources in other AWS accounts".
    if let Some(credentials) = state.get("Credentials") {
        let role = credentials.get("RoleArn").and_then(|role| named(role, &["aws_iam_role"]));
        return vec![Called {
            action: Ok("sts:AssumeRole".to_owned()),
            on: role.unwrap_or(Target::Something),
            namespace: None,
        }];
    }
    let namespace = input.and_then(|input| input.get("Namespace")).and_then(Value::as_str);
    let namespace = namespace.filter(|text| !text.starts_with("{%")).map(str::to_owned);
    let called = |action: Result<String, String>, on: Option<Target<'a>>| Called {
        action,
        on: on.unwrap_or(Target::Something),
        namespace: namespace.clone(),
    };
    let on_input = |action: &str| {
        let service = action.split(':').next();
        let (_, name, kinds) = NAMES.iter().find(|(own, ..)| service == Some(own))?;
        named(input?.get(name)?, kinds)
    };
    let function = || called(Ok("lambda:InvokeFunction".to_owned()), named(resource, FUNCTIONS));
    let Some(text) = resource.as_str() else {
        // The ARN of a function that is known only after the apply.
        return Vec::from_iter(named(resource, FUNCTIONS).map(|_| function()));
    };
    if let Some((_, sdk)) = text.split_once(":states:::aws-sdk:") {
        let action = action_of_sdk(sdk).ok_or_else(|| sdk.to_owned());
        let on = action.as_deref().ok().and_then(on_input);
        return vec![called(action, on)];
    }
    if let Some((_, integration)) = text.split_once(":states:::") {
        let integration = integration.trim_end_matches(".waitForTaskToken");
        let Some((_, actions)) = OPTIMIZED.iter().find(|(name, _)| *name == integration) else {
            return vec![called(Err(integration.to_owned()), None)];
        };
        // The first action is the call itself; the others concern what it starts.
        let each = actions.iter().enumerate().map(|(place, action)| {
            let on = if place == 0 { on_input(action) } else { None };
            called(Ok((*action).to_owned()), on)
        });
        let rule = MANAGED_RULES.iter().find(|(name, _)| *name == integration);
        let waits = rule.into_iter().flat_map(|(_, rule)| {
            ["events:PutTargets", "events:PutRule", "events:DescribeRule"].map(|action| {
                let rule = Target::Arn(format!("arn:*:events:*:*:rule/{rule}"));
                called(Ok(action.to_owned()), Some(rule))
            })
        });
        return each.chain(waits).collect();
    }
    if text.contains(":lambda:") { vec![function()] } else { Vec::new() }
}
