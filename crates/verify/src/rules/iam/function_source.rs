//! A service may call a function only for the account or resource it is meant for.
//!
//! ## Why
//!
//! A permission for `s3.amazonaws.com` without a source lets the buckets, rules and APIs of every
//! AWS account call the function: the service acts for whoever asks it to. The event then looks
//! like one of your own.
//!
//! ## Example
//!
//! ```hcl
//! resource "aws_lambda_permission" "bucket" {
//!   action        = "lambda:InvokeFunction"
//!   function_name = aws_lambda_function.validator.function_name
//!   principal     = "s3.amazonaws.com"
//! }
//! ```
//!
//! ## Fix
//!
//! Set `source_arn`; for a bucket, whose ARN has no account, also `source_account`.
//!
//! ```hcl
//! resource "aws_lambda_permission" "bucket" {
//!   action         = "lambda:InvokeFunction"
//!   function_name  = aws_lambda_function.validator.function_name
//!   principal      = "s3.amazonaws.com"
//!   source_arn     = aws_s3_bucket.requests.arn
//!   source_account = data.aws_caller_identity.current.account_id
//! }
//! ```
//!
//! ## Source
//!
//! - [Granting Lambda function access to AWS services](https://docs.aws.amazon.com/lambda/latest/dg/permissions-function-services.html)
//! - [Security Hub control Lambda.1](https://docs.aws.amazon.com/securityhub/latest/userguide/lambda-controls.html)

use crate::Check;
use crate::planned::Planned::{Absent, Known, Unknown};

rule! { Error, AnyStack, ["IAM-3"] }

/// Source: Lambda Developer Guide, "Granting Lambda access to AWS services"; Security Hub control
/// Lambda.1.
const SOURCE: [&str; 3] = ["source_arn", "source_account", "principal_org_id"];

/// Services that call a function by what only the function's own account can set up.
/// Source: Cognito, Secrets Manager and Config need no source to be told apart, but take one; only
/// these take none.
const WITHOUT_SOURCE: [&str; 2] =
    ["edgelambda.amazonaws.com", "elasticloadbalancing.amazonaws.com"];

fn check(check: &mut Check) {
    for permission in check.all("aws_lambda_permission") {
        let principal = permission.at("principal");
        let narrowed = SOURCE.iter().any(|argument| permission.at(argument).value().is_set());
        let service = match principal.string() {
            Known(text) if text.contains(".amazonaws.com") => text,
            // A role or an account needs no source: it acts only for itself.
            Known(_) | Absent | Unknown => {
                check.pass(&principal);
                continue;
            }
        };
        if narrowed || WITHOUT_SOURCE.contains(&service) {
            check.pass(&principal);
        } else {
            check.fail(
                &principal,
                format_args!(
                    "lets {service} call the function for anyone: no source_arn or source_account"
                ),
            );
        }
    }
}
