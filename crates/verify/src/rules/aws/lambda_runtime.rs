//! A function has a runtime that AWS still accepts for new functions.
//!
//! ## Why
//!
//! Some months after a runtime is deprecated, AWS refuses to create functions with it, and later to
//! update them: `The runtime parameter of python3.7 is no longer supported`. Terraform's provider
//! still knows their names.
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
use crate::aws::versions::{Support, Version};

rule! { Error, AnyStack, ["ALL-7", "FN-1"] }

fn check(check: &mut Check) {
    for version in Version::runtimes(check.inventory()) {
        let runtime = version.place.string().known().unwrap_or_default();
        check.judge(&version.place, version.support(), |support| match support {
            Support::Refused(_) => Some(format!("AWS no longer creates functions with {runtime}")),
            _ => None,
        });
    }
}
