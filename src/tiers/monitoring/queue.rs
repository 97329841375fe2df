//! The queue that receives every notification without anyone having to confirm: for a chat or
//! incident system (MON-4).

use super::Inputs;
use super::topics::Topics;
use crate::aws::{AwsSnsTopic, AwsSnsTopicSubscription, AwsSqsQueue, AwsSqsQueuePolicy};
use crate::naming::Kind;
use crate::policy::actions::sqs;
use crate::policy::{Statement, allow, deny_insecure_transport, document};
use crate::tiers::{name_of, tags};
use terraform::block;
use terraform::tf::{DeclareError, Handle, Module, meta};

/// 14 days, the longest SQS keeps a message. Source: Amazon SQS API, `SetQueueAttributes`,
/// `MessageRetentionPeriod`.
const RETENTION_SECONDS: u32 = 14 * 24 * 60 * 60;

pub(super) fn declare(
    module: &mut Module,
    var: &Inputs,
    topics: &Topics,
) -> Result<Handle<AwsSqsQueue>, DeclareError> {
    let queue = block!(AwsSqsQueue {
        name: name_of(Kind::SqsQueue, "notifications"),
        kms_master_key_id: &var.notifications_key_arn,
        message_retention_seconds: RETENTION_SECONDS,
        tags: tags(name_of(Kind::SqsQueue, "notifications")),
    });
    let queue = module.resource("notifications", queue)?;
    let document = module.data("notifications_queue", document(statements(&queue, topics)))?;
    let policy = block!(AwsSqsQueuePolicy { queue_url: queue.url(), policy: document.json() });
    let policy = module.resource("notifications", policy)?;
    for (label, topic) in [("page_queue", &topics.page), ("ticket_queue", &topics.ticket)] {
        module.resource_with(label, subscription(topic, &queue), meta().depends_on(&policy))?;
    }
    Ok(queue)
}

/// Only the two topics may send, and only over TLS.
/// Source: Amazon SNS Developer Guide, "Subscribing an Amazon SQS queue to an Amazon SNS topic".
fn statements(queue: &Handle<AwsSqsQueue>, topics: &Topics) -> [Statement; 2] {
    let send = allow("SendNotifications", [sqs::SEND_MESSAGE])
        .to_service("sns.amazonaws.com")
        .on([queue.arn()])
        .when("ArnEquals", "aws:SourceArn", [topics.page.arn(), topics.ticket.arn()]);
    [send, deny_insecure_transport("sqs", [queue.arn()])]
}

fn subscription(
    topic: &Handle<AwsSnsTopic>,
    queue: &Handle<AwsSqsQueue>,
) -> AwsSnsTopicSubscription {
    block!(AwsSnsTopicSubscription {
        topic_arn: topic.arn(),
        protocol: "sqs",
        endpoint: queue.arn()
    })
}
