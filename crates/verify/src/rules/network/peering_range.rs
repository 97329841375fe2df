//! VPCs that are peered have ranges that do not overlap.
//!
//! ## Why
//!
//! An address that exists on both sides cannot be routed. AWS makes the peering connection fail,
//! during the apply.
//!
//! ## Example
//!
//! ```hcl
//! resource "aws_vpc_peering_connection" "reports" {
//!   vpc_id      = aws_vpc.payments.id # 10.0.0.0/16
//!   peer_vpc_id = aws_vpc.reports.id  # 10.0.128.0/17
//! }
//! ```
//!
//! ## Fix
//!
//! Give the VPCs ranges that do not overlap, or connect the two services by an endpoint service.
//!
//! ```hcl
//! resource "aws_vpc" "reports" {
//!   cidr_block = "10.1.0.0/16"
//! }
//! ```
//!
//! ## Source
//!
//! - [VPC peering limitations: overlapping CIDR blocks](https://docs.aws.amazon.com/vpc/latest/peering/vpc-peering-basics.html)

use ipnet::IpNet;

use crate::{AttributePath, Check};

rule! { Error, AnyStack, ["NET-1", "ALL-7"] }

fn check(check: &mut Check) {
    for peering in check.all("aws_vpc_peering_connection") {
        let peer = peering.at("peer_vpc_id");
        match range(&peering.at("vpc_id")).zip(range(&peer)) {
            Some((own, other)) if own.contains(&other) || other.contains(&own) => {
                check.fail(&peer, format_args!("{other} overlaps {own} of the other side"));
            }
            Some(_) => check.pass(&peer),
            // The other side is not part of this plan.
            None => {}
        }
    }
}

fn range(vpc: &AttributePath) -> Option<IpNet> {
    vpc.link("aws_vpc").one()?.at("cidr_block").string().known()?.parse().ok()
}
