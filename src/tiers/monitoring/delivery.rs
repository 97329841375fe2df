//! Whether the notifications themselves arrive (MON-4). What is about one topic is told by the
//! other.
//!
//! S3 and KMS are not here: the request metrics of S3 are a paid option for each bucket, and KMS
//! publishes none of a key whose material AWS keeps. A task that cannot reach either fails its
//! payments, which the error rate tells. Sources: Amazon SNS Developer Guide, "Monitoring Amazon
//! SNS topics using CloudWatch"; Amazon EventBridge User Guide, "Monitoring Amazon EventBridge";
//! Amazon S3 User Guide, "Monitoring metrics with Amazon CloudWatch"; KMS Developer Guide, "Monitor
//! KMS keys with Amazon CloudWatch".

use super::alarm::Alarm;
use super::events::EventRule;
use super::metric::{Metric, Series};
use super::watch::{Section, Watch};
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
        ),
        Watch::new(Section::Delivery, "event-delivery", "Events that were not delivered", events),
    ]
}

fn failed(topic: &str) -> super::alarm::Condition {
    let dimensions = vec![("TopicName", name_of(Kind::SnsTopic, topic))];
    let metric = Metric {
        namespace: "AWS/SNS",
        name: "NumberOfNotificationsFailed",
        dimensions,
        statistic: "Sum",
    };
    Series::from(metric).at_least(1).lasting(1, 1)
}

fn undelivered(rule: &str) -> Alarm {
    let dimensions = vec![("RuleName", name_of(Kind::EventRule, rule))];
    let metric =
        Metric { namespace: "AWS/Events", name: "FailedInvocations", dimensions, statistic: "Sum" };
    Series::from(metric).at_least(1).lasting(1, 1).ticket(&format!("event-delivery-{rule}"))
}
