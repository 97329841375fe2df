//! What services deliver without a role: the policy of the function or queue has to let them.

use super::{NeededCall, Subject, named, resource_at};
use crate::attribute_path::AttributePath;
use crate::inventory::Inventory;
use crate::key::KeyOf;
use crate::permit::{Caller, Context, Given, Target};
use crate::planned::Planned::Known;
use crate::resource::Resource;

const MESSAGES: &str =
    "https://docs.aws.amazon.com/sns/latest/dg/sns-configure-dead-letter-queue.html";
const BUCKETS: &str = "https://docs.aws.amazon.com/AmazonS3/latest/userguide/grant-destinations-permissions-to-s3.html";
const KEYS: &str = "https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-key-management.html";
const EVENTS: &str =
    "https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-use-resource-based.html";

const EVENTBRIDGE: &str = "events.amazonaws.com";

pub fn calls<'a>(inventory: &'a Inventory, calls: &mut Vec<NeededCall<'a>>) {
    for target in inventory
        .all("aws_cloudwatch_event_target")
        .filter(|one| !one.at("role_arn").string().is_set())
    {
        let rule = target.at("rule").link("aws_cloudwatch_event_rule").one();
        let events = Delivery { service: EVENTBRIDGE, source: rule, page: EVENTS };
        events.to_function(&target.at("arn"), calls);
        events.to_queue(&target.at("arn"), "puts its events into the queue", calls);
        events.to_log_group(&target.at("arn"), calls);
        events.to_queue(
            &target.at("dead_letter_config.0.arn"),
            "puts events that failed into the queue",
            calls,
        );
    }
    for subscription in inventory.all("aws_sns_topic_subscription") {
        let topic = subscription.at("topic_arn").link("aws_sns_topic").one();
        let messages = Delivery { service: "sns.amazonaws.com", source: topic, page: MESSAGES };
        if subscription.at("protocol").string() == Known("lambda") {
            messages.to_function(&subscription.at("endpoint"), calls);
        }
        let policy = subscription.at("redrive_policy");
        if let Some(queue) = policy.links("aws_sqs_queue").one().filter(|queue| !queue.is_data()) {
            messages.call(
                &policy,
                "puts messages that failed into the queue",
                "sqs:SendMessage",
                queue,
                calls,
            );
        }
    }
    for notification in inventory.all("aws_s3_bucket_notification") {
        let bucket = notification.at("bucket").link("aws_s3_bucket").one();
        let events = Delivery { service: "s3.amazonaws.com", source: bucket, page: BUCKETS };
        for block in notification.at("lambda_function").items() {
            events.to_function(&block.at("lambda_function_arn"), calls);
        }
        for block in notification.at("queue").items() {
            events.to_queue(&block.at("queue_arn"), "puts its events into the queue", calls);
        }
        for block in notification.at("topic").items() {
            let place = block.at("topic_arn");
            if let Some(topic) = resource_at(&place, &["aws_sns_topic"]) {
                events.call(
                    &place,
                    "publishes its events to the topic",
                    "sns:Publish",
                    topic,
                    calls,
                );
                events.key(&place, &topic.at("kms_master_key_id"), calls);
            }
        }
    }
}

/// What a service delivers by itself, on behalf of something.
struct Delivery<'a> {
    service: &'static str,
    source: Option<Resource<'a>>,
    page: &'static str,
}

impl<'a> Delivery<'a> {
    fn to_function(&self, place: &AttributePath<'a>, calls: &mut Vec<NeededCall<'a>>) {
        if let Some(on) = resource_at(place, &["aws_lambda_function", "aws_lambda_alias"]) {
            self.call(place, "invokes the function", "lambda:InvokeFunction", on, calls);
        }
    }

    fn to_queue(&self, place: &AttributePath<'a>, purpose: &str, calls: &mut Vec<NeededCall<'a>>) {
        if let Some(queue) = resource_at(place, &["aws_sqs_queue"]) {
            self.call(place, purpose, "sqs:SendMessage", queue, calls);
            self.key(place, &queue.at("kms_master_key_id"), calls);
        }
    }

    /// Source: EventBridge User Guide, "Using resource-based policies for Amazon EventBridge",
    /// "CloudWatch Logs permissions".
    fn to_log_group(&self, place: &AttributePath<'a>, calls: &mut Vec<NeededCall<'a>>) {
        let Some(group) = resource_at(place, &["aws_cloudwatch_log_group"]) else { return };
        let (purpose, on) = ("writes its events into the log group", Target::Resource(group));
        let actions = &["logs:CreateLogStream", "logs:PutLogEvents"];
        let context = Context::default()
            .with("aws:SourceAccount", Given::Own)
            .with("aws:SourceArn", self.source.map_or(Given::ArnOf(&["events"]), Given::Resource));
        calls.push(self.delivered(place, purpose, actions, on, context, self.page));
    }

    fn call(
        &self,
        place: &AttributePath<'a>,
        purpose: &str,
        action: &'static str,
        on: Resource<'a>,
        calls: &mut Vec<NeededCall<'a>>,
    ) {
        let arn = self.source.map_or(Given::ArnOf(&["events", "sns", "s3"]), Given::Resource);
        let context =
            Context::default().with("aws:SourceAccount", Given::Own).with("aws:SourceArn", arn);
        calls.push(self.delivered(
            place,
            purpose,
            &[action],
            Target::Resource(on),
            context,
            self.page,
        ));
    }

    /// The key of the queue or topic, which the service uses under its own name. No guide says
    /// which values it has for the key's conditions.
    fn key(
        &self,
        place: &AttributePath<'a>,
        key: &AttributePath<'a>,
        calls: &mut Vec<NeededCall<'a>>,
    ) {
        let Some(on) = Target::key(KeyOf::at(key)) else { return };
        let context = Context::default()
            .with("aws:SourceAccount", Given::Something)
            .with("aws:SourceArn", Given::Something);
        let actions = &["kms:Decrypt", "kms:GenerateDataKey"];
        calls.push(self.delivered(place, "encrypts what it delivers", actions, on, context, KEYS));
    }

    fn delivered(
        &self,
        place: &AttributePath<'a>,
        purpose: &str,
        actions: &[&'static str],
        on: Target<'a>,
        context: Context<'a>,
        source: &'static str,
    ) -> NeededCall<'a> {
        let callers = Ok(vec![Caller::Service(self.service)]);
        NeededCall {
            context,
            ..NeededCall::of(Subject::Delivery, place, purpose, callers, named(actions), on, source)
        }
    }
}
