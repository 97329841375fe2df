//! An alarm notifies someone, or something else acts on it.
//!
//! ## Why
//!
//! An alarm that is raised and does nothing is seen only by those who happen to look. That it has
//! actions is not enough: `actions_enabled = false` switches all of them off and is easily left
//! behind after maintenance.
//!
//! An alarm needs no action of its own where something else reads its state: a composite alarm, a
//! Route 53 health check, the stop condition of an experiment, the alarms of a deployment, or an
//! EventBridge rule on the state changes of alarms. Where anything else names the alarm, as a
//! document of an automation does, it is unknown whether it acts on it. A pattern of EventBridge
//! that is known only after the apply is for the alarms that it names.
//!
//! ## Example
//!
//! ```hcl
//! resource "aws_cloudwatch_metric_alarm" "errors" {
//!   alarm_name          = "validation-errors"
//!   namespace           = "AWS/Lambda"
//!   metric_name         = "Errors"
//!   comparison_operator = "GreaterThanThreshold"
//!   evaluation_periods  = 1
//! }
//! ```
//!
//! ## Fix
//!
//! Set `alarm_actions` to a topic that reaches someone, and leave `actions_enabled` at its default,
//! true.
//!
//! ```hcl
//! resource "aws_cloudwatch_metric_alarm" "errors" {
//!   # …
//!   alarm_actions = [aws_sns_topic.page.arn]
//!   ok_actions    = [aws_sns_topic.page.arn]
//! }
//! ```
//!
//! ## Source
//!
//! - [Using Amazon CloudWatch alarms](https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/AlarmThatSendsEmail.html)
//! - [PutMetricAlarm](https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricAlarm.html)

use std::collections::HashSet;

use serde_json::Value;

use super::children::children;
use crate::alarm::{self, COMPOSITE, KIND};
use crate::planned::Planned::{self, Absent, Known, Unknown};
use crate::resource::Resource;
use crate::{AttributePath, Check};

rule! { Error, AnyStack, ["MON-4"] }

/// Who else acts on an alarm: types, and the argument that names it. Source: AWS provider 5.100.0,
/// every argument for an alarm.
const USERS: [(&str, &str); 8] = [
    ("aws_appconfig_environment", "monitor"),
    ("aws_autoscaling_group", "instance_refresh"),
    ("aws_codedeploy_deployment_group", "alarm_configuration"),
    ("aws_codepipeline", "stage"),
    ("aws_ecs_service", "alarms"),
    ("aws_fis_experiment_template", "stop_condition"),
    ("aws_route53_health_check", "cloudwatch_alarm_name"),
    ("aws_sagemaker_endpoint", "deployment_config"),
];

/// What names an alarm only to show it, or is an alarm itself.
const ONLOOKERS: [&str; 3] = [KIND, COMPOSITE, "aws_cloudwatch_dashboard"];

const RULE_OF_EVENTS: &str = "aws_cloudwatch_event_rule";

/// Source: Amazon CloudWatch User Guide, "Alarm events and EventBridge".
const STATE_CHANGE: &str = "CloudWatch Alarm State Change";

fn check(check: &mut Check) {
    let inventory = check.inventory();
    let composites: Vec<_> = check.all(COMPOSITE).collect();
    let mut named: HashSet<_> =
        composites.iter().flat_map(|composite| children(*composite)).collect();
    let users = USERS
        .into_iter()
        .flat_map(|(kind, argument)| inventory.all(kind).map(move |user| user.at(argument)));
    let users: Vec<_> = users.collect();
    users
        .iter()
        .filter_map(|place| place.value().known())
        .for_each(|value| add_texts(value, &mut named));
    let patterns: Vec<_> =
        inventory.all(RULE_OF_EVENTS).filter_map(|rule| Pattern::of(&rule)).collect();
    let hidden = users.iter().find(|place| hides(place)).map(name_of);
    for alarm in check.all_of(&[KIND, COMPOSITE]) {
        let is_used =
            |(kind, argument): (&str, &str)| !inventory.referrers(alarm, kind, argument).is_empty();
        let heard: Vec<_> =
            patterns.iter().map(|pattern| (pattern, pattern.is_for(alarm))).collect();
        let has_user = named.contains(name(alarm))
            || USERS.into_iter().any(is_used)
            || heard.iter().any(|(_, is_for)| *is_for == Known(true));
        let may_hear = heard
            .iter()
            .find(|(_, is_for)| is_for.is_unknown())
            .map(|(pattern, _)| name_of(&pattern.place));
        let open = || may_hear.clone().or_else(|| may_use(alarm)).or_else(|| hidden.clone());
        actions(check, alarm, has_user, open);
    }
}

/// Whether something may act on an alarm, but the plan does not show on which.
fn hides(place: &AttributePath) -> bool {
    place.has_unknown() && !(place.is_written() && place.links_to_any().incomplete.is_empty())
}

fn name_of(place: &AttributePath) -> String {
    format!("{} {}", place.resource().address(), place.path())
}

/// Every text in a value, as the names of alarms in a block.
fn add_texts<'v>(value: &'v Value, texts: &mut HashSet<&'v str>) {
    match value {
        Value::String(text) => drop(texts.insert(text)),
        Value::Array(items) => items.iter().for_each(|item| add_texts(item, texts)),
        Value::Object(entries) => entries.values().for_each(|entry| add_texts(entry, texts)),
        _ => {}
    }
}

/// Something else in the plan that names the alarm and may act on it, such as the document of an
/// automation.
fn may_use(alarm: Resource<'_>) -> Option<String> {
    let mut others =
        alarm.inventory().mentioned_by(alarm).filter(|other| !ONLOOKERS.contains(&other.kind()));
    others.next().map(|other| other.address().to_owned())
}

fn actions<'a>(
    check: &mut Check<'a>,
    alarm: Resource<'a>,
    has_user: bool,
    open: impl Fn() -> Option<String>,
) {
    let (actions, enabled) = (alarm.at("alarm_actions"), alarm.at("actions_enabled"));
    let has_some = !actions.items().is_empty() || actions.has_unknown();
    if has_some && enabled.bool().or(true) == Known(false) {
        check.fail(&enabled, "its actions are switched off: nobody is notified");
    } else if has_some || has_user {
        check.pass(&actions);
    } else if let Some(other) = open() {
        check.unknown(
            &actions,
            format!("it has none; whether {other} acts on it, the plan does not show"),
        );
    } else {
        check.fail(&actions, "it does nothing when it is raised, and nothing else acts on it");
    }
}

fn name(alarm: Resource<'_>) -> &str {
    alarm::name(alarm).unwrap_or_default()
}

/// The pattern of an EventBridge rule that receives, or may receive, events about alarms.
struct Pattern<'a> {
    place: AttributePath<'a>,
    /// `None` where it is known only after the apply.
    json: Option<Value>,
}

impl<'a> Pattern<'a> {
    fn of(rule: &Resource<'a>) -> Option<Self> {
        let place = rule.at("event_pattern");
        let json = match place.string() {
            Absent => return None,
            // Such a pattern refers to the alarms that it is for, and `may_use` finds those
            // references.
            Unknown if place.links_to_any().incomplete.is_empty() => return None,
            Unknown => None,
            Known(string) => Some(serde_json::from_str::<Value>(string).ok()?),
        };
        let is_of_alarms = |json: &Value| match json["source"].as_array() {
            Some(sources) => {
                sources.iter().any(|source| source == "aws.cloudwatch" || !source.is_string())
            }
            None => true,
        };
        json.as_ref().is_none_or(is_of_alarms).then_some(Self { place, json })
    }

    /// Whether the rule hears of the states of an alarm.
    fn is_for(&self, alarm: Resource) -> Planned<bool> {
        let Some(json) = &self.json else { return Unknown };
        let is_source = |source: &Value| source == "aws.cloudwatch";
        let kinds = json["detail-type"]
            .as_array()
            .is_none_or(|kinds| kinds.iter().any(|kind| kind == STATE_CHANGE));
        let is_certain =
            json["source"].as_array().is_some_and(|sources| sources.iter().any(is_source)) && kinds;
        let arn = format!(":alarm:{}", name(alarm));
        let is_named = is_among(&json["detail"]["alarmName"], |string| string == name(alarm));
        let is_resource = is_among(&json["resources"], |string| string.ends_with(&arn));
        is_named.and(is_resource).and(if is_certain { Known(true) } else { Unknown })
    }
}

/// Whether a list of a pattern lets something through. Without a list everything passes; for
/// comparisons other than equality it is unknown.
fn is_among(list: &Value, is_it: impl Fn(&str) -> bool) -> Planned<bool> {
    let Some(items) = list.as_array() else {
        return if list.is_null() { Known(true) } else { Unknown };
    };
    if items.iter().filter_map(Value::as_str).any(is_it) {
        Known(true)
    } else if items.iter().all(Value::is_string) {
        Known(false)
    } else {
        Unknown
    }
}
