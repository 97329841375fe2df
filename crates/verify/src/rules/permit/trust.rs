//! Each service may assume the role that it is given.
//!
//! ## Why
//!
//! A role does not help a service if its trust policy does not let that service assume it: the task
//! never starts, the function is refused, the schedule fails. `terraform apply` accepts most such
//! roles.
//!
//! ## Example
//!
//! ```hcl
//! resource "aws_iam_role" "task" {
//!   assume_role_policy = jsonencode({ Statement = [{
//!     Effect    = "Allow"
//!     Action    = "sts:AssumeRole"
//!     Principal = { Service = "ecs.amazonaws.com" } # tasks are ecs-tasks.amazonaws.com
//!   }] })
//! }
//! ```
//!
//! ## Fix
//!
//! Name the service that assumes the role.
//!
//! ```hcl
//! resource "aws_iam_role" "task" {
//!   assume_role_policy = jsonencode({ Statement = [{
//!     Effect    = "Allow"
//!     Action    = "sts:AssumeRole"
//!     Principal = { Service = "ecs-tasks.amazonaws.com" }
//!   }] })
//! }
//! ```
//!
//! ## Source
//!
//! - [Create a role to delegate permissions to an AWS service](https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-service.html)
//! - [The confused deputy problem](https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html)

use crate::Check;
use crate::permit::Subject;

rule! { Error, AnyStack, ["IAM-1", "IAM-2", "ALL-8"] }

fn check(check: &mut Check) {
    check.expect_allowed(Subject::Trust);
}
