//! What services need that act with a role of the stack.

use super::integration;
use super::key::with_key_to_send;
use super::{NeededCall, Subject, named, resource_at};
use crate::attribute_path::AttributePath;
use crate::inventory::Inventory;
use crate::key::KeyOf;
use crate::permit::{Context, Given, Target};
use crate::planned::Planned::Known;
use crate::resource::Resource;

const FLOW_LOGS: &str = "https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs-iam-role.html";
const MONITORING: &str =
    "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_Monitoring.OS.Enabling.html";
const SCHEDULES: &str = "https://docs.aws.amazon.com/scheduler/latest/UserGuide/setting-up.html";
const SDK_TARGETS: &str =
    "https://docs.aws.amazon.com/scheduler/latest/UserGuide/managing-targets-universal.html";
const TASKS: &str = "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/CWE_IAM_role.html";
const TARGETS: &str =
    "https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-events-iam-roles.html";

pub fn calls<'a>(inventory: &'a Inventory, calls: &mut Vec<NeededCall<'a>>) {
    for log in inventory.all("aws_flow_log") {
        let group = resource_at(&log.at("log_destination"), &["aws_cloudwatch_log_group"]);
        if let Some(group) = group {
            const ACTIONS: &[&str] = &["logs:CreateLogStream", "logs:PutLogEvents"];
            calls.push(call(
                &log.at("iam_role_arn"),
                "writes flow logs",
                ACTIONS,
                Target::Resource(group),
                FLOW_LOGS,
            ));
        }
    }
    for instance in
        inventory.all_of(&["aws_rds_cluster_instance", "aws_db_instance", "aws_rds_cluster"])
    {
        let interval = instance.at("monitoring_interval").number();
        if matches!(interval, Known(seconds) if seconds > 0.0) {
            // RDS chooses the names of the log group and its streams.
            const ACTIONS: &[&str] = &["logs:CreateLogStream", "logs:PutLogEvents"];
            let group =
                Target::Arn("arn:*:logs:*:*:log-group:RDSOSMetrics:log-stream:x".to_owned());
            let role = instance.at("monitoring_role_arn");
            calls.push(call(&role, "writes metrics of the machine", ACTIONS, group, MONITORING));
        }
    }
    for schedule in inventory.all("aws_scheduler_schedule") {
        let role = schedule.at("target.0.role_arn");
        let (arn, tasks) = (schedule.at("target.0.arn"), schedule.at("target.0.ecs_parameters"));
        started(&role, &arn, &tasks, SCHEDULES, calls);
        dead_letters(&role, &schedule.at("target.0.dead_letter_config.0.arn"), calls);
        encrypted(schedule, &role, calls);
    }
    for target in inventory.all("aws_cloudwatch_event_target") {
        let (role, arn) = (target.at("role_arn"), target.at("arn"));
        if role.string().is_set() || resource_at(&arn, &ONLY_BY_ROLE).is_some() {
            started(&role, &arn, &target.at("ecs_target"), TARGETS, calls);
        }
    }
}

/// What a schedule sends may be encrypted. Source: EventBridge Scheduler User Guide, "Encryption at
/// rest".
fn encrypted<'a>(
    schedule: Resource<'a>,
    role: &AttributePath<'a>,
    calls: &mut Vec<NeededCall<'a>>,
) {
    const ENCRYPTION: &str =
        "https://docs.aws.amazon.com/scheduler/latest/UserGuide/encryption-rest.html";
    let Some(key) = Target::key(KeyOf::at(&schedule.at("kms_key_arn"))) else { return };
    calls.push(NeededCall {
        context: Context::default()
            .with("kms:ViaService", Given::Something)
            .with("kms:EncryptionContext:aws:scheduler:schedule:arn", Given::Resource(schedule)),
        ..call(role, "decrypts what it sends", &["kms:Decrypt"], key, ENCRYPTION)
    });
}

fn call<'a>(
    role: &AttributePath<'a>,
    purpose: &str,
    actions: &[&'static str],
    on: Target<'a>,
    source: &'static str,
) -> NeededCall<'a> {
    NeededCall::with_role(role, purpose, named(actions), on, source)
}

/// What a target asks of the role, by its type.
/// Source: EventBridge User Guide, "Amazon EventBridge targets"; EventBridge Scheduler User Guide,
/// "Using templated targets".
const STARTS: [(&str, &[&str]); 19] = [
    ("aws_sfn_state_machine", &["states:StartExecution"]),
    ("aws_api_gateway_rest_api", &["execute-api:Invoke"]),
    ("aws_api_gateway_stage", &["execute-api:Invoke"]),
    ("aws_apigatewayv2_api", &["execute-api:Invoke"]),
    ("aws_appsync_graphql_api", &["appsync:GraphQL"]),
    ("aws_batch_job_queue", &["batch:SubmitJob"]),
    ("aws_glue_workflow", &["glue:NotifyEvent"]),
    ("aws_redshift_cluster", &["redshift-data:ExecuteStatement"]),
    ("aws_sagemaker_pipeline", &["sagemaker:StartPipelineExecution"]),
    ("aws_lambda_function", &["lambda:InvokeFunction"]),
    ("aws_lambda_alias", &["lambda:InvokeFunction"]),
    ("aws_sqs_queue", &["sqs:SendMessage"]),
    ("aws_sns_topic", &["sns:Publish"]),
    ("aws_kinesis_stream", &["kinesis:PutRecord"]),
    ("aws_kinesis_firehose_delivery_stream", &["firehose:PutRecord"]),
    ("aws_cloudwatch_event_bus", &["events:PutEvents"]),
    ("aws_cloudwatch_event_api_destination", &["events:InvokeApiDestination"]),
    ("aws_codebuild_project", &["codebuild:StartBuild"]),
    ("aws_codepipeline", &["codepipeline:StartPipelineExecution"]),
];

/// What a rule starts only with a role.
/// Source: EventBridge User Guide, "Amazon EventBridge targets", "Permissions".
const ONLY_BY_ROLE: [&str; 8] = [
    "aws_sfn_state_machine",
    "aws_kinesis_stream",
    "aws_kinesis_firehose_delivery_stream",
    "aws_cloudwatch_event_api_destination",
    "aws_codebuild_project",
    "aws_codepipeline",
    "aws_batch_job_queue",
    "aws_ecs_cluster",
];

/// What a schedule or rule starts. `tasks` is the block of a target that is a cluster.
pub fn started<'a>(
    role: &AttributePath<'a>,
    target: &AttributePath<'a>,
    tasks: &AttributePath<'a>,
    source: &'static str,
    calls: &mut Vec<NeededCall<'a>>,
) {
    if let Some(task) = tasks.items().first() {
        return run_task(role, &task.at("task_definition_arn"), target, calls);
    }
    if let Known(arn) = target.string()
        && let Some((_, sdk)) = arn.split_once(":scheduler:::aws-sdk:")
    {
        return calls.push(match integration::action_of_sdk(sdk) {
            Some(action) => NeededCall {
                actions: vec![action.into()],
                ..call(role, "does what its target is", &[], Target::Something, SDK_TARGETS)
            },
            None => NeededCall::unkept(
                Subject::ServiceRole,
                role,
                "may do what its target is",
                SDK_TARGETS,
            ),
        });
    }
    let Some(on) = resource_at(target, &STARTS.map(|(kind, _)| kind)) else {
        let names = target.links_to_any();
        if let Some(other) = names.one().filter(|other| !other.is_data()) {
            let purpose = format!("may start {}", other.address());
            calls.push(NeededCall::unkept(Subject::ServiceRole, role, &purpose, source));
        }
        return;
    };
    let Some((_, actions)) = STARTS.iter().find(|(kind, _)| *kind == on.kind()) else {
        return;
    };
    let start = call(role, "starts its target", actions, Target::Resource(on), source);
    calls.extend(with_key_to_send(&start, on));
    calls.push(start);
}

/// A task: it is run, and given its roles.
fn run_task<'a>(
    role: &AttributePath<'a>,
    definition: &AttributePath<'a>,
    cluster: &AttributePath<'a>,
    calls: &mut Vec<NeededCall<'a>>,
) {
    let Some(task) = resource_at(definition, &["aws_ecs_task_definition"]) else { return };
    let on = match (resource_at(cluster, &["aws_ecs_cluster"]), cluster.string()) {
        (Some(cluster), _) => Given::Resource(cluster),
        (None, Known(arn)) => Given::Arn(arn.to_owned()),
        _ => Given::Something,
    };
    let run = call(role, "runs its task", &["ecs:RunTask"], Target::Resource(task), TASKS);
    calls.push(NeededCall { context: Context::default().with("ecs:cluster", on), ..run });
    pass_roles(role, task, calls);
}

/// Whoever runs a task gives it its roles.
pub fn pass_roles<'a>(
    role: &AttributePath<'a>,
    task: Resource<'a>,
    calls: &mut Vec<NeededCall<'a>>,
) {
    for argument in ["execution_role_arn", "task_role_arn"] {
        let Some(given) = resource_at(&task.at(argument), &["aws_iam_role"]) else { continue };
        let passed = Given::Values(vec!["ecs-tasks.amazonaws.com".to_owned()]);
        let (purpose, on) = ("gives its task a role", Target::Resource(given));
        calls.push(NeededCall {
            context: Context::default().with("iam:PassedToService", passed),
            ..call(role, purpose, &["iam:PassRole"], on, TASKS)
        });
    }
}

/// What could not be delivered goes to a queue.
pub fn dead_letters<'a>(
    role: &AttributePath<'a>,
    place: &AttributePath<'a>,
    calls: &mut Vec<NeededCall<'a>>,
) {
    let Some(queue) = resource_at(place, &["aws_sqs_queue"]) else { return };
    let sent = call(
        role,
        "sends what failed to its queue",
        &["sqs:SendMessage"],
        Target::Resource(queue),
        SCHEDULES,
    );
    calls.extend(with_key_to_send(&sent, queue));
    calls.push(sent);
}
