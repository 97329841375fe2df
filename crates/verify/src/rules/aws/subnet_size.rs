//! A VPC or subnet is between /16 and /28.
//!
//! ## Why
//!
//! AWS keeps five addresses of each subnet for itself and offers none smaller than /28, nor a
//! network larger than /16: `InvalidSubnet.Range`. Terraform accepts any network.
//!
//! ## Example
//!
//! ```hcl
//! resource "aws_subnet" "data" {
//!   cidr_block = "10.0.64.0/29"
//! }
//! ```
//!
//! ## Fix
//!
//! Choose a block between /16 and /28, with room for what the subnet has to hold while another zone
//! is lost.
//!
//! ```hcl
//! resource "aws_subnet" "data" {
//!   cidr_block = "10.0.64.0/24"
//! }
//! ```
//!
//! ## Source
//!
//! - [Subnet CIDR blocks](https://docs.aws.amazon.com/vpc/latest/userguide/subnet-sizing.html)
//! - [VPC CIDR blocks](https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html)

use ipnet::Ipv4Net;
use std::ops::RangeInclusive;

use crate::Check;

rule! { Error, AnyStack, ["ALL-7", "NET-1"] }

/// Prefix lengths of VPCs and subnets. Source: VPC User Guide, "VPC CIDR blocks", "Subnet sizing".
const SIZES: RangeInclusive<u8> = 16..=28;
const KINDS: [&str; 4] =
    ["aws_default_subnet", "aws_subnet", "aws_vpc", "aws_vpc_ipv4_cidr_block_association"];

fn check(check: &mut Check) {
    for network in check.all_of(&KINDS) {
        let block = network.at("cidr_block");
        check.judge(&block, block.string(), |block| match block.parse::<Ipv4Net>() {
            Ok(net) if SIZES.contains(&net.prefix_len()) => None,
            Ok(net) => Some(format!("a /{} is not between /16 and /28", net.prefix_len())),
            Err(_) => Some("is not an IPv4 network".to_owned()),
        });
    }
}
