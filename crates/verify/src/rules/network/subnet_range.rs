//! Every subnet is within its VPC and overlaps no other.
//!
//! ## Why
//!
//! AWS refuses a subnet outside the ranges of its VPC (`InvalidSubnet.Range`) and one that overlaps
//! another (`InvalidSubnet.Conflict`), but only during the apply.
//!
//! ## Example
//!
//! ```hcl
//! resource "aws_vpc" "main" {
//!   cidr_block = "10.0.0.0/16"
//! }
//!
//! resource "aws_subnet" "app" {
//!   vpc_id     = aws_vpc.main.id
//!   cidr_block = "10.1.0.0/24"
//! }
//! ```
//!
//! ## Fix
//!
//! Cut the subnets out of the range of the VPC with `cidrsubnets`, which lets none overlap.
//!
//! ```hcl
//! locals {
//!   ranges = cidrsubnets("10.0.0.0/16", 4, 4, 4, 8, 8, 8)
//! }
//!
//! resource "aws_subnet" "app" {
//!   vpc_id     = aws_vpc.main.id
//!   cidr_block = local.ranges[0]
//! }
//! ```
//!
//! ## Source
//!
//! - [Subnet CIDR blocks](https://docs.aws.amazon.com/vpc/latest/userguide/subnet-sizing.html)
//! - [CreateSubnet](https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateSubnet.html)

use std::collections::BTreeMap;

use ipnet::IpNet;

use crate::planned::Planned::Known;
use crate::{AttributePath, Check, Inventory, Resource};

rule! { Error, AnyStack, ["NET-1", "ALL-7"] }

/// A range of addresses, and where it is.
type Range<'a> = (IpNet, AttributePath<'a>);

const RANGES: [&str; 2] = ["cidr_block", "ipv6_cidr_block"];

fn check(check: &mut Check) {
    let mut networks: BTreeMap<&str, (Resource, Vec<Range>)> = BTreeMap::new();
    for subnet in check.all("aws_subnet") {
        let Some(vpc) = subnet.at("vpc_id").link("aws_vpc").one() else { continue };
        for place in RANGES.map(|range| subnet.at(range)) {
            if let Some(net) = place.string().known().and_then(|text| text.parse().ok()) {
                networks.entry(vpc.address()).or_insert((vpc, Vec::new())).1.push((net, place));
            }
        }
    }
    for (vpc, subnets) in networks.into_values() {
        let (whole, complete) = ranges(check.inventory(), vpc);
        check_vpc(check, vpc, subnets, &whole, complete);
    }
}

fn check_vpc<'a>(
    check: &mut Check<'a>,
    vpc: Resource,
    mut subnets: Vec<Range<'a>>,
    whole: &[IpNet],
    complete: bool,
) {
    subnets.sort_by_key(|(net, _)| *net);
    let mut previous: Option<Range> = None;
    for (net, place) in subnets {
        let inside = whole.iter().any(|range| range.contains(&net));
        // In this order, what is within a range follows it.
        match previous.as_ref().filter(|(range, _)| range.contains(&net)) {
            Some((_, other)) => {
                check.fail(&place, format_args!("overlaps {}", other.resource().address()))
            }
            None if inside => check.pass(&place),
            None if complete => check.fail(&place, format_args!("is outside {}", vpc.address())),
            None => check.unknown(
                &place,
                format_args!("the ranges of {} are known only after the apply", vpc.address()),
            ),
        }
        if previous.as_ref().is_none_or(|(range, _)| !range.contains(&net)) {
            previous = Some((net, place));
        }
    }
}

/// The ranges of a VPC, and whether they are all.
fn ranges(inventory: &Inventory, vpc: Resource) -> (Vec<IpNet>, bool) {
    let more = ["aws_vpc_ipv4_cidr_block_association", "aws_vpc_ipv6_cidr_block_association"];
    let more = more.iter().flat_map(|kind| inventory.referrers(vpc, kind, "vpc_id"));
    let places = std::iter::once(vpc)
        .chain(more)
        .flat_map(|resource| RANGES.map(|range| resource.at(range)));
    let (mut ranges, mut complete) = (Vec::new(), true);
    for place in places {
        match place.string() {
            Known(text) => ranges.extend(text.parse::<IpNet>()),
            planned => complete &= !planned.is_unknown(),
        }
    }
    (ranges, complete)
}
