//! Every rule matches the events it is for, as the services document them, and no other rule's.

use hcl::eval::{Context, Evaluate};
use serde_json::{Map, Value, json};

use super::rules;
use crate::tiers::monitoring::Inputs;
use terraform::tf::Ports;

const LOAD_BALANCER: &str = "arn:aws:elasticloadbalancing:us-east-1:123456789012:loadbalancer/app/\
                             alb-trial/0123456789abcdef";
const CERTIFICATE: &str =
    "arn:aws:acm:us-east-1:123456789012:certificate/11112222-3333-4444-5555-666677778888";

/// Each rule's purpose and its pattern, with the module's inputs filled in as Terraform does.
fn patterns() -> Vec<(&'static str, Value)> {
    let mut context = Context::new();
    context.declare_var(
        "var",
        hcl::value!({
            environment_suffix = "trial",
            account_id = "123456789012",
            cluster_identifier = "aurora-cluster-trial",
            load_balancer_arn = LOAD_BALANCER,
            certificate_arn = CERTIFICATE,
            ecs_cluster_name = "ecs-cluster-trial",
            ecs_service_name = "ecs-service-trial"
        }),
    );
    let pattern = |rule: super::EventRule| {
        let pattern = rule.pattern.evaluate(&context).expect("every reference is an input");
        (rule.purpose, serde_json::to_value(pattern).expect("a pattern is JSON"))
    };
    rules(&Inputs::references(&["var"])).into_iter().map(pattern).collect()
}

/// Whether an event matches, as EventBridge decides: every field of the pattern is in the event; of
/// a list of values one is enough; and where the event has a list, one of its elements is. An empty
/// list in the event has no element, so that it matches no list. Source: Amazon EventBridge User
/// Guide, "Creating Amazon EventBridge event patterns" and "Matching arrays".
fn matches(pattern: &Value, event: &Value) -> bool {
    match pattern {
        Value::Object(fields) => {
            fields.iter().all(|(field, pattern)| matches(pattern, &event[field.as_str()]))
        }
        Value::Array(wanted) => match event {
            Value::Array(found) => found.iter().any(|one| wanted.contains(one)),
            Value::Null => false,
            one => wanted.contains(one),
        },
        other => panic!("a pattern holds lists and fields only: {other}"),
    }
}

fn matching(event: &Value) -> Vec<&'static str> {
    patterns()
        .into_iter()
        .filter(|(_, pattern)| matches(pattern, event))
        .map(|(purpose, _)| purpose)
        .collect()
}

/// The samples of docs/deploy.md, "First hour in a real account": one for each rule.
/// Sources: Amazon ECS Developer Guide, "Amazon ECS events"; Amazon Aurora User Guide, "Overview of
/// events for Aurora"; AWS Health User Guide, "Amazon EventBridge event schema"; ACM User Guide,
/// "Amazon EventBridge support for ACM"; ARC Developer Guide, "Using zonal autoshift with Amazon
/// EventBridge".
fn samples() -> Map<String, Value> {
    serde_json::from_str(include_str!("../../../../docs/events.json")).unwrap()
}

/// What ARC says of a zone and these resources.
fn of_a_zone(detail_type: &str, resources: &[&str]) -> Value {
    let mut event = samples()["zone-shift"].take();
    event["detail-type"] = json!(detail_type);
    event["resources"] = json!(resources);
    event
}

#[test]
fn a_shift_of_our_load_balancer_is_told_and_one_of_another_is_not() {
    for what in [
        "Manual Shift Started",
        "Manual Shift Updated",
        "Manual Shift Canceled",
        "Practice Run Started",
        "Practice Run Succeeded",
        "Practice Run Interrupted",
        "Practice Run Failed",
        "FIS Experiment Autoshift In Progress",
        "FIS Experiment Autoshift Completed",
        "FIS Experiment Autoshift Canceled",
    ] {
        assert_eq!(matching(&of_a_zone(what, &[LOAD_BALANCER])), ["zone-shift"], "{what}");
        assert_eq!(
            matching(&of_a_zone(what, &["arn:aws:elasticloadbalancing:another"])),
            [""; 0],
            "{what}"
        );
    }
}

#[test]
fn an_autoshift_is_told_with_our_load_balancer_and_with_no_resource_at_all() {
    for what in ["Autoshift In Progress", "Autoshift Completed"] {
        assert_eq!(matching(&of_a_zone(what, &[LOAD_BALANCER])), ["zone-autoshift"], "{what}");
        assert_eq!(
            matching(&of_a_zone(what, &[])),
            ["zone-autoshift"],
            "{what}: the observer's notification"
        );
    }
}

#[test]
fn each_rule_matches_its_sample_and_no_other() {
    for (purpose, sample) in &samples() {
        assert_eq!(matching(sample), [purpose], "{sample}");
    }
    let rules: Vec<_> = patterns().into_iter().map(|(purpose, _)| purpose).collect();
    let without: Vec<_> =
        rules.iter().filter(|purpose| !samples().contains_key(**purpose)).collect();
    assert!(!rules.is_empty() && without.is_empty(), "rules without a sample: {without:?}");
}
