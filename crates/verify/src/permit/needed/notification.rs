//! What alarms, events and topics send, and the keys that it takes.

use super::{NeededCall, Subject, named, resource_at};
use crate::attribute_path::AttributePath;
use crate::inventory::Inventory;
use crate::key::KeyOf;
use crate::permit::Target;
use crate::permit::sender::{SNS, Sender};
use crate::planned::Planned::Known;
use crate::publisher::publishers;
use crate::resource::Resource;

const TOPICS: &str = "https://docs.aws.amazon.com/sns/latest/dg/sns-access-policy-use-cases.html";
const QUEUES: &str =
    "https://docs.aws.amazon.com/sns/latest/dg/subscribe-sqs-queue-to-sns-topic.html";
const KEYS: &str = "https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html";

pub fn calls<'a>(inventory: &'a Inventory, calls: &mut Vec<NeededCall<'a>>) {
    for publisher in publishers(inventory) {
        let topic = publisher.topic;
        let purpose = format!("sends what {} tells", publisher.sources());
        let sent = call(publisher.sender, &topic.root(), &purpose, "sns:Publish", topic, None);
        calls.extend(key(publisher.sender, &sent, &topic.at("kms_master_key_id"), None));
        calls.push(NeededCall { source: TOPICS, ..sent });
    }
    for subscription in inventory.all("aws_sns_topic_subscription") {
        if subscription.at("protocol").string() != Known("sqs") {
            continue;
        }
        let place = subscription.at("endpoint");
        let Some(queue) = resource_at(&place, &["aws_sqs_queue"]) else { continue };
        let topic = subscription.at("topic_arn").link("aws_sns_topic").one();
        let sent =
            call(SNS, &place, "hands messages on to the queue", "sqs:SendMessage", queue, topic);
        calls.extend(key(SNS, &sent, &queue.at("kms_master_key_id"), topic));
        calls.push(sent);
    }
}

fn call<'a>(
    sender: Sender,
    place: &AttributePath<'a>,
    purpose: &str,
    action: &'static str,
    on: Resource<'a>,
    source: Option<Resource<'a>>,
) -> NeededCall<'a> {
    let (callers, actions, on) =
        (Ok(vec![sender.caller()]), named(&[action]), Target::Resource(on));
    NeededCall {
        context: sender.context(action, source),
        ..NeededCall::of(Subject::Notification, place, purpose, callers, actions, on, QUEUES)
    }
}

/// A service uses the key of what it sends to as itself.
fn key<'a>(
    sender: Sender,
    call: &NeededCall<'a>,
    key: &AttributePath<'a>,
    source: Option<Resource<'a>>,
) -> Option<NeededCall<'a>> {
    const DECRYPT: &str = "kms:Decrypt";
    Some(NeededCall {
        purpose: format!("{} (its key)", call.purpose),
        actions: named(&[DECRYPT, "kms:GenerateDataKey"]),
        on: Target::key(KeyOf::at(key))?,
        context: sender.context(DECRYPT, source),
        source: KEYS,
        ..call.clone()
    })
}
