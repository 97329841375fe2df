//! A function runs on a runtime that AWS still patches.
//!
//! ## Why
//!
//! A deprecated runtime gets no security patches, AWS does not support functions on it, and after a date that AWS announces they can be
//! neither created nor changed: a stack that is destroyed after that cannot be created again.
//!
//! ## Example
//!
//! ```hcl
//! resource "aws_lambda_function" "validator" {
//!   runtime = "python3.8"
//! }
//! ```
//!
//! ## Fix
//!
//! Use a supported runtime, such as `provided.al2023`, `nodejs24.x` or `python3.14`.
//!
//! ```hcl
//! resource "aws_lambda_function" "validator" {
//!   runtime = "python3.14"
//! }
//! ```
//!
//! ## Source
//!
//! - [Runtime deprecation policy](https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtimes.html#runtime-support-policy)

use crate::Check;
use crate::aws::runtimes::deprecated_since;

rule! { Warning, AnyStack, ["ALL-7", "FN-1"] }

fn check(check: &mut Check) {
    for function in check.all("aws_lambda_function") {
        let runtime = function.at("runtime");
        check.judge(&runtime, runtime.string(), |runtime| {
            let since = deprecated_since(runtime)?;
            Some(format!("{runtime} has had no security patches since {since}"))
        });
    }
}
