//! Entries of network ACLs, in both forms that the provider has.

use std::ops::RangeInclusive;

use ipnet::IpNet;

use super::protocol::IpProtocol;
use crate::{AttributePath, Inventory, Planned, Resource};

/// The types of network ACLs.
pub(super) const ACLS: [&str; 2] = ["aws_network_acl", "aws_default_network_acl"];

/// A network ACL.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Acl<'a> {
    /// One that the plan has as a resource.
    Own(Resource<'a>),
    /// The one that AWS made with this network, or with the default VPC: it lets everything
    /// through. Source: VPC User Guide, "Default network ACL".
    MadeByAws,
}

/// One entry.
#[derive(Debug, Clone)]
pub struct AclEntry<'a> {
    /// The block or resource.
    pub place: AttributePath<'a>,
    /// The ACL, where it is part of the plan.
    pub acl: Option<Resource<'a>>,
    /// Whether it is for what goes out.
    pub egress: bool,
    /// Its number, by which entries are tried in order.
    pub number: AttributePath<'a>,
    action: &'static str,
}

/// Every entry.
pub fn acl_entries(inventory: &Inventory) -> Vec<AclEntry<'_>> {
    let separate = inventory.all("aws_network_acl_rule").map(|rule| AclEntry {
        place: rule.root(),
        acl: rule.at("network_acl_id").link_to(&ACLS).one(),
        egress: rule.at("egress").bool().known().unwrap_or(false),
        number: rule.at("rule_number"),
        action: "rule_action",
    });
    separate.chain(inventory.all_of(&ACLS).flat_map(inline)).collect()
}

/// The entries that an ACL is written with itself; what the provider shows there of others after
/// the apply is left out.
fn inline(acl: Resource<'_>) -> Vec<AclEntry<'_>> {
    let has_rules =
        !acl.inventory().referrers(acl, "aws_network_acl_rule", "network_acl_id").is_empty();
    let mut entries = Vec::new();
    for direction in ["ingress", "egress"] {
        let place = acl.at(direction);
        let blocks =
            if has_rules && !place.is_surely_written() { Vec::new() } else { place.items() };
        entries.extend(blocks.into_iter().map(|block| AclEntry {
            number: block.at("rule_no"),
            place: block,
            acl: Some(acl),
            egress: direction == "egress",
            action: "action",
        }));
    }
    entries
}

impl AclEntry<'_> {
    /// Whether it lets something through.
    pub fn allows(&self) -> bool {
        self.place
            .at(self.action)
            .string()
            .known()
            .is_some_and(|action| action.eq_ignore_ascii_case("allow"))
    }

    /// The ports of TCP that it is for.
    pub fn tcp_ports(&self) -> Option<RangeInclusive<u16>> {
        let port =
            |name: &str| self.place.at(name).number().known().map(|number| number.max(0.0) as u16);
        match self.protocol() {
            Planned::Known(IpProtocol::Any) => Some(0..=u16::MAX),
            Planned::Known(IpProtocol::Tcp) => Some(port("from_port")?..=port("to_port")?),
            _ => None,
        }
    }

    /// The ports of TCP or of UDP, whichever it is for; every port where it is for all protocols.
    pub fn ports(&self) -> Planned<RangeInclusive<u16>> {
        let port =
            |name: &str| self.place.at(name).number().or(0.0).map(|number| number.max(0.0) as u16);
        match self.protocol() {
            Planned::Known(IpProtocol::Any) => Planned::Known(0..=u16::MAX),
            _ => port("from_port").and_then(|from| port("to_port").map(|to| from..=to)),
        }
    }

    /// The protocol that it is for.
    pub fn protocol(&self) -> Planned<IpProtocol> {
        self.place.at("protocol").string().map(IpProtocol::of)
    }

    /// Whether it lets through or denies, where that is known.
    pub fn action(&self) -> Planned<bool> {
        self.place.at(self.action).string().map(|action| action.eq_ignore_ascii_case("allow"))
    }

    /// Why it is not certain of which ACL it is.
    pub fn doubt(&self) -> Option<String> {
        let links = self.place.at("network_acl_id").link_to(&ACLS);
        let is_rule = self.place.resource().kind() == "aws_network_acl_rule";
        (is_rule && (!links.incomplete.is_empty() || links.ambiguous.is_some()))
            .then(|| links.reason())
    }

    /// The addresses; `None` where they are not known.
    pub fn net(&self) -> Option<IpNet> {
        let texts = ["cidr_block", "ipv6_cidr_block"].map(|name| self.place.at(name).string());
        texts.into_iter().find_map(|text| text.known()?.parse().ok())
    }

    /// Whether it is about some of the same addresses as another.
    pub fn meets(&self, other: &Self) -> bool {
        match (self.net(), other.net()) {
            (Some(one), Some(two)) => one.contains(&two) || two.contains(&one),
            _ => true,
        }
    }
}
