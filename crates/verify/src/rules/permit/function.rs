//! A function may do what its configuration asks of it.
//!
//! ## Why
//!
//! Lambda uses the function's role to create its network interfaces, write its logs, read its event
//! source and send its failures on. What the role may not do fails at run time: without interfaces
//! the function never runs, without its queue its failures are lost.
//!
//! ## Example
//!
//! ```hcl
//! resource "aws_lambda_function" "validator" {
//!   role = aws_iam_role.validator.arn # may not call sqs:SendMessage on the queue
//!
//!   dead_letter_config {
//!     target_arn = aws_sqs_queue.failures.arn
//!   }
//! }
//! ```
//!
//! ## Fix
//!
//! Allow the role the calls that the finding names.
//!
//! ```hcl
//! resource "aws_iam_role_policy" "validator" {
//!   role   = aws_iam_role.validator.name
//!   policy = jsonencode({ Statement = [{ Effect = "Allow", Action = "sqs:SendMessage", Resource = aws_sqs_queue.failures.arn }] })
//! }
//! ```
//!
//! ## Source
//!
//! - [Defining Lambda function permissions with an execution role](https://docs.aws.amazon.com/lambda/latest/dg/lambda-intro-execution-role.html)
//! - [Giving Lambda functions access to resources in an Amazon VPC](https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc.html)

use crate::Check;
use crate::permit::Subject;

rule! { Error, AnyStack, ["FN-1", "IAM-1", "ALL-8"] }

fn check(check: &mut Check) {
    check.expect_allowed(Subject::Function);
}
