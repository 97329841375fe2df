//! [`Egress`]: where the packets of a subnet leave its network, from its route table to the
//! gateway.

use super::Follow;
use super::hop::{Gateway, Hop};
use super::route_table::RouteTable;
use super::subnet::Subnet;
use crate::{Inventory, Resource};

/// A way out through an inspection is a few hops; more is a loop.
const MAX_HOPS: usize = 8;

/// Where the default route of a subnet leads.
#[derive(Debug, Clone)]
pub enum Egress<'a> {
    /// Nowhere: the subnet has no default route.
    None,
    /// To something that is in one zone, and is lost with it: a NAT gateway, a NAT instance, an
    /// endpoint of a firewall.
    Zonal(Hop<'a>),
    /// To something that no zone's loss takes, as an internet gateway.
    Regional(Gateway),
    /// The plan does not show.
    Unknown(String),
}

impl<'a> Subnet<'a> {
    /// Where its packets leave the network.
    pub fn egress(self, follow: Follow) -> Egress<'a> {
        Egress::of(self, follow)
    }
}

impl<'a> Egress<'a> {
    /// Follows the default route of a subnet.
    pub fn of(subnet: Subnet<'a>, follow: Follow) -> Self {
        let route = match subnet.route_table(follow) {
            Ok(RouteTable::OfDefaultVpc) => return Self::Regional(Gateway::Internet),
            Ok(table) => table.default_route(follow),
            Err(reason) => Err(reason),
        };
        match route.and_then(|route| route.map(|route| route.hop(follow)).transpose()) {
            Ok(None) => Self::None,
            Ok(Some(hop)) if hop.is_zonal() => Self::Zonal(hop),
            Ok(Some(hop)) => Self::Regional(hop.gateway),
            Err(reason) => Self::Unknown(reason),
        }
    }

    /// Of a subnet, hop by hop: behind the endpoint of a firewall there is another route table.
    pub fn hops(subnet: Subnet<'a>, follow: Follow) -> Vec<Self> {
        let (mut hops, mut here) = (Vec::new(), Some(subnet));
        let mut seen = Vec::new();
        while let Some(subnet) =
            here.filter(|subnet| !seen.contains(subnet) && hops.len() < MAX_HOPS)
        {
            seen.push(subnet);
            let egress = Self::of(subnet, follow);
            here = match &egress {
                Self::Zonal(hop) => hop.subnet,
                _ => None,
            };
            hops.push(egress);
        }
        // A gateway whose own way on is not known works all the same: it is judged where it is the
        // first.
        let first = hops.len().min(1);
        let own = hops.first().and_then(|egress| egress.zonal()?.resource);
        let is_new = |hop: &Hop| hop.zone.is_some() && hop.resource != own;
        let is_certain = |egress: &Self| matches!(egress, Self::Zonal(hop) if is_new(hop));
        let rest: Vec<_> = hops.split_off(first).into_iter().filter(is_certain).collect();
        hops.extend(rest);
        hops
    }

    /// What it leads to, where that is in one zone.
    pub fn zonal(&self) -> Option<&Hop<'a>> {
        match self {
            Self::Zonal(hop) => Some(hop),
            _ => None,
        }
    }

    /// Why it is not known where traffic leaves.
    pub fn doubt(&self) -> Option<String> {
        match self {
            Self::Unknown(reason) => Some(reason.clone()),
            Self::Zonal(hop) => hop.doubt.clone(),
            Self::None | Self::Regional(_) => None,
        }
    }
}

/// Every NAT gateway to which a default route can lead, whichever index chooses it, and its zone
/// where that is proven.
pub fn reachable_gateways(inventory: &Inventory) -> Vec<(Resource<'_>, Option<&str>)> {
    let inline =
        inventory.all_of(&super::route_table::TABLES).flat_map(|table| table.at("route").items());
    let inline = inline.map(|route| (route.at("cidr_block"), route.at("nat_gateway_id")));
    let separate = inventory.all("aws_route").map(Resource::root);
    let separate =
        separate.map(|route| (route.at("destination_cidr_block"), route.at("nat_gateway_id")));
    let defaults = inline
        .chain(separate)
        .filter(|(destination, _)| destination.string().known() == Some("0.0.0.0/0"));
    let targets = defaults.map(|(_, target)| target).filter(|target| target.value().is_set());
    let proven: Result<Vec<_>, _> =
        targets.map(|target| target.link("aws_nat_gateway").proven()).collect();
    let mut gateways = proven.unwrap_or_else(|_| inventory.all("aws_nat_gateway").collect());
    gateways.sort_by_key(|gateway| gateway.place());
    gateways.dedup();
    gateways.into_iter().map(|gateway| (gateway, proven_zone(gateway))).collect()
}

fn proven_zone(gateway: Resource<'_>) -> Option<&str> {
    Subnet(gateway.at("subnet_id").link_to(&Subnet::KINDS).proven().ok()?).zone()
}
