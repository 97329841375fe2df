//! At least one subscription of a topic lets alarms through its filter.
//!
//! ## Why
//!
//! CloudWatch sends alarms without message attributes. A filter policy that asks for any, which is
//! what filters do by default, drops every alarm, and leaves no trace but a metric. A filter on the
//! message body has to ask for fields that the message of an alarm has, and let the state ALARM
//! pass.
//!
//! ## Example
//!
//! ```hcl
//! resource "aws_sns_topic_subscription" "on_call" {
//!   topic_arn     = aws_sns_topic.page.arn
//!   protocol      = "https"
//!   endpoint      = "https://on-call.example.com/sns"
//!   filter_policy = jsonencode({ severity = ["critical"] })
//! }
//! ```
//!
//! ## Fix
//!
//! Drop the filter, or filter by a field of the alarm's message in the scope `MessageBody`.
//!
//! ```hcl
//! resource "aws_sns_topic_subscription" "on_call" {
//!   topic_arn           = aws_sns_topic.page.arn
//!   protocol            = "https"
//!   endpoint            = "https://on-call.example.com/sns"
//!   filter_policy_scope = "MessageBody"
//!   filter_policy       = jsonencode({ NewStateValue = ["ALARM", "OK"] })
//! }
//! ```
//!
//! ## Source
//!
//! - [Amazon SNS subscription filter policies](https://docs.aws.amazon.com/sns/latest/dg/sns-subscription-filter-policies.html)
//! - [Notifying users on alarm changes](https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Notify_Users_Alarm_Changes.html)

use serde_json::Value;

use crate::Check;
use crate::permit::sender::CLOUDWATCH;
use crate::planned::Planned::Known;
use crate::resource::Resource;

rule! { Error, AnyStack, ["MON-4"] }

/// The fields of the message of an alarm. CloudWatch sends no message attributes with it.
/// Source: CloudWatch User Guide, "Amazon SNS notification format of alarms".
const FIELDS: &str = "AlarmName AlarmDescription AWSAccountId AlarmConfigurationUpdatedTimestamp \
                      NewStateValue
    NewStateReason StateChangeTime Region AlarmArn OldStateValue OKActions AlarmActions \
                      InsufficientDataActions Trigger
    AlarmRule";

fn check(check: &mut Check) {
    let inventory = check.inventory();
    let publishers = check.publishers();
    let topics = publishers.iter().filter(|publisher| publisher.sender == CLOUDWATCH);
    for topic in topics.map(|publisher| publisher.topic) {
        let subscriptions = inventory.referrers(topic, "aws_sns_topic_subscription", "topic_arn");
        let swallowed: Vec<_> = subscriptions.iter().map(|one| swallows(*one)).collect();
        let heard = swallowed.iter().any(Option::is_none);
        for (subscription, reason) in subscriptions.iter().zip(swallowed) {
            let place = subscription.at("filter_policy");
            match reason {
                Some(reason) if !heard => check.fail(&place, format!("no alarm passes: {reason}")),
                _ => check.pass(&place),
            }
        }
    }
}

/// Why no alarm passes the filter of a subscription.
fn swallows(subscription: Resource) -> Option<String> {
    let Known(text) = subscription.at("filter_policy").string() else { return None };
    let filter: Value = serde_json::from_str(text).ok()?;
    let scope = subscription.at("filter_policy_scope").string().or("MessageAttributes");
    let conditions = filter.as_object()?;
    if conditions.is_empty() {
        return None;
    }
    if scope == Known("MessageAttributes") {
        let wants = conditions.iter().find(|(_, wanted)| !is_met_by_absence(wanted))?.0;
        return Some(format!("it asks for the attribute {wants}, and alarms have none"));
    }
    let is_foreign = |(field, wanted): &(&String, &Value)| {
        !FIELDS.split_whitespace().any(|known| known == field.as_str())
            && !is_met_by_absence(wanted)
    };
    if let Some((field, _)) =
        conditions.iter().find(|(field, _)| field.as_str() != "$or").filter(is_foreign)
    {
        return Some(format!("it asks for {field}, which the message of an alarm does not have"));
    }
    let state = conditions.get("NewStateValue").and_then(Value::as_array)?;
    let passes = state.iter().any(|wanted| wanted == "ALARM" || wanted.is_object());
    (!passes).then(|| "it asks for other states than ALARM".to_owned())
}

/// `[{"exists": false}]`
fn is_met_by_absence(wanted: &Value) -> bool {
    wanted.as_array().is_some_and(|any| {
        any.iter().any(|one| one["exists"] == false || !one["anything-but"].is_null())
    })
}
