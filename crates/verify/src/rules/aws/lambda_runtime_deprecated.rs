//! A function runs on a runtime that AWS still patches.
//!
//! ## Why
//!
//! A deprecated runtime gets no security patches, AWS does not support functions on it, and after a
//! date that AWS announces they can be neither created nor changed: a stack that is destroyed after
//! that cannot be created again.
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
use crate::aws::versions::{Support, Version, as_of};
use crate::planned::Planned::Known;

rule! { Warning, AnyStack, ["ALL-7", "FN-1"] }

fn check(check: &mut Check) {
    for version in Version::runtimes(check.inventory()) {
        let runtime = version.place.string().known().unwrap_or_default();
        if version.support() == Known(Support::Unlisted) {
            check.unknown(
                &version.place,
                format_args!("the table of {} has no runtime {runtime}", as_of()),
            );
            continue;
        }
        check.judge(&version.place, version.support(), |support| match support {
            // `aws-lambda-runtime` says more of what is refused.
            Support::Ended(since) => {
                Some(format!("{runtime} has had no security patches since {since}"))
            }
            _ => None,
        });
    }
}
