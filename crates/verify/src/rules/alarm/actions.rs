//! An alarm notifies someone, or something else acts on it.
//!
//! ## Why
//!
//! An alarm that is raised and does nothing is seen only by those who happen to look. That it has actions is not enough: `actions_enabled =
//! false` switches all of them off and is easily left behind after maintenance.
//!
//! An alarm needs no action of its own where something else reads its state: a composite alarm, a Route 53 health check, the stop condition of
//! an experiment, the alarms of a deployment, or an EventBridge rule on the state changes of alarms.
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
//! Set `alarm_actions` to a topic that reaches someone, and leave `actions_enabled` at its default, true.
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

use super::children::children;
use crate::alarm::{COMPOSITE, KIND};
use crate::planned::Planned::Known;
use crate::resource::Resource;
use crate::{AttributePath, Check, Inventory};

rule! { Error, AnyStack, ["MON-4"] }

/// Who else acts on an alarm: types, and the argument that names it.
const USERS: [(&str, &str); 11] = [
    ("aws_route53_health_check", "cloudwatch_alarm_name"),
    ("aws_fis_experiment_template", "stop_condition"),
    ("aws_ecs_service", "alarms"),
    ("aws_codedeploy_deployment_group", "alarm_configuration"),
    ("aws_appconfig_environment", "monitor"),
    ("aws_autoscaling_group", "instance_refresh"),
    ("aws_sagemaker_endpoint", "deployment_config"),
    ("aws_ssm_maintenance_window_task", "task_invocation_parameters"),
    ("aws_cloudwatch_event_target", "arn"),
    ("aws_codepipeline", "stage"),
    ("aws_ssm_association", "parameters"),
];

fn check(check: &mut Check) {
    let inventory = check.inventory();
    let composites: Vec<_> = check.all(COMPOSITE).collect();
    let used: HashSet<_> = composites.iter().flat_map(|composite| children(*composite)).collect();
    let listens = check.all("aws_cloudwatch_event_rule").any(listens_to_alarms);
    let hidden = hidden_user(inventory);
    for alarm in check.all_of(&[KIND, COMPOSITE]) {
        let is_used = |(kind, argument): (&str, &str)| !inventory.referrers(alarm, kind, argument).is_empty();
        let has_listener = listens || used.contains(name(alarm)) || USERS.into_iter().any(is_used);
        actions(check, alarm, has_listener, hidden.as_deref());
    }
}

/// What may act on an alarm, but the plan does not show on which.
fn hidden_user(inventory: &Inventory) -> Option<String> {
    let hides = |place: &AttributePath| {
        place.has_unknown() && !(place.is_written() && place.links_to_any().incomplete.is_empty())
    };
    let mut places =
        USERS.into_iter().flat_map(|(kind, argument)| inventory.all(kind).map(move |user| user.at(argument)));
    places.find(hides).map(|place| format!("{} {}", place.resource().address(), place.path()))
}

fn actions<'a>(check: &mut Check<'a>, alarm: Resource<'a>, has_listener: bool, hidden: Option<&str>) {
    let (actions, enabled) = (alarm.at("alarm_actions"), alarm.at("actions_enabled"));
    let has_some = !actions.items().is_empty() || actions.has_unknown();
    if has_some && enabled.bool().or(true) == Known(false) {
        check.fail(&enabled, "its actions are switched off: nobody is notified");
    } else if has_some || has_listener {
        check.pass(&actions);
    } else if let Some(hidden) = hidden {
        check.unknown(&actions, format!("it has none; whether {hidden} acts on it, the plan does not show"));
    } else {
        check.fail(&actions, "it does nothing when it is raised, and nothing else acts on it");
    }
}

fn name(alarm: Resource<'_>) -> &str {
    alarm.at("alarm_name").string().known().unwrap_or_default()
}

/// A rule on the state changes of alarms gets all of them.
fn listens_to_alarms(rule: Resource) -> bool {
    rule.at("event_pattern").string().known().is_some_and(|pattern| pattern.contains("\"aws.cloudwatch\""))
}
