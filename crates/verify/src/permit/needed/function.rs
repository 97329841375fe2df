//! What a function needs.

use super::endpoint::Network;
use super::environment::{self, Started};
use super::key::{with_key_to_read, with_key_to_send};
use super::{NeededCall, Subject, resource_at, role_at};
use crate::attribute_path::AttributePath;
use crate::bucket::BucketSettings;
use crate::inventory::Inventory;
use crate::permit::request::{Target, function_of};
use crate::planned::Planned::Known;
use crate::resource::Resource;

const ROLE: &str = "https://docs.aws.amazon.com/lambda/latest/dg/lambda-intro-execution-role.html";
const INTERFACES: &str = "https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc.html";
const FAILURES: &str =
    "https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html";
const POLLED: &str =
    "https://docs.aws.amazon.com/lambda/latest/dg/invocation-eventsourcemapping.html";
const TRACES: &str = "https://docs.aws.amazon.com/lambda/latest/dg/services-xray.html";

pub fn calls<'a>(inventory: &'a Inventory, calls: &mut Vec<NeededCall<'a>>) {
    let encryption = environment::encryption(inventory);
    for function in inventory.all("aws_lambda_function") {
        of_function(function, &encryption, calls);
    }
    for config in inventory.all("aws_lambda_function_event_invoke_config") {
        let Some(function) = resource_at(&config.at("function_name"), &["aws_lambda_function"])
        else {
            continue;
        };
        for path in [
            "destination_config.0.on_failure.0.destination",
            "destination_config.0.on_success.0.destination",
        ] {
            failures(function, &config.at(path), calls);
        }
    }
    for mapping in inventory.all("aws_lambda_event_source_mapping") {
        let Some(function) =
            resource_at(&mapping.at("function_name"), &["aws_lambda_function", "aws_lambda_alias"])
        else {
            continue;
        };
        if let Ok(function) = function_of(function) {
            polled(function, mapping, calls);
        }
    }
}

fn started(function: Resource<'_>) -> Started<'_> {
    let place = function.at("role");
    Started {
        subject: Subject::Function,
        callers: role_at(&place),
        place,
        network: Network::of_function(function),
        function: Some(function),
    }
}

fn of_function<'a>(
    function: Resource<'a>,
    encryption: &BucketSettings<'a>,
    calls: &mut Vec<NeededCall<'a>>,
) {
    let started = started(function);
    let group =
        resource_at(&function.at("logging_config.0.log_group"), &["aws_cloudwatch_log_group"]);
    let on = group.map_or(Target::Something, Target::Resource);
    calls.push(started.call(
        "writes logs",
        &["logs:CreateLogStream", "logs:PutLogEvents"],
        on,
        ROLE,
    ));
    if !function.at("vpc_config").items().is_empty() {
        const ACTIONS: &[&str] = &[
            "ec2:CreateNetworkInterface",
            "ec2:DescribeNetworkInterfaces",
            "ec2:DeleteNetworkInterface",
        ];
        calls.push(started.call(
            "makes its network interfaces",
            ACTIONS,
            Target::Something,
            INTERFACES,
        ));
    }
    if function.at("tracing_config.0.mode").string() == Known("Active") {
        const ACTIONS: &[&str] = &["xray:PutTraceSegments", "xray:PutTelemetryRecords"];
        calls.push(started.call("sends traces", ACTIONS, Target::Something, TRACES));
    }
    failures(function, &function.at("dead_letter_config.0.target_arn"), calls);
    environment::calls(&started, encryption, &function.at("environment.0.variables"), calls);
}

/// Where the function's events go that failed, or were handled.
fn failures<'a>(
    function: Resource<'a>,
    place: &AttributePath<'a>,
    calls: &mut Vec<NeededCall<'a>>,
) {
    let kinds =
        ["aws_sqs_queue", "aws_sns_topic", "aws_lambda_function", "aws_cloudwatch_event_bus"];
    let Some(target) = resource_at(place, &kinds) else { return };
    let actions: &[&str] = match target.kind() {
        "aws_sqs_queue" => &["sqs:SendMessage"],
        "aws_sns_topic" => &["sns:Publish"],
        "aws_lambda_function" => &["lambda:InvokeFunction"],
        _ => &["events:PutEvents"],
    };
    let on = Target::Resource(target);
    let call =
        started(function).call("sends events on that it is done with", actions, on, FAILURES);
    calls.extend(with_key_to_send(&call, target));
    calls.push(call);
}

/// What Lambda reads for the function.
fn polled<'a>(function: Resource<'a>, mapping: Resource<'a>, calls: &mut Vec<NeededCall<'a>>) {
    let source = mapping.at("event_source_arn");
    let Some(from) =
        resource_at(&source, &["aws_sqs_queue", "aws_kinesis_stream", "aws_dynamodb_table"])
    else {
        return;
    };
    let actions: &[&str] = match from.kind() {
        "aws_sqs_queue" => &["sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes"],
        "aws_kinesis_stream" => {
            &["kinesis:GetRecords", "kinesis:GetShardIterator", "kinesis:DescribeStream"]
        }
        _ => &["dynamodb:GetRecords", "dynamodb:GetShardIterator", "dynamodb:DescribeStream"],
    };
    // A stream of a table has an ARN below its table's.
    let on = match from.kind() {
        "aws_dynamodb_table" => Target::Something,
        _ => Target::Resource(from),
    };
    let call = started(function).call("reads its event source", actions, on, POLLED);
    calls.extend(with_key_to_read(&call, from));
    calls.push(call);
}
