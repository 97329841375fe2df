//! The way from an alarm to people, as it is deployed.

use super::{
    assertion::{Assertion, assertions},
    aws::{ACCOUNT, Aws, denies_plain_text, equal, includes, set, statements, text, texts},
    monitoring::topics,
};
use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};
use std::collections::BTreeSet;

/// Of the topics and the queue of the monitoring tier.
pub const ASSERTIONS: &[Assertion] = assertions![
    alarms_and_rules_may_publish_to_every_topic_and_database_events_to_the_one_that_pages,
    topics_are_encrypted_with_a_key_that_their_publishers_may_use,
    every_topic_delivers_to_the_notification_queue,
    the_notification_queue_takes_messages_of_the_topics_only,
    an_alarm_arrives_in_the_notification_queue,
];

const QUEUE: &str = "sqs-notifications-staging";
/// Services that tell people something: CloudWatch alarms, RDS events, EventBridge rules.
const PUBLISHERS: [&str; 3] =
    ["cloudwatch.amazonaws.com", "events.amazonaws.com", "events.rds.amazonaws.com"];

/// MON-4, ALL-4
fn alarms_and_rules_may_publish_to_every_topic_and_database_events_to_the_one_that_pages(
    aws: &Aws,
) -> Result<()> {
    for topic in topics(aws)? {
        let policy = &topic_attributes(aws, &topic)?["Policy"];
        denies_plain_text(policy, "sns:Publish")?;
        let allowed: Vec<_> =
            statements(policy)?.into_iter().filter(|s| s["Effect"] == "Allow").collect();
        let account = json!({"StringEquals": {"aws:SourceAccount": ACCOUNT}});
        // EventBridge sends no source to a topic's policy: a condition would drop its events in
        // silence.
        let takes_a_condition =
            |s: &&Value| !texts(&s["Principal"]["Service"]).contains("events.amazonaws.com");
        let only_from_here =
            json!({"Action": "sns:Publish", "Resource": topic, "Condition": account});
        allowed
            .iter()
            .filter(takes_a_condition)
            .try_for_each(|statement| includes(statement, &only_from_here))?;
        let services =
            allowed.iter().flat_map(|statement| texts(&statement["Principal"]["Service"]));
        let pages = topic.ends_with(":sns-page-staging");
        let expected = PUBLISHERS
            .into_iter()
            .filter(|service| pages || *service != "events.rds.amazonaws.com");
        equal(services.collect::<BTreeSet<_>>(), expected.map(String::from).collect())?;
    }
    Ok(())
}

/// MON-4, ALL-4
/// <https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html#compatibility-with-aws-services>
fn topics_are_encrypted_with_a_key_that_their_publishers_may_use(aws: &Aws) -> Result<()> {
    let key = aws.key("notifications")?;
    for topic in topics(aws)? {
        includes(&topic_attributes(aws, &topic)?, &json!({"KmsMasterKeyId": key}))?;
    }
    let policy =
        aws.ask("kms", "get_key_policy", json!({"KeyId": key, "PolicyName": "default"}))?;
    let statements = statements(&policy["Policy"])?;
    for service in PUBLISHERS.iter().chain(&["sns.amazonaws.com"]) {
        let of_service =
            |statement: &&Value| texts(&statement["Principal"]["Service"]).contains(*service);
        let statement = statements
            .iter()
            .find(of_service)
            .with_context(|| format!("{service} may not use the key"))?;
        equal(texts(&statement["Action"]), set(["kms:Decrypt", "kms:GenerateDataKey"]))?;
    }
    Ok(())
}

/// MON-4
fn every_topic_delivers_to_the_notification_queue(aws: &Aws) -> Result<()> {
    let subscriptions = aws.list("sns", "list_subscriptions", json!({}), "Subscriptions")?;
    for topic in topics(aws)? {
        let to_queue = |s: &&Value| {
            s["TopicArn"] == *topic && text(&s["Endpoint"]).ends_with(&format!(":{QUEUE}"))
        };
        let subscription = subscriptions
            .iter()
            .find(to_queue)
            .with_context(|| format!("{topic} delivers nowhere"))?;
        let question = json!({"SubscriptionArn": subscription["SubscriptionArn"]});
        let attributes = aws.ask("sns", "get_subscription_attributes", question)?;
        includes(
            &attributes["Attributes"],
            &json!({"Protocol": "sqs", "PendingConfirmation": "false"}),
        )?;
    }
    Ok(())
}

/// MON-4, ALL-4, IAM-3
fn the_notification_queue_takes_messages_of_the_topics_only(aws: &Aws) -> Result<()> {
    let question = json!({"QueueUrl": queue(aws)?, "AttributeNames": ["All"]});
    let attributes = &aws.ask("sqs", "get_queue_attributes", question)?["Attributes"];
    includes(attributes, &json!({"KmsMasterKeyId": aws.key("notifications")?}))?;
    denies_plain_text(&attributes["Policy"], "sqs:*")?;
    for statement in
        statements(&attributes["Policy"])?.iter().filter(|statement| statement["Effect"] == "Allow")
    {
        includes(
            statement,
            &json!({"Action": "sqs:SendMessage", "Principal": {"Service": "sns.amazonaws.com"}}),
        )?;
        let sources = texts(&statement["Condition"]["ArnEquals"]["aws:SourceArn"]);
        ensure!(
            !sources.is_empty() && sources.is_subset(&topics(aws)?),
            "messages come from {sources:?}"
        );
    }
    Ok(())
}

/// MON-4: the way from topic to queue is the emulator's own; that the alarm publishes is a patch of
/// ours.
fn an_alarm_arrives_in_the_notification_queue(aws: &Aws) -> Result<()> {
    let alarm = "alarm-healthy-hosts-staging";
    for state in ["OK", "ALARM"] {
        let change = json!({"AlarmName": alarm, "StateValue": state, "StateReason": "rehearsal"});
        aws.ask("cloudwatch", "set_alarm_state", change)?;
    }
    let question =
        json!({"QueueUrl": queue(aws)?, "MaxNumberOfMessages": 10, "WaitTimeSeconds": 5});
    let messages = aws.list("sqs", "receive_message", question, "Messages")?;
    let lines = messages.iter().filter_map(|message| {
        let envelope: Value = serde_json::from_str(text(&message["Body"])).ok()?;
        serde_json::from_str::<Value>(text(&envelope["Message"])).ok()
    });
    let is_of_alarm =
        |lines: &Value| lines["AlarmName"] == alarm && lines["NewStateValue"] == "ALARM";
    ensure!(lines.into_iter().any(|lines| is_of_alarm(&lines)), "no message tells of {alarm}");
    Ok(())
}

fn topic_attributes(aws: &Aws, topic: &str) -> Result<Value> {
    Ok(aws.ask("sns", "get_topic_attributes", json!({"TopicArn": topic}))?["Attributes"].take())
}

fn queue(aws: &Aws) -> Result<Value> {
    Ok(aws.ask("sqs", "get_queue_url", json!({"QueueName": QUEUE}))?["QueueUrl"].take())
}
