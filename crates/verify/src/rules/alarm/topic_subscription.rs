//! Someone is subscribed to every topic that alarms are sent to.
//!
//! ## Why
//!
//! A topic without subscriptions accepts every message and drops it. Someone may have subscribed by
//! hand; only a subscription in the configuration is there in the next environment, too.
//!
//! ## Example
//!
//! ```hcl
//! resource "aws_sns_topic" "page" {
//!   name = "page"
//! }
//!
//! resource "aws_cloudwatch_metric_alarm" "errors" {
//!   alarm_actions = [aws_sns_topic.page.arn]
//!   # …
//! }
//! ```
//!
//! ## Fix
//!
//! Subscribe a queue, an HTTPS endpoint or a chat channel, which nobody has to confirm, in addition
//! to any e-mail address.
//!
//! ```hcl
//! resource "aws_sns_topic_subscription" "on_call" {
//!   topic_arn              = aws_sns_topic.page.arn
//!   protocol               = "https"
//!   endpoint               = "https://on-call.example.com/sns"
//!   endpoint_auto_confirms = true
//! }
//! ```
//!
//! ## Source
//!
//! - [Creating a subscription to an Amazon SNS topic](https://docs.aws.amazon.com/sns/latest/dg/sns-create-subscribe-endpoint-to-topic.html)
//! - [Resource: aws_sns_topic_subscription](https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/sns_topic_subscription)

use std::collections::BTreeSet;

use crate::Check;

rule! { Warning, AnyStack, ["MON-4"] }

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
        let all = SUBSCRIBERS
            .iter()
            .flat_map(|(kind, argument)| inventory.referrers(topic, kind, argument));
        match all.into_iter().next() {
            Some(first) => check.pass(&first.root()),
            None => check.fail(
                &topic.root(),
                format!("nobody is subscribed, so that {} reaches no one", publisher.sources()),
            ),
        }
    }
}
