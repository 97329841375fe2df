//! Every interface endpoint stands in two zones or more.
//!
//! ## Why
//!
//! With private DNS, every call of the VPC to the service goes through the endpoint. Where it has a network interface in one zone only, the
//! loss of that zone cuts every zone off from the service, for example from the secrets that new tasks need to start.
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

use crate::Check;
use crate::loss::Spread;

rule! { Error, AnyStack, ["NET-1", "ALL-5"] }

fn check(check: &mut Check) {
    for spread in check.all("aws_vpc_endpoint").filter_map(Spread::of_endpoint) {
        check.expect_span(&spread.resource.at("subnet_ids"), &spread.standing);
    }
}
