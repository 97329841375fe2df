//! Whether the notifications themselves arrive (MON-4). What is about one topic is told by the other.
//!
//! S3 and KMS are not here: the request metrics of S3 are a paid option for each bucket, and KMS publishes none of a key
//! whose material AWS keeps. A task that cannot reach either fails its payments, which the error rate tells.
//! Sources: Amazon SNS Developer Guide, "Monitoring Amazon SNS topics using CloudWatch"; Amazon EventBridge User Guide,
//! "Monitoring Amazon EventBridge"; Amazon S3 User Guide, "Monitoring metrics with Amazon CloudWatch"; KMS Developer
//! Guide, "Monitor KMS keys with Amazon CloudWatch".

use super::alarm::Alarm;
use super::events::EventRule;
use super::metric::{Metric, Series};
use super::watch::{Runbook, Section, Watch};
use crate::naming::Kind;
use crate::tiers::name_of;

pub(super) fn watches(rules: &[EventRule]) -> Vec<Watch> {
    let events = rules.iter().map(|rule| undelivered(rule.purpose)).collect::<Vec<_>>();
    vec![
        // A page that is not delivered cannot be paged; a ticket that is not delivered can.
        Watch::new(
            Section::Delivery,
            "notification-delivery",
            "Notifications that were not delivered",
            [failed("page").ticket("page-delivery"), failed("ticket").page("ticket-delivery")],
            NOTIFICATIONS,
        ),
        Watch::new(Section::Delivery, "event-delivery", "Events that were not delivered", events, EVENTS),
    ]
}

fn failed(topic: &str) -> super::alarm::Condition {
    let dimensions = vec![("TopicName", name_of(Kind::SnsTopic, topic))];
    let metric = Metric { namespace: "AWS/SNS", name: "NumberOfNotificationsFailed", dimensions, statistic: "Sum" };
    Series::from(metric).at_least(1).lasting(1, 1)
}

fn undelivered(rule: &str) -> Alarm {
    let dimensions = vec![("RuleName", name_of(Kind::EventRule, rule))];
    let metric = Metric { namespace: "AWS/Events", name: "FailedInvocations", dimensions, statistic: "Sum" };
    Series::from(metric).at_least(1).lasting(1, 1).ticket(&format!("event-delivery-{rule}"))
}

const SUBSCRIPTIONS: &str = "for topic in {{ page_topic }} {{ ticket_topic }}; do aws sns list-subscriptions-by-topic \
         --region us-east-1 --topic-arn \"arn:aws:sns:us-east-1:$(aws sts get-caller-identity \
         --query Account --output text):$topic\" --query \
         'Subscriptions[].[Protocol,Endpoint,SubscriptionArn]' --output table; done";

const NOTIFICATIONS: Runbook = Runbook {
    meaning: "A notification could not be delivered to one of its receivers: someone who should know \
         does not.",
    first_look: &[
        SUBSCRIPTIONS,
        "aws sqs get-queue-attributes --region us-east-1 --attribute-names All --queue-url \"$(aws \
         sqs get-queue-url --region us-east-1 --queue-name {{ notification_queue }} --query \
         QueueUrl --output text)\"",
    ],
    causes: &[
        "An e-mail address is gone.",
        "The policy of the queue or of the key was changed by hand.",
        "The key is disabled.",
    ],
    steps: &[
        "Look on the dashboard for alarms that are on: you may not have been told.",
        "PendingConfirmation in the list: have the address confirmed.",
        "`terraform plan`, then apply.",
    ],
    escalate: "Pages do not arrive by any way: agree at once on someone who watches the dashboard.",
};

const EVENTS: Runbook = Runbook {
    meaning: "EventBridge could not hand an event to its topic: a failover, a failed deployment or a \
         notice of AWS Health may have gone unseen.",
    first_look: &[
        "for rule in {{ event_rules }}; do aws events list-targets-by-rule --region us-east-1 \
         --rule \"$rule\" --query 'Targets[].Arn'; done",
        DATABASE,
        super::commands::SERVICE_EVENTS,
        super::commands::AWS_HEALTH,
    ],
    causes: &[
        "The policy of the topic does not let EventBridge publish; a condition in it is enough for \
         that.",
        "The policy of the key has a condition on EventBridge, which it does not meet.",
        "The key is disabled.",
    ],
    steps: &[
        "See by the commands above what the event was.",
        "`terraform plan`, then apply.",
        "Stop a task, which is an event: FailedInvocations has to stay at zero.",
    ],
    escalate: "It stays after an apply: the owner of the platform.",
};

const DATABASE: &str = super::commands::DATABASE_EVENTS;
