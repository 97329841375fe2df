//! What a pipe of EventBridge needs of its role: to read its source, to enrich, and to send to its
//! target.

use super::key::with_key_to_read;
use super::service_role::{dead_letters, started};
use super::{NeededCall, named, resource_at};
use crate::inventory::Inventory;
use crate::permit::Target;

const PIPES: &str =
    "https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-pipes-permissions.html";

/// What is called on a source, by its type.
/// Source: EventBridge User Guide, "Event source permissions for Amazon EventBridge Pipes".
const SOURCES: [(&str, &[&str]); 3] = [
    ("aws_sqs_queue", &["sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes"]),
    (
        "aws_kinesis_stream",
        &[
            "kinesis:DescribeStream",
            "kinesis:GetRecords",
            "kinesis:GetShardIterator",
            "kinesis:ListShards",
        ],
    ),
    (
        "aws_dynamodb_table",
        &["dynamodb:DescribeStream", "dynamodb:GetRecords", "dynamodb:GetShardIterator"],
    ),
];

/// What enriches, and what is called on it: a workflow is waited for.
/// Source: EventBridge User Guide, "Event enrichment in Amazon EventBridge Pipes".
const ENRICHES: [(&str, &str); 4] = [
    ("aws_lambda_function", "lambda:InvokeFunction"),
    ("aws_lambda_alias", "lambda:InvokeFunction"),
    ("aws_sfn_state_machine", "states:StartSyncExecution"),
    ("aws_cloudwatch_event_api_destination", "events:InvokeApiDestination"),
];

pub fn calls<'a>(inventory: &'a Inventory, calls: &mut Vec<NeededCall<'a>>) {
    for pipe in inventory.all("aws_pipes_pipe") {
        let role = pipe.at("role_arn");
        let source = resource_at(&pipe.at("source"), &SOURCES.map(|(kind, _)| kind));
        if let Some(source) = source
            && let Some((_, actions)) = SOURCES.iter().find(|(kind, _)| *kind == source.kind())
        {
            let read = NeededCall::with_role(
                &role,
                "reads its source",
                named(actions),
                Target::Resource(source),
                PIPES,
            );
            calls.extend(with_key_to_read(&read, source));
            calls.push(read);
        }
        let parameters = pipe.at("target_parameters.0.ecs_task_parameters");
        started(&role, &pipe.at("target"), &parameters, PIPES, calls);
        let enriches = resource_at(&pipe.at("enrichment"), &ENRICHES.map(|(kind, _)| kind));
        if let Some(on) = enriches
            && let Some((_, action)) = ENRICHES.iter().find(|(kind, _)| *kind == on.kind())
        {
            let (purpose, on) = ("enriches what it read", Target::Resource(on));
            calls.push(NeededCall::with_role(&role, purpose, named(&[action]), on, PIPES));
        }
        let failed = ["kinesis_stream_parameters", "dynamodb_stream_parameters"]
            .map(|kind| pipe.at(&format!("source_parameters.0.{kind}.0.dead_letter_config.0.arn")));
        failed.iter().for_each(|queue| dead_letters(&role, queue, calls));
    }
}
