//! What an environment names, a program uses: the least that its role needs for it.

use super::endpoint::Network;
use super::key::{key_of, with_key};
use super::{NeededCall, Subject, named};
use crate::attribute_path::AttributePath;
use crate::bucket::BucketSettings;
use crate::inventory::Inventory;
use crate::link::Link;
use crate::permit::{Caller, Given, Target};
use crate::planned::Planned::Known;
use crate::resource::Resource;
use terraform::value::Value;

/// A program that was started with an environment.
pub struct Started<'a> {
    pub subject: Subject,
    /// Where its role is written.
    pub place: AttributePath<'a>,
    pub callers: Result<Vec<Caller<'a>>, String>,
    /// The network that it runs in.
    pub network: Network<'a>,
    /// The function itself, if it is one: its calls name it as their source.
    pub function: Option<Resource<'a>>,
}

/// What is called on a resource that an environment names: one of these is enough, since a plan
/// does not show which.
struct Use {
    kind: &'static str,
    /// The attributes by which a program that calls it names it. Other attributes, such as a domain
    /// name, have other uses.
    attributes: &'static [&'static str],
    purpose: &'static str,
    actions: &'static [&'static str],
    source: &'static str,
}

const USES: [Use; 9] = [
    Use {
        kind: "aws_lambda_function",
        attributes: &["arn", "function_name", "qualified_arn", "id"],
        purpose: "invokes the function that its environment names",
        actions: &["lambda:InvokeFunction"],
        source: "https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html",
    },
    Use {
        kind: "aws_lambda_alias",
        attributes: &["arn", "id"],
        purpose: "invokes the function that its environment names",
        actions: &["lambda:InvokeFunction"],
        source: "https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html",
    },
    Use {
        kind: "aws_s3_bucket",
        attributes: &["arn", "bucket", "id"],
        purpose: "uses the bucket that its environment names",
        actions: &["s3:PutObject", "s3:GetObject", "s3:ListBucket", "s3:DeleteObject"],
        source: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/using-with-s3-policy-actions.html",
    },
    Use {
        kind: "aws_sqs_queue",
        attributes: &["arn", "url", "id", "name"],
        purpose: "uses the queue that its environment names",
        actions: &[
            "sqs:SendMessage",
            "sqs:ReceiveMessage",
            "sqs:DeleteMessage",
            "sqs:GetQueueAttributes",
        ],
        source: "https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-api-permissions-reference.html",
    },
    Use {
        kind: "aws_sns_topic",
        attributes: &["arn", "id"],
        purpose: "publishes to the topic that its environment names",
        actions: &["sns:Publish", "sns:Subscribe"],
        source: "https://docs.aws.amazon.com/sns/latest/dg/sns-access-policy-language-api-permissions-reference.html",
    },
    Use {
        kind: "aws_dynamodb_table",
        attributes: &["arn", "name", "id"],
        purpose: "uses the table that its environment names",
        actions: &[
            "dynamodb:GetItem",
            "dynamodb:PutItem",
            "dynamodb:UpdateItem",
            "dynamodb:DeleteItem",
            "dynamodb:Query",
            "dynamodb:Scan",
            "dynamodb:BatchGetItem",
            "dynamodb:BatchWriteItem",
        ],
        source: "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/api-permissions-reference.html",
    },
    Use {
        kind: "aws_sfn_state_machine",
        attributes: &["arn", "id"],
        purpose: "starts the workflow that its environment names",
        actions: &[
            "states:StartExecution",
            "states:StartSyncExecution",
            "states:DescribeStateMachine",
        ],
        source: "https://docs.aws.amazon.com/step-functions/latest/dg/concept-create-iam-advanced.html",
    },
    Use {
        kind: "aws_kinesis_stream",
        attributes: &["arn", "name", "id"],
        purpose: "uses the stream that its environment names",
        actions: &[
            "kinesis:PutRecord",
            "kinesis:PutRecords",
            "kinesis:GetRecords",
            "kinesis:DescribeStream",
        ],
        source: "https://docs.aws.amazon.com/streams/latest/dev/controlling-access.html",
    },
    Use {
        kind: "aws_cloudwatch_event_bus",
        attributes: &["arn", "name"],
        purpose: "puts events on the bus that its environment names",
        actions: &["events:PutEvents"],
        source: "https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-permissions-reference.html",
    },
];

/// How the buckets of an inventory are encrypted.
pub fn encryption(inventory: &Inventory) -> BucketSettings<'_> {
    BucketSettings::of(inventory, "aws_s3_bucket_server_side_encryption_configuration")
}

impl<'a> Started<'a> {
    /// A call that the program itself makes, from its network.
    pub fn own_call(
        &self,
        purpose: &str,
        actions: &[&'static str],
        on: Target<'a>,
        source: &'static str,
    ) -> NeededCall<'a> {
        let call = self.call(purpose, actions, on, source);
        let through =
            actions.first().map_or_else(Vec::new, |action| self.network.endpoints(action));
        let context = match self.function {
            Some(function) => {
                call.context.clone().with("lambda:SourceFunctionArn", Given::Resource(function))
            }
            None => call.context.clone(),
        };
        NeededCall { context, through, ..call }
    }

    /// A call with its role.
    pub fn call(
        &self,
        purpose: &str,
        actions: &[&'static str],
        on: Target<'a>,
        source: &'static str,
    ) -> NeededCall<'a> {
        NeededCall::of(
            self.subject,
            &self.place,
            purpose,
            self.callers.clone(),
            named(actions),
            on,
            source,
        )
    }
}

/// What a program needs for what its environment names.
pub fn calls<'a>(
    started: &Started<'a>,
    encryption: &BucketSettings<'a>,
    environment: &AttributePath<'a>,
    calls: &mut Vec<NeededCall<'a>>,
) {
    let mut seen = Vec::new();
    for Link { resource, attribute } in all_links(environment) {
        let used = USES.iter().find(|used| used.kind == resource.kind());
        let Some(used) = used.filter(|used| used.attributes.contains(&attribute.as_str())) else {
            continue;
        };
        if !resource.is_data() && !seen.contains(&resource) {
            seen.push(resource);
            let call = started.own_call(
                used.purpose,
                used.actions,
                Target::Resource(resource),
                used.source,
            );
            let call = NeededCall { any: true, ..call };
            calls.extend(key(encryption, &call, resource));
            calls.push(call);
        }
    }
}

/// The key of what is used; whether something is read or written there, a plan does not show.
fn key<'a>(
    encryption: &BucketSettings<'a>,
    call: &NeededCall<'a>,
    resource: Resource<'a>,
) -> Option<NeededCall<'a>> {
    let (place, via) = match resource.kind() {
        "aws_s3_bucket" => {
            let settings = encryption.of_bucket(resource);
            let rule = settings
                .first()?
                .at("rule.0.apply_server_side_encryption_by_default.0.kms_master_key_id");
            (rule, "s3")
        }
        "aws_dynamodb_table" => (resource.at("server_side_encryption.0.kms_key_arn"), "dynamodb"),
        _ => key_of(resource)?,
    };
    let needed = with_key(call, &place, &["kms:GenerateDataKey", "kms:Decrypt"], via)?;
    Some(NeededCall { any: true, ..needed })
}

/// What a value refers to, and what the texts in it name: a bucket or a log group has a name before
/// it exists.
pub fn all_links<'a>(place: &AttributePath<'a>) -> Vec<Link<'a>> {
    let mut links = place.links_to_any().links;
    let (document, inventory) = (place.document(), place.resource().inventory());
    let written = place.configured();
    let mut left: Vec<&Value> = match (&document, written) {
        (Known(document), _) => vec![document],
        (_, Some(written)) => vec![written],
        _ => Vec::new(),
    };
    while let Some(value) = left.pop() {
        let (plain, _) = value.unmarked();
        match (plain, plain.as_str()) {
            (_, Some(text)) => links.extend(inventory.named_or_called(text)),
            // A name with the account's id in it.
            (Value::Template(_), None) => links.extend(bucket_named(inventory, plain)),
            (_, None) => left.extend(plain.children()),
        }
    }
    links
}

fn bucket_named<'a>(inventory: &'a Inventory, name: &Value) -> Option<Link<'a>> {
    let mut buckets = inventory.all("aws_s3_bucket");
    let resource = buckets.find(|bucket| {
        bucket.at("bucket").configured().map(|own| own.unmarked().0) == Some(name)
    })?;
    Some(Link { resource, attribute: "bucket".to_owned() })
}
