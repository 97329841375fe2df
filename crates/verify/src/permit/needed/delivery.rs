//! What services deliver without a role: the policy of the function or queue has to let them.

use super::{NeededCall, Subject, named, resource_at};
use crate::inventory::Inventory;
use crate::permit::{Caller, Context, Given, Target};
use crate::place::Place;
use crate::planned::Planned::Known;

const FUNCTIONS: &str = "https://docs.aws.amazon.com/lambda/latest/dg/access-control-resource-based.html";
const EVENTS: &str = "https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-use-resource-based.html";

const EVENTBRIDGE: &str = "events.amazonaws.com";

pub fn calls<'a>(inventory: &'a Inventory, calls: &mut Vec<NeededCall<'a>>) {
    for target in inventory.all("aws_cloudwatch_event_target").filter(|one| !one.at("role_arn").text().is_set()) {
        function(EVENTBRIDGE, &target.at("arn"), calls);
        queue(&target.at("arn"), "puts its events into the queue", calls);
        queue(&target.at("dead_letter_config.0.arn"), "puts events that failed into the queue", calls);
    }
    for subscription in inventory.all("aws_sns_topic_subscription") {
        if subscription.at("protocol").text() == Known("lambda") {
            function("sns.amazonaws.com", &subscription.at("endpoint"), calls);
        }
    }
    for notification in inventory.all("aws_s3_bucket_notification") {
        for block in notification.at("lambda_function").items() {
            function("s3.amazonaws.com", &block.at("lambda_function_arn"), calls);
        }
    }
}

fn function<'a>(service: &'static str, place: &Place<'a>, calls: &mut Vec<NeededCall<'a>>) {
    if let Some(on) = resource_at(place, &["aws_lambda_function", "aws_lambda_alias"]) {
        let call = call(service, place, "invokes the function", &["lambda:InvokeFunction"], Target::Resource(on));
        calls.push(NeededCall { source: FUNCTIONS, ..call });
    }
}

fn queue<'a>(place: &Place<'a>, purpose: &str, calls: &mut Vec<NeededCall<'a>>) {
    if let Some(on) = resource_at(place, &["aws_sqs_queue"]) {
        calls.push(call(EVENTBRIDGE, place, purpose, &["sqs:SendMessage"], Target::Resource(on)));
    }
}

fn call<'a>(
    service: &'static str,
    place: &Place<'a>,
    purpose: &str,
    actions: &[&'static str],
    on: Target<'a>,
) -> NeededCall<'a> {
    NeededCall {
        subject: Subject::Delivery,
        place: place.clone(),
        purpose: purpose.to_owned(),
        callers: Ok(vec![Caller::Service(service)]),
        actions: named(actions),
        any: false,
        on,
        context: Context::default()
            .with("aws:SourceAccount", Given::Own)
            .with("aws:SourceArn", Given::ArnOf(&["events", "sns", "s3"])),
        through: Vec::new(),
        source: EVENTS,
    }
}
