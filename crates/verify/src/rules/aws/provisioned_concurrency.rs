//! Provisioned concurrency is on a published version or an alias.
//!
//! ## Why
//!
//! AWS keeps instances warm only for code that no longer changes: `Provisioned Concurrency Configs
//! cannot be applied to unpublished function versions`. Without `publish = true` the version of a
//! function is always `$LATEST`, which a plan shows as known only after the apply.
//!
//! ## Example
//!
//! ```hcl
//! resource "aws_lambda_function" "validator" {
//!   function_name = "validator"
//! }
//!
//! resource "aws_lambda_provisioned_concurrency_config" "validator" {
//!   function_name                     = aws_lambda_function.validator.function_name
//!   qualifier                         = aws_lambda_function.validator.version
//!   provisioned_concurrent_executions = 3
//! }
//! ```
//!
//! ## Fix
//!
//! Set `publish = true` on the function, or point `qualifier` at an alias.
//!
//! ```hcl
//! resource "aws_lambda_function" "validator" {
//!   function_name = "validator"
//!   publish       = true
//! }
//! ```
//!
//! ## Source
//!
//! - [Configuring provisioned concurrency for a function](https://docs.aws.amazon.com/lambda/latest/dg/provisioned-concurrency.html)
//! - [PutProvisionedConcurrencyConfig](https://docs.aws.amazon.com/lambda/latest/api/API_PutProvisionedConcurrencyConfig.html)

use crate::Planned::Known;
use crate::{Check, Resource};

rule! { Error, AnyStack, ["ALL-7", "FN-1"] }

fn check(check: &mut Check) {
    for concurrency in check.all("aws_lambda_provisioned_concurrency_config") {
        let qualifier = concurrency.at("qualifier");
        if qualifier.string() == Known("$LATEST") {
            check.fail(
                &qualifier,
                "$LATEST cannot be kept warm: AWS requires a published version or an alias",
            );
            continue;
        }
        let unpublished =
            qualifier.link("aws_lambda_function").one().filter(|function| !publishes(*function));
        match unpublished {
            Some(function) => {
                check.fail(
                    &qualifier,
                    format!(
                        "{} publishes no versions, so that its version is $LATEST",
                        function.address()
                    ),
                );
            }
            None => check.pass(&qualifier),
        }
    }
}

fn publishes(function: Resource) -> bool {
    function.at("publish").bool().or(false) != Known(false)
}
