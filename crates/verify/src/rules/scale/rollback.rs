//! The revision that a failed deployment goes back to is still there.
//!
//! ## Why
//!
//! When Terraform changes a task definition, it makes a new revision and deregisters the old one.
//! The circuit breaker, or an alarm, then rolls back to a revision that is INACTIVE. ECS does not
//! let a service be updated to such a revision, and the registry may have deleted its image.
//!
//! ## Example
//!
//! ```hcl
//! resource "aws_ecs_task_definition" "payments" {
//!   family = "payments" # skip_destroy is false
//! }
//! ```
//!
//! ## Fix
//!
//! Set `skip_destroy` on the task definition: revisions cost nothing.
//!
//! ```hcl
//! resource "aws_ecs_task_definition" "payments" {
//!   family       = "payments"
//!   skip_destroy = true
//! }
//! ```
//!
//! ## Source
//!
//! - [Amazon ECS deployment circuit breaker](https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-circuit-breaker.html)
//! - [Task definition state: INACTIVE](https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deregister-task-definition-v2.html)
//! - [Resource: aws_ecs_task_definition, skip_destroy](https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/ecs_task_definition)

use crate::planned::Planned::Known;
use crate::{Check, Resource};

rule! { Warning, AnyStack, ["APP-2"] }

const ROLLBACKS: [&str; 2] = ["deployment_circuit_breaker.0.rollback", "alarms.0.rollback"];

fn check(check: &mut Check) {
    for service in check.all("aws_ecs_service").filter(rolls_back) {
        let place = service.at("task_definition");
        let tasks = place.link("aws_ecs_task_definition");
        let Ok(task) = tasks.proven() else { continue };
        if task.is_data() {
            continue;
        }
        let kept = task.at("skip_destroy");
        check.expect(
            &kept,
            kept.bool().or(false),
            format_args!("{} cannot go back to a revision that is deregistered", service.address()),
        );
    }
}

fn rolls_back(service: &Resource) -> bool {
    ROLLBACKS.iter().any(|rollback| service.at(rollback).bool() == Known(true))
}
