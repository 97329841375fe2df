//! An event that a function could not handle is kept, not lost.
//!
//! ## Why
//!
//! S3, SNS and EventBridge hand an event to a function and do not wait. If the function fails,
//! Lambda tries twice more, then drops the event silently. A dead-letter queue or a destination for
//! failures keeps it.
//!
//! ## Example
//!
//! ```hcl
//! resource "aws_lambda_permission" "events" {
//!   function_name = aws_lambda_function.settle.function_name
//!   principal     = "events.amazonaws.com"
//! }
//!
//! resource "aws_lambda_function" "settle" {
//!   function_name = "settle" # no dead_letter_config
//! }
//! ```
//!
//! ## Fix
//!
//! Give the function a queue for events that it could not handle, and watch that queue.
//!
//! ```hcl
//! resource "aws_lambda_function" "settle" {
//!   dead_letter_config {
//!     target_arn = aws_sqs_queue.settle_failed.arn
//!   }
//! }
//! ```
//!
//! ## Source
//!
//! - [Capturing records of Lambda asynchronous invocations](https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html)
//! - [Invoking a function asynchronously](https://docs.aws.amazon.com/lambda/latest/dg/invocation-async.html)

use crate::planned::Planned::Known;
use crate::{Check, Resource};

rule! { Warning, AnyStack, ["FN-1"] }

/// Services that do not wait for the answer of a function. Source: Lambda Developer Guide,
/// "Invoking Lambda with events from other AWS services".
const NOT_WAITING: [&str; 8] = [
    "cloudformation.amazonaws.com",
    "codecommit.amazonaws.com",
    "config.amazonaws.com",
    "events.amazonaws.com",
    "iot.amazonaws.com",
    "s3.amazonaws.com",
    "ses.amazonaws.com",
    "sns.amazonaws.com",
];
const CONFIGURATION: &str = "aws_lambda_function_event_invoke_config";

fn check(check: &mut Check) {
    for function in check.all("aws_lambda_function") {
        let mut permissions = check
            .inventory()
            .referrers(function, "aws_lambda_permission", "function_name")
            .into_iter();
        if let Some(permission) = permissions.find(is_not_waiting) {
            check_function(check, function, permission);
        }
    }
}

fn is_not_waiting(permission: &Resource) -> bool {
    permission
        .at("principal")
        .string()
        .known()
        .is_some_and(|principal| NOT_WAITING.contains(&principal))
}

fn check_function<'a>(check: &mut Check<'a>, function: Resource<'a>, permission: Resource<'a>) {
    let letters = function.at("dead_letter_config");
    let configurations =
        check.inventory().proven_referrers(function, CONFIGURATION, "function_name");
    let named: Vec<_> = check
        .all(CONFIGURATION)
        .filter(|one| one.at("function_name").string() == function.at("function_name").string())
        .filter(|one| matches!(one.at("function_name").string(), Known(_)))
        .collect();
    let keeps = |one: &Resource| {
        let failed = one.at("destination_config.0.on_failure");
        !failed.items().is_empty() || failed.is_dynamic()
    };
    match (!letters.items().is_empty() || letters.is_dynamic(), configurations) {
        (true, _) => check.pass(&letters),
        (false, Ok(known)) if known.iter().chain(&named).any(keeps) => check.pass(&letters),
        (false, Err(reason)) => check.unknown(&letters, reason),
        (false, Ok(_)) => {
            let caller = permission.at("principal").string().known().unwrap_or_default();
            check.fail(
                &letters,
                format_args!("what {caller} hands to it is lost when it fails three times"),
            );
        }
    }
}
