//! A function or queue allows the deliveries that are configured.
//!
//! ## Why
//!
//! EventBridge, SNS and S3 deliver to functions and queues without a role: the policy of the
//! function or queue has to allow it. Otherwise each delivery fails, and is dropped after the
//! retries.
//!
//! ## Example
//!
//! ```hcl
//! resource "aws_cloudwatch_event_target" "queue" {
//!   rule = aws_cloudwatch_event_rule.payments.name
//!   arn  = aws_sqs_queue.payments.arn # has no policy
//! }
//! ```
//!
//! ## Fix
//!
//! Give the function an `aws_lambda_permission`, the queue a policy.
//!
//! ```hcl
//! resource "aws_sqs_queue_policy" "payments" {
//!   queue_url = aws_sqs_queue.payments.id
//!   policy = jsonencode({ Statement = [{
//!     Effect    = "Allow"
//!     Principal = { Service = "events.amazonaws.com" }
//!     Action    = "sqs:SendMessage"
//!     Resource  = aws_sqs_queue.payments.arn
//!   }] })
//! }
//! ```
//!
//! ## Source
//!
//! - [Using resource-based policies for Amazon EventBridge](https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-use-resource-based.html)
//! - [Granting Lambda function access to AWS services](https://docs.aws.amazon.com/lambda/latest/dg/permissions-function-services.html)

use crate::Check;
use crate::permit::Subject;

rule! { Error, AnyStack, ["IAM-1", "ALL-8"] }

fn check(check: &mut Check) {
    check.expect_allowed(Subject::Delivery);
}
