use std::collections::BTreeSet;

use crate::{Applies, Check, Rule, Severity};

pub const RULE: Rule = Rule {
    id: "alarm-topic-subscription",
    severity: Severity::Warning,
    applies: Applies::AnyStack,
    requirements: &["MON-4"],
    page: include_str!("../../../docs/rules/alarm-topic-subscription.md"),
    check,
};

/// Who can be subscribed, and by which argument.
const SUBSCRIBERS: [(&str, &str); 4] = [
    ("aws_sns_topic_subscription", "topic_arn"),
    ("aws_chatbot_slack_channel_configuration", "sns_topic_arns"),
    ("aws_chatbot_teams_channel_configuration", "sns_topic_arns"),
    ("aws_cloudformation_stack", "parameters"),
];

fn check(check: &mut Check) {
    let inventory = check.inventory();
    let mut seen = BTreeSet::new();
    for publisher in check.publishers().iter() {
        let topic = publisher.topic;
        if !seen.insert(topic.address()) {
            continue;
        }
        let all = SUBSCRIBERS.iter().flat_map(|(kind, argument)| inventory.referrers(topic, kind, argument));
        match all.into_iter().next() {
            Some(first) => check.pass(&first.root()),
            None => check
                .fail(&topic.root(), format!("nobody is subscribed, so that {} reaches no one", publisher.sources())),
        }
    }
}
