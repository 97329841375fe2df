//! Every alarm and every event arrives: from the metric by its dimensions, its action, its topic,
//! the topic's policy and key, to a queue that nobody has to confirm (MON-4). Then each link is
//! broken once, and has to be missed.

mod configuration;
mod links;

use std::sync::LazyLock;

use crate::support::{ACCOUNT_ID, config, planned};
use paytf::config::Profile;
use serde_json::{Value, json};

fn plan() -> &'static Value {
    static PLAN: LazyLock<Value> = LazyLock::new(|| {
        // With a domain the certificate is the stack's own, so that its alarms can be followed too.
        let domain = "application.domain = { name = 'pay.example.com', hosted_zone_id = 'Z1' }";
        planned(&config(domain, "staging", Profile::Production)).unwrap().json
    });
    &PLAN
}

#[test]
fn every_alarm_and_every_event_reaches_a_queue() {
    let alarms = configuration::Configuration(plan()).blocks("aws_cloudwatch_metric_alarm").len();
    assert!(alarms > 80, "only {alarms} alarms were followed");
    assert_eq!(links::broken(plan()), [""; 0]);
}

/// Breaks one link of a copy of the plan, and returns what is then found.
fn after(module: &str, address: &str, break_it: impl FnOnce(&mut Value)) -> Vec<String> {
    let mut plan = plan().clone();
    let resources =
        &mut plan["configuration"]["root_module"]["module_calls"][module]["module"]["resources"];
    let found = resources
        .as_array_mut()
        .unwrap()
        .iter_mut()
        .find(|resource| resource["address"] == address);
    break_it(&mut found.expect("what is broken was there")["expressions"]);
    links::broken(&plan)
}

fn statement<'a>(document: &'a mut Value, service: &str) -> &'a mut Value {
    let statements = document["statement"].as_array_mut().unwrap();
    let found = statements
        .iter_mut()
        .find(|one| one["principals"][0]["identifiers"]["constant_value"] == json!([service]));
    found.expect("the service has a statement")
}

fn source_account() -> Value {
    json!([{
        "test": { "constant_value": "StringEquals" },
        "variable": { "constant_value": "aws:SourceAccount" },
        "values": { "constant_value": [ACCOUNT_ID] },
    }])
}

#[track_caller]
fn assert_missed(broken: &[String], sentence: &str) {
    assert!(
        broken.iter().any(|one| one.contains(sentence)),
        "nothing says {sentence:?}: {broken:?}"
    );
}

#[test]
fn a_dimension_that_no_resource_gives_is_missed() {
    let wrong = after("monitoring", "aws_cloudwatch_metric_alarm.healthy_hosts", |alarm| {
        alarm["dimensions"]["constant_value"]["LoadBalancer"] =
            "${var.target_group_arn_suffix}".into();
    });
    assert_missed(
        &wrong,
        "aws_cloudwatch_metric_alarm.healthy_hosts: no planned resource gives the dimension \
         LoadBalancer",
    );
    let wrong = after("monitoring", "aws_cloudwatch_metric_alarm.nat_drops_b", |alarm| {
        alarm["metric_query"][0]["metric"][0]["dimensions"]["constant_value"]["NatGatewayId"] =
            "nat-1".into();
    });
    assert_missed(&wrong, "nat_drops_b: no planned resource gives the dimension NatGatewayId");
    let none = after("monitoring", "aws_cloudwatch_metric_alarm.rpo_ticket", |alarm| {
        alarm.as_object_mut().unwrap().remove("dimensions");
    });
    assert_missed(
        &none,
        "aws_cloudwatch_metric_alarm.rpo_ticket watches no metric with dimensions",
    );
}

#[test]
fn an_alarm_without_an_action_or_with_disabled_ones_is_missed() {
    for actions in ["alarm_actions", "ok_actions"] {
        let broken = after("monitoring", "aws_cloudwatch_metric_alarm.running_tasks", |alarm| {
            alarm[actions] = Value::Null
        });
        assert_missed(&broken, &format!("running_tasks: {actions}: \"\" is no planned topic"));
    }
    let broken = after("monitoring", "aws_cloudwatch_composite_alarm.zone_impaired_a", |alarm| {
        alarm["actions_enabled"] = json!({ "constant_value": false });
    });
    assert_missed(&broken, "zone_impaired_a: its actions are disabled");
}

#[test]
fn a_composite_alarm_over_an_alarm_that_is_not_there_is_missed() {
    let broken = after("monitoring", "aws_cloudwatch_composite_alarm.zone_impaired_a", |alarm| {
        alarm["alarm_rule"]["constant_value"] =
            "ALARM(${aws_cloudwatch_metric_alarm.gone.alarm_name})".into();
    });
    assert_missed(
        &broken,
        "no alarm monitoring/aws_cloudwatch_metric_alarm.gone.alarm_name is planned",
    );
}

#[test]
fn a_topic_whose_policy_is_gone_or_lets_the_service_not_publish_is_missed() {
    let broken =
        after("monitoring", "aws_sns_topic_policy.page", |policy| policy["arn"] = Value::Null);
    assert_missed(&broken, "monitoring/aws_sns_topic.page.arn has no policy");
    for service in ["cloudwatch.amazonaws.com", "events.amazonaws.com"] {
        let broken = after("monitoring", "data.aws_iam_policy_document.page_topic", |document| {
            statement(document, service)["actions"] =
                json!({ "constant_value": ["sns:Subscribe"] });
        });
        assert_missed(&broken, &format!("page_topic does not let {service} do sns:Publish"));
    }
}

#[test]
fn a_policy_about_another_topic_is_missed() {
    let broken = after("monitoring", "data.aws_iam_policy_document.page_topic", |document| {
        statement(document, "cloudwatch.amazonaws.com")["resources"] =
            json!({ "constant_value": ["${aws_sns_topic.ticket.arn}"] });
    });
    assert_missed(&broken, "page_topic does not let cloudwatch.amazonaws.com do sns:Publish");
}

#[test]
fn a_condition_that_eventbridge_cannot_meet_is_missed() {
    let topic = after("monitoring", "data.aws_iam_policy_document.page_topic", |document| {
        statement(document, "events.amazonaws.com")["condition"] = source_account();
    });
    assert_missed(&topic, "page_topic does not let events.amazonaws.com do sns:Publish");
    let key = after("encryption", "data.aws_iam_policy_document.notifications", |document| {
        statement(document, "events.amazonaws.com")["condition"] = source_account();
    });
    assert_missed(&key, "notifications does not let events.amazonaws.com do kms:Decrypt");
}

#[test]
fn a_key_that_the_service_may_not_use_is_missed() {
    let broken = after("monitoring", "aws_sns_topic.page", |topic| {
        topic["kms_master_key_id"] = json!({ "constant_value": "alias/aws/sns" });
    });
    assert_missed(&broken, "\"alias/aws/sns\" is no key of ours");
    for (service, action) in [
        ("cloudwatch.amazonaws.com", "kms:GenerateDataKey"),
        ("sns.amazonaws.com", "kms:GenerateDataKey"),
    ] {
        let broken =
            after("encryption", "data.aws_iam_policy_document.notifications", |document| {
                statement(document, service)["actions"] =
                    json!({ "constant_value": ["kms:Decrypt"] });
            });
        assert_missed(&broken, &format!("notifications does not let {service} do {action}"));
    }
}

#[test]
fn a_topic_that_only_people_who_must_confirm_subscribe_to_is_missed() {
    let broken = after("monitoring", "aws_sns_topic_subscription.page_queue", |subscription| {
        subscription["protocol"] = json!({ "constant_value": "email" });
    });
    assert_missed(&broken, "aws_sns_topic.page.arn has no subscription that needs no confirmation");
}

#[test]
fn a_queue_that_does_not_take_from_the_topic_is_missed() {
    let broken =
        after("monitoring", "data.aws_iam_policy_document.notifications_queue", |document| {
            let condition = &mut statement(document, "sns.amazonaws.com")["condition"][0];
            condition["values"] = json!({ "constant_value": ["${aws_sns_topic.ticket.arn}"] });
        });
    assert_missed(
        &broken,
        "does not let sns.amazonaws.com do sqs:SendMessage for monitoring/aws_sns_topic.page.arn",
    );
    let broken = after("monitoring", "aws_sqs_queue_policy.notifications", |policy| {
        policy["queue_url"] = Value::Null
    });
    assert_missed(&broken, "aws_sqs_queue.notifications.arn has no policy");
}

#[test]
fn an_event_rule_without_a_topic_is_missed() {
    let broken = after("monitoring", "aws_cloudwatch_event_target.aws_issue", |target| {
        target["arn"] = json!({ "constant_value": "${aws_sqs_queue.notifications.arn}" });
    });
    assert_missed(
        &broken,
        "aws_cloudwatch_event_target.aws_issue: \"monitoring/aws_sqs_queue.notifications.arn\" is \
         no planned topic",
    );
}
