//! Every interface endpoint is in two zones or more.
//!
//! ## Why
//!
//! With private DNS, every call of the VPC to the service goes through the endpoint. Where it has a
//! network interface in one zone only, the loss of that zone cuts every zone off from the service,
//! for example from the secrets that new tasks need to start.
//!
//! ## Example
//!
//! ```hcl
//! resource "aws_vpc_endpoint" "secrets" {
//!   service_name      = "com.amazonaws.us-east-1.secretsmanager"
//!   vpc_endpoint_type = "Interface"
//!   subnet_ids        = [aws_subnet.app_a.id]
//! }
//! ```
//!
//! ## Fix
//!
//! Give it a subnet in each zone from which it is used.
//!
//! ```hcl
//! resource "aws_vpc_endpoint" "secrets" {
//!   service_name      = "com.amazonaws.us-east-1.secretsmanager"
//!   vpc_endpoint_type = "Interface"
//!   subnet_ids        = [aws_subnet.app_a.id, aws_subnet.app_b.id, aws_subnet.app_c.id]
//! }
//! ```
//!
//! ## Source
//!
//! - [Access an AWS service using an interface VPC endpoint: subnets and Availability Zones](https://docs.aws.amazon.com/vpc/latest/privatelink/create-interface-endpoint.html)

use crate::loss::of_kind;
use crate::{Check, Planned};

rule! { Error, AnyStack, ["NET-1", "ALL-5"] }

fn check(check: &mut Check) {
    for endpoint in of_kind(check.inventory(), "aws_vpc_endpoint") {
        // One of another kind has a single subnet by its nature.
        if endpoint.resource.at("vpc_endpoint_type").string() == Planned::Known("Interface") {
            check.expect_span(&endpoint.resource.at("subnet_ids"), &endpoint.placement);
        }
    }
}
