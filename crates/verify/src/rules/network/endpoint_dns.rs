//! A VPC with private names of endpoints has DNS support and host names on.
//!
//! ## Why
//!
//! Private DNS makes the name of the service resolve to the endpoint. AWS refuses it
//! (`InvalidParameter`) in a VPC without DNS support or without host names, and host names are off
//! by default.
//!
//! ## Example
//!
//! ```hcl
//! resource "aws_vpc" "main" {
//!   cidr_block = "10.0.0.0/16"
//! }
//!
//! resource "aws_vpc_endpoint" "secrets" {
//!   vpc_id              = aws_vpc.main.id
//!   service_name        = "com.amazonaws.us-east-1.secretsmanager"
//!   vpc_endpoint_type   = "Interface"
//!   private_dns_enabled = true
//! }
//! ```
//!
//! ## Fix
//!
//! Set `enable_dns_support` and `enable_dns_hostnames` of the VPC to true.
//!
//! ```hcl
//! resource "aws_vpc" "main" {
//!   cidr_block           = "10.0.0.0/16"
//!   enable_dns_support   = true
//!   enable_dns_hostnames = true
//! }
//! ```
//!
//! ## Source
//!
//! - [Access an AWS service using an interface VPC endpoint: private DNS](https://docs.aws.amazon.com/vpc/latest/privatelink/create-interface-endpoint.html)
//! - [DNS attributes for your VPC](https://docs.aws.amazon.com/vpc/latest/userguide/AmazonDNS-concepts.html)

use crate::Check;

rule! { Error, AnyStack, ["NET-1", "ALL-7"] }

/// What the VPC must have on for private names, and what the provider sends where it is left out.
const NEEDED: [(&str, bool); 2] = [("enable_dns_support", true), ("enable_dns_hostnames", false)];

fn check(check: &mut Check) {
    for endpoint in check.all("aws_vpc_endpoint") {
        let private = endpoint.at("private_dns_enabled");
        if private.bool().known() != Some(true) {
            continue;
        }
        let Some(vpc) = endpoint.at("vpc_id").link("aws_vpc").one() else { continue };
        for (argument, default) in NEEDED {
            let on = vpc.at(argument).bool().or(default);
            check.expect(
                &private,
                on,
                format_args!(
                    "{} has {argument} off, and AWS refuses the private name",
                    vpc.address()
                ),
            );
        }
    }
}
