use std::collections::BTreeMap;

use ipnet::IpNet;

use crate::planned::Planned::Known;
use crate::{Applies, Check, Inventory, Place, Resource, Rule, Severity};

pub const RULE: Rule = Rule {
    id: "network-subnet-range",
    severity: Severity::Error,
    applies: Applies::AnyStack,
    requirements: &["NET-1", "ALL-7"],
    page: include_str!("../../../docs/rules/network-subnet-range.md"),
    check,
};

/// A range of addresses, and where it stands.
type Range<'a> = (IpNet, Place<'a>);

const RANGES: [&str; 2] = ["cidr_block", "ipv6_cidr_block"];

fn check(check: &mut Check) {
    let mut networks: BTreeMap<&str, (Resource, Vec<Range>)> = BTreeMap::new();
    for subnet in check.all("aws_subnet") {
        let Some(vpc) = subnet.at("vpc_id").link("aws_vpc").one() else { continue };
        for place in RANGES.map(|range| subnet.at(range)) {
            if let Some(net) = place.text().known().and_then(|text| text.parse().ok()) {
                networks.entry(vpc.address()).or_insert((vpc, Vec::new())).1.push((net, place));
            }
        }
    }
    for (vpc, subnets) in networks.into_values() {
        let (whole, complete) = ranges(check.inventory(), vpc);
        judge(check, vpc, subnets, &whole, complete);
    }
}

fn judge<'a>(check: &mut Check<'a>, vpc: Resource, mut subnets: Vec<Range<'a>>, whole: &[IpNet], complete: bool) {
    subnets.sort_by_key(|(net, _)| *net);
    let mut previous: Option<Range> = None;
    for (net, place) in subnets {
        let inside = whole.iter().any(|range| range.contains(&net));
        // In this order, what lies within a range follows it.
        match previous.as_ref().filter(|(range, _)| range.contains(&net)) {
            Some((_, other)) => check.fail(&place, format_args!("overlaps {}", other.resource().address())),
            None if inside => check.pass(&place),
            None if complete => check.fail(&place, format_args!("lies outside {}", vpc.address())),
            None => {
                check.unknown(&place, format_args!("the ranges of {} are known only after the apply", vpc.address()))
            }
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
    let places = std::iter::once(vpc).chain(more).flat_map(|resource| RANGES.map(|range| resource.at(range)));
    let (mut ranges, mut complete) = (Vec::new(), true);
    for place in places {
        match place.text() {
            Known(text) => ranges.extend(text.parse::<IpNet>()),
            planned => complete &= !planned.is_unknown(),
        }
    }
    (ranges, complete)
}
