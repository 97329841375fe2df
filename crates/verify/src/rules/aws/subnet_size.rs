use ipnet::Ipv4Net;
use std::ops::RangeInclusive;

use crate::{Applies, Check, Rule, Severity};

pub const RULE: Rule = Rule {
    id: "aws-subnet-size",
    severity: Severity::Error,
    applies: Applies::AnyStack,
    requirements: &["ALL-7", "NET-1"],
    page: include_str!("../../../docs/rules/aws-subnet-size.md"),
    check,
};

/// Prefix lengths of VPCs and subnets. Source: VPC User Guide, "VPC CIDR blocks", "Subnet sizing".
const SIZES: RangeInclusive<u8> = 16..=28;
const KINDS: [&str; 4] = ["aws_default_subnet", "aws_subnet", "aws_vpc", "aws_vpc_ipv4_cidr_block_association"];

fn check(check: &mut Check) {
    for network in check.all_of(&KINDS) {
        let block = network.at("cidr_block");
        check.accept(&block, block.text(), |block| match block.parse::<Ipv4Net>() {
            Ok(net) if SIZES.contains(&net.prefix_len()) => None,
            Ok(net) => Some(format!("a /{} is not between /16 and /28", net.prefix_len())),
            Err(_) => Some("is not an IPv4 network".to_owned()),
        });
    }
}
