//! A task and the agent that starts it have separate roles.
//!
//! ## Why
//!
//! The execution role pulls the image, reads the secrets that are injected and writes the log; ECS
//! uses it before the application runs. Given to the task as well, it lets the application, and
//! whoever breaks into it, read those secrets and images at any time.
//!
//! ## Example
//!
//! ```hcl
//! resource "aws_ecs_task_definition" "payments" {
//!   family                = "payments"
//!   container_definitions = jsonencode([])
//!   task_role_arn         = aws_iam_role.ecs.arn
//!   execution_role_arn    = aws_iam_role.ecs.arn
//! }
//! ```
//!
//! ## Fix
//!
//! Make two roles, and give the task only what the application itself calls.
//!
//! ```hcl
//! resource "aws_ecs_task_definition" "payments" {
//!   family                = "payments"
//!   container_definitions = jsonencode([])
//!   task_role_arn         = aws_iam_role.task.arn
//!   execution_role_arn    = aws_iam_role.task_execution.arn
//! }
//! ```
//!
//! ## Source
//!
//! - [Amazon ECS task IAM role](https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-iam-roles.html)
//! - [Amazon ECS task execution IAM role](https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_execution_IAM_role.html)

use crate::{AttributePath, Check, Planned, Resource};

rule! { Warning, AnyStack, ["IAM-1"] }

fn check(check: &mut Check) {
    for task in check.all("aws_ecs_task_definition") {
        let (own, execution) = (task.at("task_role_arn"), task.at("execution_role_arn"));
        if own.value().is_set() && execution.value().is_set() {
            let reason =
                "the application may do what only starting it needs: it is the execution role too";
            check.expect(&own, are_apart(&own, &execution), reason);
        }
    }
}

fn are_apart(own: &AttributePath, execution: &AttributePath) -> Planned<bool> {
    if let (Planned::Known(own), Planned::Known(execution)) = (own.string(), execution.string()) {
        return Planned::Known(own != execution);
    }
    match (role(own), role(execution)) {
        (Some(own), Some(execution)) => Planned::Known(own != execution),
        // One exists already, the other is made by this plan.
        (Some(_), None) | (None, Some(_))
            if own.string().is_unknown() != execution.string().is_unknown() =>
        {
            Planned::Known(true)
        }
        _ => Planned::Unknown,
    }
}

fn role<'a>(place: &AttributePath<'a>) -> Option<Resource<'a>> {
    place.link_to(&["aws_iam_role"]).one()
}
