//! Every subnet leaves through a NAT gateway of its own zone.
//!
//! ## Why
//!
//! A NAT gateway stands in one zone. A subnet of another zone that is routed through it loses its way out together with a zone that it
//! does not stand in: the tasks there run on, and can reach neither payment partners nor the registry of their image. It also pays for
//! traffic between zones.
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
//! Give each zone a NAT gateway and a route table of its own, and route the zone's subnets through them.
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

use std::cell::OnceCell;
use std::collections::BTreeSet;

use crate::loss::{Egress, list, reachable_gateways, zone_of};
use crate::{Check, Inventory, Resource};

rule! { Error, AnyStack, ["NET-2"] }

fn check(check: &mut Check) {
    let choices = OnceCell::new();
    let inventory = check.inventory();
    for subnet in check.all("aws_subnet") {
        match Egress::of(subnet) {
            Egress::Nat { gateway, zone: Some(there), route } => {
                let place = route.at("nat_gateway_id");
                match zone_of(subnet) {
                    Some(here) if here == there => check.pass(&place),
                    Some(here) => {
                        let (subnet, gateway) = (subnet.address(), gateway.address());
                        check.fail(&place, format_args!("{subnet} in {here} leaves through {gateway} in {there}"));
                    }
                    None => check.unknown(&place, format_args!("the zone of {} is not known", subnet.address())),
                }
            }
            Egress::Nat { gateway, zone: None, route } => {
                let reason = format_args!("the zone of {} is not known", gateway.address());
                check.unknown(&route.at("nat_gateway_id"), reason);
            }
            Egress::Unknown(reason) => match choices.get_or_init(|| Choices::of(inventory)).none_for(subnet) {
                Some(none) => check.fail(&subnet.root(), none),
                None => check.unknown(&subnet.root(), reason),
            },
            Egress::None | Egress::Regional(_) => {}
        }
    }
}

/// What an index that a plan does not show can choose among.
struct Choices<'a> {
    gateways: Vec<(Resource<'a>, Option<&'a str>)>,
    /// The zones that have subnets with a way out through one of them.
    zones: BTreeSet<&'a str>,
}

impl<'a> Choices<'a> {
    fn of(inventory: &'a Inventory) -> Self {
        let leaving = inventory.all("aws_subnet").filter(|subnet| Egress::drawn(*subnet).is_by_nat());
        Self { gateways: reachable_gateways(inventory), zones: leaving.filter_map(zone_of).collect() }
    }

    /// Why no choice gives each zone a gateway of its own, so that this subnet's, or another's, is none.
    fn none_for(&self, subnet: Resource<'a>) -> Option<String> {
        let here = zone_of(subnet).filter(|_| Egress::drawn(subnet).is_by_nat())?;
        let standing: Option<BTreeSet<_>> = self.gateways.iter().map(|(_, zone)| *zone).collect();
        match standing {
            Some(there) if !there.contains(here) => {
                Some(format!("{} in {here} leaves through a NAT gateway in {}", subnet.address(), list(there)))
            }
            _ if self.gateways.len() < self.zones.len() => Some(format!(
                "the subnets in {} leave through {}, fewer NAT gateways than zones",
                list(self.zones.iter().copied()),
                self.gateways.len(),
            )),
            _ => None,
        }
    }
}
