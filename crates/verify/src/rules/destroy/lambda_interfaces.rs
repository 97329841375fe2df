//! A function in the VPC frees its security groups when it is destroyed.
//!
//! ## Why
//!
//! Lambda deletes the network interfaces of a function 20 to 45 minutes after the function. Until
//! then its security groups and subnets cannot be deleted, and a destroy (ALL-3) waits or fails
//! with `DependencyViolation`. With another group to hand the interfaces to, the stack's own groups
//! are free at once.
//!
//! ## Example
//!
//! ```hcl
//! resource "aws_lambda_function" "main" {
//!   vpc_config {
//!     subnet_ids         = var.app_subnet_ids
//!     security_group_ids = [var.validation_security_group_id]
//!   }
//! }
//! ```
//!
//! ## Fix
//!
//! Set `replace_security_groups_on_destroy = true`, and name the default security group in
//! `replacement_security_group_ids`.
//!
//! ```hcl
//! resource "aws_lambda_function" "main" {
//!   replace_security_groups_on_destroy = true
//!   replacement_security_group_ids     = [var.default_security_group_id]
//!
//!   vpc_config {
//!     subnet_ids         = var.app_subnet_ids
//!     security_group_ids = [var.validation_security_group_id]
//!   }
//! }
//! ```
//!
//! ## Source
//!
//! - [aws_lambda_function, replace_security_groups_on_destroy](https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/lambda_function)
//! - [Giving Lambda functions access to resources in an Amazon VPC](https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc.html)

use crate::Check;
use crate::Planned::Known;

rule! { Warning, Paytf, ["ALL-3", "FN-2"] }

fn check(check: &mut Check) {
    for function in check.all("aws_lambda_function") {
        if function.at("vpc_config").items().is_empty() {
            continue;
        }
        let (replace, groups) = (
            function.at("replace_security_groups_on_destroy"),
            function.at("replacement_security_group_ids"),
        );
        check.expect(
            &replace,
            replace.bool(),
            "keeps its security groups in use for up to an hour after it is destroyed",
        );
        if replace.bool() == Known(true) {
            check.expect(
                &groups,
                Known(groups.value().is_set()),
                "has no other security group to hand its interfaces to",
            );
        }
    }
}
