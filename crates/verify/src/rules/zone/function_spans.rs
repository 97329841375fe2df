//! Every function in a VPC has subnets in two zones or more.
//!
//! ## Why
//!
//! Lambda runs in several zones by itself, but a function in a VPC runs only where it is given
//! subnets: with subnets in one zone only, it is lost with that zone.
//!
//! ## Example
//!
//! ```hcl
//! resource "aws_lambda_function" "validator" {
//!   vpc_config {
//!     subnet_ids         = [aws_subnet.app_a.id]
//!     security_group_ids = [aws_security_group.validator.id]
//!   }
//! }
//! ```
//!
//! ## Fix
//!
//! Give it a subnet in each zone.
//!
//! ```hcl
//! resource "aws_lambda_function" "validator" {
//!   vpc_config {
//!     subnet_ids         = [aws_subnet.app_a.id, aws_subnet.app_b.id, aws_subnet.app_c.id]
//!     security_group_ids = [aws_security_group.validator.id]
//!   }
//! }
//! ```
//!
//! ## Source
//!
//! - [Giving Lambda functions access to resources in a VPC: subnets in multiple Availability Zones](https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc.html)

use crate::Check;
use crate::loss::of_kind;

rule! { Error, AnyStack, ["FN-2"] }

fn check(check: &mut Check) {
    for function in of_kind(check.inventory(), "aws_lambda_function") {
        check.expect_span(&function.resource.at("vpc_config.0.subnet_ids"), &function.placement);
    }
}
