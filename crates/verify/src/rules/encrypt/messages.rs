use crate::planned::Planned::Known;
use crate::{Applies, Check, Rule, Severity};

pub const RULE: Rule = Rule {
    id: "encrypt-messages",
    severity: Severity::Warning,
    applies: Applies::AnyStack,
    requirements: &["ALL-4"],
    page: include_str!("../../../docs/rules/encrypt-messages.md"),
    check,
};

fn check(check: &mut Check) {
    for topic in check.all("aws_sns_topic") {
        let key = topic.at("kms_master_key_id");
        check.expect(&key, Known(key.value().is_set()), "what is published is kept unencrypted until it is delivered");
    }
    for queue in check.all("aws_sqs_queue") {
        let (key, managed) = (queue.at("kms_master_key_id"), queue.at("sqs_managed_sse_enabled"));
        if key.value().is_set() {
            check.pass(&key);
        } else {
            // Queues are encrypted by SQS itself unless that is switched off.
            let is_on = if managed.is_written() { managed.flag().or(true) } else { Known(true) };
            check.expect(&managed, is_on, "what is sent is kept unencrypted");
        }
    }
}
