//! What services need that act with a role of the stack.

use super::{NeededCall, Subject, named, resource_at, role_at, with_key};
use crate::inventory::Inventory;
use crate::permit::{Context, Target};
use crate::place::Place;
use crate::planned::Planned::Known;

const FLOW_LOGS: &str = "https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs-iam-role.html";
const MONITORING: &str = "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_Monitoring.OS.Enabling.html";
const SCHEDULES: &str = "https://docs.aws.amazon.com/scheduler/latest/UserGuide/setting-up.html";
const TARGETS: &str = "https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-events-iam-roles.html";

pub fn calls<'a>(inventory: &'a Inventory, calls: &mut Vec<NeededCall<'a>>) {
    for log in inventory.all("aws_flow_log") {
        let group = resource_at(&log.at("log_destination"), &["aws_cloudwatch_log_group"]);
        if let Some(group) = group {
            const ACTIONS: &[&str] = &["logs:CreateLogStream", "logs:PutLogEvents"];
            calls.push(call(&log.at("iam_role_arn"), "writes flow logs", ACTIONS, Target::Resource(group), FLOW_LOGS));
        }
    }
    for instance in inventory.all_of(&["aws_rds_cluster_instance", "aws_db_instance", "aws_rds_cluster"]) {
        let interval = instance.at("monitoring_interval").number();
        if matches!(interval, Known(seconds) if seconds > 0.0) {
            // Of its log group and streams, whose names are RDS's own.
            const ACTIONS: &[&str] = &["logs:CreateLogStream", "logs:PutLogEvents"];
            let group = Target::Arn("arn:*:logs:*:*:log-group:RDSOSMetrics:log-stream:x".to_owned());
            let role = instance.at("monitoring_role_arn");
            calls.push(NeededCall {
                any: false,
                ..call(&role, "writes metrics of the machine", ACTIONS, group, MONITORING)
            });
        }
    }
    for schedule in inventory.all("aws_scheduler_schedule") {
        let role = schedule.at("target.0.role_arn");
        started(&role, &schedule.at("target.0.arn"), SCHEDULES, calls);
        dead_letters(&role, &schedule.at("target.0.dead_letter_config.0.arn"), calls);
    }
    for target in inventory.all("aws_cloudwatch_event_target") {
        let role = target.at("role_arn");
        if role.text().is_set() {
            started(&role, &target.at("arn"), TARGETS, calls);
        }
    }
}

fn call<'a>(
    role: &Place<'a>,
    purpose: &str,
    actions: &[&'static str],
    on: Target<'a>,
    source: &'static str,
) -> NeededCall<'a> {
    NeededCall {
        subject: Subject::ServiceRole,
        place: role.clone(),
        purpose: purpose.to_owned(),
        callers: role_at(role),
        actions: named(actions),
        any: false,
        on,
        context: Context::default(),
        through: Vec::new(),
        source,
    }
}

/// What a schedule or rule starts.
fn started<'a>(role: &Place<'a>, target: &Place<'a>, source: &'static str, calls: &mut Vec<NeededCall<'a>>) {
    const KINDS: [&str; 7] = [
        "aws_sfn_state_machine",
        "aws_lambda_function",
        "aws_lambda_alias",
        "aws_sqs_queue",
        "aws_sns_topic",
        "aws_kinesis_stream",
        "aws_cloudwatch_event_bus",
    ];
    let Some(on) = resource_at(target, &KINDS) else { return };
    let actions: &[&str] = match on.kind() {
        "aws_sfn_state_machine" => &["states:StartExecution"],
        "aws_lambda_function" | "aws_lambda_alias" => &["lambda:InvokeFunction"],
        "aws_sqs_queue" => &["sqs:SendMessage"],
        "aws_sns_topic" => &["sns:Publish"],
        "aws_kinesis_stream" => &["kinesis:PutRecord"],
        _ => &["events:PutEvents"],
    };
    calls.push(call(role, "starts its target", actions, Target::Resource(on), source));
}

fn dead_letters<'a>(role: &Place<'a>, place: &Place<'a>, calls: &mut Vec<NeededCall<'a>>) {
    let Some(queue) = resource_at(place, &["aws_sqs_queue"]) else { return };
    let sent = call(role, "sends what failed to its queue", &["sqs:SendMessage"], Target::Resource(queue), SCHEDULES);
    calls.extend(with_key(&sent, &queue.at("kms_master_key_id"), &["kms:GenerateDataKey", "kms:Decrypt"], "sqs"));
    calls.push(sent);
}
