//! Every subnet leaves through a NAT gateway of its own zone.
//!
//! ## Why
//!
//! A NAT gateway is in one zone. A subnet of another zone that is routed through it loses its way
//! out when that zone is lost: its tasks keep running, but can reach neither payment partners nor
//! the registry of their image. It also pays for traffic between zones.
//!
//! ## Example
//!
//! ```hcl
//! resource "aws_route" "app_b" {
//!   route_table_id         = aws_route_table.app_b.id
//!   destination_cidr_block = "0.0.0.0/0"
//!   nat_gateway_id         = aws_nat_gateway.a.id
//! }
//! ```
//!
//! ## Fix
//!
//! Give each zone a NAT gateway and a route table of its own, and route the zone's subnets through
//! them.
//!
//! ```hcl
//! resource "aws_route" "app_b" {
//!   route_table_id         = aws_route_table.app_b.id
//!   destination_cidr_block = "0.0.0.0/0"
//!   nat_gateway_id         = aws_nat_gateway.b.id
//! }
//! ```
//!
//! ## Source
//!
//! - [NAT gateway basics: a NAT gateway in each Availability Zone](https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateway-basics.html)

use std::collections::{BTreeSet, HashMap};

use crate::aws::network::{Egress, Follow, Gateway, Hop, Subnet, list, reachable_gateways};
use crate::{Check, Inventory, Resource};

rule! { Error, AnyStack, ["NET-2"] }

fn check(check: &mut Check) {
    let inventory = check.inventory();
    let mut choices = HashMap::new();
    let ways: Vec<_> = Subnet::all(inventory)
        .map(|subnet| (subnet, Egress::hops(subnet, Follow::Proven)))
        .collect();
    let shared = Shared::of(&ways);
    for (subnet, egress) in
        ways.iter().flat_map(|(subnet, hops)| hops.iter().map(move |egress| (*subnet, egress)))
    {
        match egress {
            Egress::Zonal(hop) => check_subnet(check, subnet, hop, &shared),
            Egress::Unknown(reason) => {
                let network = subnet.network(Follow::Assumed).ok().flatten();
                match choices
                    .entry(network)
                    .or_insert_with(|| Choices::of(inventory, network))
                    .none_for(subnet)
                {
                    Some(none) => check.fail(&subnet.0.root(), none),
                    None => check.unknown(&subnet.0.root(), reason),
                }
            }
            Egress::None | Egress::Regional(_) => {}
        }
    }
}

fn check_subnet<'a>(check: &mut Check<'a>, subnet: Subnet<'a>, hop: &Hop<'a>, shared: &Shared<'a>) {
    match (subnet.zone(), hop.zone) {
        (_, None) => match shared.by(hop) {
            Some(zones) => check.fail(
                &hop.place,
                format_args!(
                    "{} is in one zone, and subnets in {} leave through it",
                    hop.name(),
                    list(zones)
                ),
            ),
            None => check.unknown(&hop.place, hop.doubt.as_deref().unwrap_or_default()),
        },
        (None, _) => {
            check.unknown(&hop.place, format_args!("the zone of {} is not known", subnet.address()))
        }
        (Some(here), Some(there)) if here == there => check.pass(&hop.place),
        (Some(here), Some(there)) => {
            let (subnet, hop_name) = (subnet.address(), hop.name());
            check.fail(
                &hop.place,
                format_args!("{subnet} in {here} leaves through {hop_name} in {there}"),
            );
        }
    }
}

/// Gateways and the like that are in one zone, without it being known in which, each with the zones
/// of the subnets that use it.
struct Shared<'a>(HashMap<String, BTreeSet<&'a str>>);

impl<'a> Shared<'a> {
    fn of(ways: &[(Subnet<'a>, Vec<Egress<'a>>)]) -> Self {
        let mut shared: HashMap<String, BTreeSet<&str>> = HashMap::new();
        for (subnet, egress) in ways {
            for hop in egress
                .iter()
                .filter_map(Egress::zonal)
                .filter(|hop| hop.zone.is_none() && is_in_one_zone(hop))
            {
                shared.entry(hop.name()).or_default().extend(subnet.zone());
            }
        }
        Self(shared)
    }

    /// The zones of the subnets that leave through it, if there are several: it can be in only one
    /// of them.
    fn by(&self, hop: &Hop<'a>) -> Option<impl Iterator<Item = &'a str>> {
        let zones = self.0.get(&hop.name()).filter(|zones| zones.len() > 1)?;
        Some(zones.iter().copied())
    }
}

/// A NAT gateway of which only the id is known may be a regional one.
fn is_in_one_zone(hop: &Hop) -> bool {
    hop.resource.is_some() || hop.gateway != Gateway::Nat
}

/// The gateways of a network that an index, which a plan does not show, may choose from.
struct Choices<'a> {
    gateways: Vec<(Resource<'a>, Option<&'a str>)>,
    /// The zones that have subnets with a way out through one of them.
    zones: BTreeSet<&'a str>,
}

fn is_by_nat(subnet: Subnet) -> bool {
    let egress = subnet.egress(Follow::Assumed);
    egress.zonal().is_some_and(|hop| hop.gateway == Gateway::Nat)
}

/// Whether a gateway may be in a network: a route cannot lead to a gateway of another one.
fn may_be_in(gateway: Resource, network: Option<Resource>) -> bool {
    let subnets = gateway.at("subnet_id").links_to(&Subnet::KINDS);
    let mut networks =
        subnets.resources().map(|subnet| Subnet(subnet).network(Follow::Assumed).ok().flatten());
    subnets.links.is_empty()
        || networks.any(|own| own.is_none() || network.is_none() || own == network)
}

impl<'a> Choices<'a> {
    fn of(inventory: &'a Inventory, network: Option<Resource<'a>>) -> Self {
        let is_here =
            |subnet: &Subnet<'a>| subnet.network(Follow::Assumed).ok().flatten() == network;
        let leaving = Subnet::all(inventory).filter(|subnet| is_here(subnet) && is_by_nat(*subnet));
        let gateways = reachable_gateways(inventory)
            .into_iter()
            .filter(|(gateway, _)| may_be_in(*gateway, network));
        Self { gateways: gateways.collect(), zones: leaving.filter_map(Subnet::zone).collect() }
    }

    /// Why the index cannot give each zone a gateway of its own, whichever it chooses.
    fn none_for(&self, subnet: Subnet<'a>) -> Option<String> {
        let here = subnet.zone().filter(|_| is_by_nat(subnet))?;
        let placement: Option<BTreeSet<_>> = self.gateways.iter().map(|(_, zone)| *zone).collect();
        match placement {
            Some(there) if !there.contains(here) => Some(format!(
                "{} in {here} leaves through a NAT gateway in {}",
                subnet.address(),
                list(there)
            )),
            _ if self.gateways.len() < self.zones.len() => Some(format!(
                "the subnets in {} leave through {}, fewer NAT gateways than zones",
                list(self.zones.iter().copied()),
                self.gateways.len(),
            )),
            _ => None,
        }
    }
}
