//! What ECS says of the payment tasks.
//! Source of the patterns: Amazon ECS Developer Guide, "Amazon ECS events".

use super::{EventRule, value};
use crate::tiers::monitoring::Inputs;
use crate::tiers::monitoring::alarm::Severity;
use terraform::text;

pub(super) fn rules(var: &Inputs) -> [EventRule; 3] {
    let cluster =
        text!("arn:aws:ecs:us-east-1:", &var.account_id, ":cluster/", &var.ecs_cluster_name);
    let service = text!(
        "arn:aws:ecs:us-east-1:",
        &var.account_id,
        ":service/",
        &var.ecs_cluster_name,
        "/",
        &var.ecs_service_name
    );
    let group = text!("service:", &var.ecs_service_name);
    [
        EventRule {
            purpose: "deployment-failed",
            severity: Severity::Page,
            description: "The circuit breaker has stopped a deployment of the payment tasks",
            pattern: hcl::expression!({
                source = ["aws.ecs"],
                "detail-type" = ["ECS Deployment State Change"],
                resources = [(value(&service))],
                detail = { eventName = ["SERVICE_DEPLOYMENT_FAILED"] }
            }),
            paths: &[
                ("service", "$.resources[0]"),
                ("reason", "$.detail.reason"),
                ("time", "$.time"),
            ],
            sentence: "A deployment of the payment tasks failed at <time> and is rolled back: \
                       <reason> Service: <service>.",
            page: Some("unhealthy-hosts"),
        },
        EventRule {
            purpose: "service-trouble",
            severity: Severity::Ticket,
            description: "ECS cannot place, configure or discover payment tasks",
            pattern: hcl::expression!({
                source = ["aws.ecs"],
                "detail-type" = ["ECS Service Action"],
                resources = [(value(&service))],
                detail = { eventType = ["WARN", "ERROR"] }
            }),
            paths: &[
                ("event", "$.detail.eventName"),
                ("reason", "$.detail.reason"),
                ("time", "$.time"),
            ],
            sentence: "ECS is in trouble with the payment tasks at <time>: <event> <reason>",
            page: Some("missing-tasks"),
        },
        EventRule {
            purpose: "task-failed",
            severity: Severity::Ticket,
            description: "A payment task ended though nobody asked it to",
            pattern: hcl::expression!({
                source = ["aws.ecs"],
                "detail-type" = ["ECS Task State Change"],
                detail = {
                    clusterArn = [(value(&cluster))],
                    group = [(value(&group))],
                    lastStatus = ["STOPPED"],
                    stopCode = ["TaskFailedToStart", "EssentialContainerExited"]
                }
            }),
            paths: &[
                ("task", "$.detail.taskArn"),
                ("zone", "$.detail.availabilityZone"),
                ("code", "$.detail.stopCode"),
                ("reason", "$.detail.stoppedReason"),
            ],
            sentence: "A payment task in <zone> ended by itself (<code>): <reason> Task: <task>.",
            page: Some("running-tasks"),
        },
    ]
}
