//! A queue hides a message for as long as the function that handles it may take.
//!
//! ## Why
//!
//! `Queue visibility timeout: 30 seconds is less than Function timeout: 60 seconds`: AWS refuses to
//! let a function poll such a queue, since a message would be delivered again while it is still
//! being handled, and a payment could be made twice. AWS advises six times the timeout.
//!
//! ## Example
//!
//! ```hcl
//! resource "aws_lambda_function" "worker" {
//!   timeout = 60
//! }
//!
//! resource "aws_sqs_queue" "payments" {
//!   visibility_timeout_seconds = 30
//! }
//! ```
//!
//! ## Fix
//!
//! Set `visibility_timeout_seconds` of the queue to six times the timeout of the function.
//!
//! ```hcl
//! resource "aws_sqs_queue" "payments" {
//!   visibility_timeout_seconds = 360
//! }
//! ```
//!
//! ## Source
//!
//! - [Creating and configuring an Amazon SQS event source mapping](https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-configure.html)
//! - [CreateEventSourceMapping](https://docs.aws.amazon.com/lambda/latest/api/API_CreateEventSourceMapping.html)

use crate::{Check, Resource};

rule! { Error, AnyStack, ["ALL-7", "FN-1"] }

/// Seconds where nothing is set. Sources: SQS API, `CreateQueue`; Lambda API, `CreateFunction`.
const DEFAULT_VISIBILITY: f64 = 30.0;
const DEFAULT_TIMEOUT: f64 = 3.0;

fn check(check: &mut Check) {
    for mapping in check.all("aws_lambda_event_source_mapping") {
        let source = mapping.at("event_source_arn");
        let (Some(queue), Some(function)) = (source.link("aws_sqs_queue").one(), function(mapping))
        else {
            continue;
        };
        let visibility = queue.at("visibility_timeout_seconds");
        let timeout = function.at("timeout").number().or(DEFAULT_TIMEOUT);
        let both = visibility
            .number()
            .or(DEFAULT_VISIBILITY)
            .and_then(|hidden| timeout.map(|longest| (hidden, longest)));
        check.judge(&visibility, both, |(hidden, longest)| {
            let reason = || {
                format!(
                    "hides a message for {hidden} seconds, and {} may take {longest}",
                    function.address()
                )
            };
            (hidden < longest).then(reason)
        });
    }
}

/// The function of a mapping, which may name one of its aliases.
fn function<'a>(mapping: Resource<'a>) -> Option<Resource<'a>> {
    let target =
        mapping.at("function_name").link_to(&["aws_lambda_function", "aws_lambda_alias"]).one()?;
    match target.kind() {
        "aws_lambda_alias" => target.at("function_name").link("aws_lambda_function").one(),
        _ => Some(target),
    }
}
