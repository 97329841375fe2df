//! Every rule matches the events it is for, as the services document them, and no other rule's.

use hcl::eval::{Context, Evaluate};
use serde_json::{Value, json};

use super::rules;
use crate::tiers::monitoring::Inputs;
use terraform::tf::Ports;

const LOAD_BALANCER: &str =
    "arn:aws:elasticloadbalancing:us-east-1:123456789012:loadbalancer/app/alb-test/0123456789abcdef";
const CERTIFICATE: &str = "arn:aws:acm:us-east-1:123456789012:certificate/11112222-3333-4444-5555-666677778888";
const SERVICE: &str = "arn:aws:ecs:us-east-1:123456789012:service/ecs-cluster-test/ecs-service-test";

/// Each rule's purpose and its pattern, with the module's inputs filled in as Terraform does.
fn patterns() -> Vec<(&'static str, Value)> {
    let mut context = Context::new();
    context.declare_var(
        "var",
        hcl::value!({
            environment_suffix = "test",
            account_id = "123456789012",
            cluster_identifier = "aurora-cluster-test",
            load_balancer_arn = LOAD_BALANCER,
            certificate_arn = CERTIFICATE,
            ecs_cluster_name = "ecs-cluster-test",
            ecs_service_name = "ecs-service-test"
        }),
    );
    let pattern = |rule: super::EventRule| {
        let pattern = rule.pattern.evaluate(&context).expect("every reference is an input");
        (rule.purpose, serde_json::to_value(pattern).expect("a pattern is JSON"))
    };
    rules(&Inputs::references(&["var"])).into_iter().map(pattern).collect()
}

/// Whether an event matches, as EventBridge decides: every field of the pattern is in the event; of a list of values one is enough; and
/// where the event has a list, one of its elements is. An empty list in the event has no element, so that it matches no list.
/// Source: Amazon EventBridge User Guide, "Creating Amazon EventBridge event patterns" and "Matching arrays".
fn matches(pattern: &Value, event: &Value) -> bool {
    match pattern {
        Value::Object(fields) => fields.iter().all(|(field, pattern)| matches(pattern, &event[field.as_str()])),
        Value::Array(wanted) => match event {
            Value::Array(found) => found.iter().any(|one| wanted.contains(one)),
            Value::Null => false,
            one => wanted.contains(one),
        },
        other => panic!("a pattern holds lists and fields only: {other}"),
    }
}

fn matching(event: &Value) -> Vec<&'static str> {
    patterns().into_iter().filter(|(_, pattern)| matches(pattern, event)).map(|(purpose, _)| purpose).collect()
}

/// An event about these resources.
fn event(source: &str, detail_type: &str, resources: &[&str], detail: Value) -> Value {
    json!({
        "version": "0",
        "id": "05d4d2d5-9c76-bfea-72d2-d4614802adb4",
        "detail-type": detail_type,
        "source": source,
        "account": "123456789012",
        "time": "2026-11-16T23:38:14Z",
        "region": "us-east-1",
        "resources": resources,
        "detail": detail,
    })
}

fn of_a_zone(detail_type: &str, resources: &[&str]) -> Value {
    let detail = json!({"version": "0.0.1", "data": "", "metadata": {"awayFrom": "use1-az2", "notes": ""}});
    event("aws.arc-zonal-shift", detail_type, resources, detail)
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
        assert_eq!(matching(&of_a_zone(what, &["arn:aws:elasticloadbalancing:another"])), [""; 0], "{what}");
    }
}

#[test]
fn an_autoshift_is_told_with_our_load_balancer_and_with_no_resource_at_all() {
    for what in ["Autoshift In Progress", "Autoshift Completed"] {
        assert_eq!(matching(&of_a_zone(what, &[LOAD_BALANCER])), ["zone-autoshift"], "{what}");
        assert_eq!(matching(&of_a_zone(what, &[])), ["zone-autoshift"], "{what}: the observer's notification");
    }
}

/// Sources: Amazon ECS Developer Guide, "Amazon ECS events"; Amazon Aurora User Guide, "Overview of events for Aurora"; AWS Health User
/// Guide, "Amazon EventBridge event schema"; ACM User Guide, "Amazon EventBridge support for ACM".
#[test]
fn every_other_event_reaches_its_rule() {
    let samples = [
        (
            "deployment-failed",
            event(
                "aws.ecs",
                "ECS Deployment State Change",
                &[SERVICE],
                json!({"eventType": "ERROR", "eventName": "SERVICE_DEPLOYMENT_FAILED", "reason": "circuit breaker"}),
            ),
        ),
        (
            "service-trouble",
            event(
                "aws.ecs",
                "ECS Service Action",
                &[SERVICE],
                json!({"eventType": "ERROR", "eventName": "SERVICE_TASK_PLACEMENT_FAILURE"}),
            ),
        ),
        (
            "task-failed",
            event(
                "aws.ecs",
                "ECS Task State Change",
                &["arn:aws:ecs:us-east-1:123456789012:task/ecs-cluster-test/1"],
                json!({
                    "clusterArn": "arn:aws:ecs:us-east-1:123456789012:cluster/ecs-cluster-test",
                    "group": "service:ecs-service-test",
                    "lastStatus": "STOPPED",
                    "stopCode": "EssentialContainerExited",
                }),
            ),
        ),
        (
            "database-failover",
            event(
                "aws.rds",
                "RDS DB Cluster Event",
                &["arn:aws:rds:us-east-1:123456789012:cluster:aurora-cluster-test"],
                json!({
                    "EventCategories": ["failover"],
                    "SourceType": "CLUSTER",
                    "SourceIdentifier": "aurora-cluster-test",
                    "EventID": "RDS-EVENT-0071",
                }),
            ),
        ),
        (
            "aws-issue",
            event(
                "aws.health",
                "AWS Health Event",
                &[],
                json!({"service": "RDS", "eventTypeCategory": "issue", "eventTypeCode": "AWS_RDS_OPERATIONAL_ISSUE"}),
            ),
        ),
        (
            "aws-notice",
            event(
                "aws.health",
                "AWS Health Event",
                &[],
                json!({"service": "ECS", "eventTypeCategory": "scheduledChange"}),
            ),
        ),
        (
            "certificate-expiry",
            event(
                "aws.acm",
                "ACM Certificate Approaching Expiration",
                &[CERTIFICATE],
                json!({"DaysToExpiry": 31, "CommonName": "pay.example.com"}),
            ),
        ),
    ];
    for (purpose, sample) in &samples {
        assert_eq!(matching(sample), [*purpose], "{sample}");
    }
    let messages: Vec<_> =
        samples.iter().map(|(purpose, _)| *purpose).chain(["zone-shift", "zone-autoshift"]).collect();
    let unheard: Vec<_> =
        patterns().iter().map(|(purpose, _)| *purpose).filter(|one| !messages.contains(one)).collect();
    assert_eq!(unheard, [""; 0], "a rule without a sample");
}
