//! A function runs on a runtime with which AWS still creates functions.
//!
//! ## Why
//!
//! Some months after a runtime is deprecated, AWS refuses to make functions with it, and later to change them: `The runtime
//! parameter of python3.7 is no longer supported`. Terraform's provider still knows their names.
//!
//! ## Example
//!
//! ```hcl
//! resource "aws_lambda_function" "validator" {
//!   runtime = "nodejs14.x"
//! }
//! ```
//!
//! ## Fix
//!
//! Use a supported runtime, such as `provided.al2023`, `nodejs24.x` or `python3.14`.
//!
//! ```hcl
//! resource "aws_lambda_function" "validator" {
//!   runtime = "provided.al2023"
//! }
//! ```
//!
//! ## Source
//!
//! - [Lambda runtimes, deprecated runtimes](https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtimes.html)

use crate::Check;

rule! { Error, AnyStack, ["ALL-7", "FN-1"] }

/// Runtimes with which no function can be made any more.
/// Source: Lambda Developer Guide, "Deprecated runtimes", block function create.
const BLOCKED: [&str; 21] = [
    "dotnet5.0",
    "dotnetcore1.0",
    "dotnetcore2.0",
    "dotnetcore2.1",
    "dotnetcore3.1",
    "go1.x",
    "java8",
    "nodejs",
    "nodejs10.x",
    "nodejs12.x",
    "nodejs14.x",
    "nodejs4.3",
    "nodejs4.3-edge",
    "nodejs6.10",
    "nodejs8.10",
    "provided",
    "python2.7",
    "python3.6",
    "python3.7",
    "ruby2.5",
    "ruby2.7",
];

fn check(check: &mut Check) {
    for function in check.all("aws_lambda_function") {
        let runtime = function.at("runtime");
        check.judge(&runtime, runtime.string(), |runtime| {
            BLOCKED.contains(&runtime).then(|| format!("AWS no longer creates functions with {runtime}"))
        });
    }
}
