//! A service assumes a role only for the resources of its own account.
//!
//! ## Why
//!
//! A service acts for many customers. Without a condition on the source, someone who knows the ARN
//! of the role may have the service use it for a resource in another account (the confused deputy).
//! Only services whose guides ask for the condition are looked at: EC2 and RDS Proxy, among others,
//! send no source, and a condition would lock them out; Lambda takes a role only of the function's
//! own account.
//!
//! ## Example
//!
//! ```hcl
//! statement {
//!   actions = ["sts:AssumeRole"]
//!
//!   principals {
//!     type        = "Service"
//!     identifiers = ["ecs-tasks.amazonaws.com"]
//!   }
//! }
//! ```
//!
//! ## Fix
//!
//! Add a condition on `aws:SourceAccount`, and on `aws:SourceArn` where the ARN or its beginning is
//! known.
//!
//! ```hcl
//! statement {
//!   actions = ["sts:AssumeRole"]
//!
//!   principals {
//!     type        = "Service"
//!     identifiers = ["ecs-tasks.amazonaws.com"]
//!   }
//!
//!   condition {
//!     test     = "StringEquals"
//!     variable = "aws:SourceAccount"
//!     values   = [data.aws_caller_identity.current.account_id]
//!   }
//! }
//! ```
//!
//! ## Source
//!
//! - [The confused deputy problem: cross-service confused deputy prevention](https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html)
//! - [Amazon ECS task IAM role: aws:SourceAccount](https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-iam-roles.html)
//! - [EventBridge Scheduler: confused deputy prevention](https://docs.aws.amazon.com/scheduler/latest/UserGuide/cross-service-confused-deputy-prevention.html)
//! - [IAM role for publishing flow logs](https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs-iam-role.html)

use super::check_policy::{check_policy, of_role};
use crate::policy::{Role, Statement};
use crate::{Check, Resource};

rule! { Warning, AnyStack, ["IAM-3"] }

/// Services that say for whom they act when they assume a role, and whose guides ask for a
/// condition on it: "Cross-service confused deputy prevention" in the guide of each; of ECS "Amazon
/// ECS task IAM role"; of RDS "Setting up Enhanced Monitoring"; of VPC "IAM role for publishing
/// flow logs".
const TELLING: [&str; 16] = [
    "autoscaling.amazonaws.com",
    "bedrock.amazonaws.com",
    "codebuild.amazonaws.com",
    "config.amazonaws.com",
    "datasync.amazonaws.com",
    "ecs-tasks.amazonaws.com",
    "events.amazonaws.com",
    "fis.amazonaws.com",
    "monitoring.rds.amazonaws.com",
    "pipes.amazonaws.com",
    "sagemaker.amazonaws.com",
    "scheduler.amazonaws.com",
    "ssm.amazonaws.com",
    "states.amazonaws.com",
    "transfer.amazonaws.com",
    "vpc-flow-logs.amazonaws.com",
];
const SOURCE: [&str; 4] =
    ["aws:SourceAccount", "aws:SourceArn", "aws:SourceOrgID", "aws:SourceOrgPaths"];

fn check(check: &mut Check) {
    let policies = check.policies();
    for policy in
        of_role(&policies, Role::Trust).filter(|policy| !only_starts_tasks(policy.place.resource()))
    {
        let statements = policy.statements.iter().filter(|statement| statement.may_allow());
        let findings: Vec<_> = statements.filter_map(check_statement).collect();
        check_policy(check, policy, findings);
    }
}

fn check_statement(statement: &Statement) -> Option<String> {
    let mut services = statement.principals.iter().filter_map(|principal| principal.service());
    let service = services.find(|service| TELLING.contains(service))?;
    let asks = statement.has_condition_on(&SOURCE);
    (!asks).then(|| {
        format!(
            "{statement} lets {service} assume the role for anyone's resources: no condition on \
             aws:SourceAccount"
        )
    })
}

/// Of the execution role of tasks, the guide asks for none.
fn only_starts_tasks(role: Resource) -> bool {
    let used_as = |argument: &str| {
        !role.inventory().referrers(role, "aws_ecs_task_definition", argument).is_empty()
    };
    used_as("execution_role_arn") && !used_as("task_role_arn")
}
