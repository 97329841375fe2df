use ipnet::IpNet;

use crate::{Applies, Check, Place, Rule, Severity};

pub const RULE: Rule = Rule {
    id: "network-peering-range",
    severity: Severity::Error,
    applies: Applies::AnyStack,
    requirements: &["NET-1", "ALL-7"],
    page: include_str!("../../../docs/rules/network-peering-range.md"),
    check,
};

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

fn range(vpc: &Place) -> Option<IpNet> {
    vpc.link("aws_vpc").one()?.at("cidr_block").text().known()?.parse().ok()
}
