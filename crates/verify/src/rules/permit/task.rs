//! A task may use what the environment of its containers names.
//!
//! ## Why
//!
//! A container uses the queue, bucket, table, function or database that its environment names. If
//! the task's role may do nothing there, every payment fails in the program, with `AccessDenied`.
//!
//! ## Example
//!
//! ```hcl
//! resource "aws_ecs_task_definition" "app" {
//!   task_role_arn = aws_iam_role.task.arn # may not call sqs:SendMessage on the queue
//!
//!   container_definitions = jsonencode([{
//!     name        = "app"
//!     image       = "payments"
//!     environment = [{ name = "QUEUE_URL", value = aws_sqs_queue.payments.url }]
//!   }])
//! }
//! ```
//!
//! ## Fix
//!
//! Allow the task's role what the program does there, and no more.
//!
//! ```hcl
//! resource "aws_iam_role_policy" "task" {
//!   role   = aws_iam_role.task.name
//!   policy = jsonencode({ Statement = [{ Effect = "Allow", Action = "sqs:SendMessage", Resource = aws_sqs_queue.payments.arn }] })
//! }
//! ```
//!
//! ## Source
//!
//! - [Amazon ECS task IAM role](https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-iam-roles.html)
//! - [Policy evaluation logic](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html)
//! - [IAM policy for IAM database access](https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/UsingWithRDS.IAMDBAuth.IAMPolicy.html)

use crate::Check;
use crate::permit::Subject;

rule! { Error, AnyStack, ["IAM-1", "ALL-8"] }

fn check(check: &mut Check) {
    check.expect_allowed(Subject::Task);
}
