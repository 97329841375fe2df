//! ECS can start each task: its role may pull the image, write the logs and read the secrets.
//!
//! ## Why
//!
//! A task whose execution role may not pull its image, create its log stream or read a secret never
//! starts: it stops again with `CannotPullContainerError` or `ResourceInitializationError`, and the
//! service keeps trying. `terraform apply` does not report it.
//!
//! ## Example
//!
//! ```hcl
//! resource "aws_iam_role_policy" "execution" {
//!   role   = aws_iam_role.execution.name
//!   policy = jsonencode({ Statement = [{ Effect = "Allow", Action = "ecr:GetAuthorizationToken", Resource = "*" }] })
//! }
//! ```
//!
//! ## Fix
//!
//! Allow what the finding names, on the resource that it names.
//!
//! ```hcl
//! resource "aws_iam_role_policy_attachment" "execution" {
//!   role       = aws_iam_role.execution.name
//!   policy_arn = "arn:aws:iam::aws:policy/service-role/AmazonECSTaskExecutionRolePolicy"
//! }
//! ```
//!
//! ## Source
//!
//! - [Amazon ECS task execution IAM role](https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_execution_IAM_role.html)
//! - [Policy evaluation logic](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html)

use crate::Check;
use crate::permit::Subject;

rule! { Error, AnyStack, ["APP-1", "IAM-1", "ALL-8"] }

fn check(check: &mut Check) {
    check.expect_allowed(Subject::TaskStart);
}
