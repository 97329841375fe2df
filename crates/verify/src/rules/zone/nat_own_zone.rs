//! Every subnet leaves through a NAT gateway of its own zone.
//!
//! ## Why
//!
//! A NAT gateway is in one zone. A subnet of another zone that is routed through it loses its way out together with a zone that it
//! is not in: the tasks there run on, and can reach neither payment partners nor the registry of their image. It also pays for
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

use crate::aws::network::{Egress, Follow, Gateway, Hop, Subnet, list, reachable_gateways};
use crate::{Check, Inventory, Resource};

rule! { Error, AnyStack, ["NET-2"] }

fn check(check: &mut Check) {
    let choices = OnceCell::new();
    let inventory = check.inventory();
    for subnet in Subnet::all(inventory) {
        for egress in Egress::hops(subnet, Follow::Proven) {
            match egress {
                Egress::Zonal(hop) => judge(check, subnet, &hop),
                Egress::Unknown(reason) => match choices.get_or_init(|| Choices::of(inventory)).none_for(subnet) {
                    Some(none) => check.fail(&subnet.0.root(), none),
                    None => check.unknown(&subnet.0.root(), reason),
                },
                Egress::None | Egress::Regional(_) => {}
            }
        }
    }
}

fn judge<'a>(check: &mut Check<'a>, subnet: Subnet<'a>, hop: &Hop<'a>) {
    match (subnet.zone(), hop.zone) {
        (_, None) => check.unknown(&hop.place, hop.doubt.as_deref().unwrap_or_default()),
        (None, _) => check.unknown(&hop.place, format_args!("the zone of {} is not known", subnet.address())),
        (Some(here), Some(there)) if here == there => check.pass(&hop.place),
        (Some(here), Some(there)) => {
            let (subnet, hop_name) = (subnet.address(), hop.name());
            check.fail(&hop.place, format_args!("{subnet} in {here} leaves through {hop_name} in {there}"));
        }
    }
}

/// What an index that a plan does not show can choose among.
struct Choices<'a> {
    gateways: Vec<(Resource<'a>, Option<&'a str>)>,
    /// The zones that have subnets with a way out through one of them.
    zones: BTreeSet<&'a str>,
}

fn is_by_nat(subnet: Subnet) -> bool {
    let egress = subnet.egress(Follow::Assumed);
    egress.zonal().is_some_and(|hop| hop.gateway == Gateway::Nat)
}

impl<'a> Choices<'a> {
    fn of(inventory: &'a Inventory) -> Self {
        let leaving = Subnet::all(inventory).filter(|subnet| is_by_nat(*subnet));
        Self { gateways: reachable_gateways(inventory), zones: leaving.filter_map(Subnet::zone).collect() }
    }

    /// Why no choice gives each zone a gateway of its own, so that this subnet's, or another's, is none.
    fn none_for(&self, subnet: Subnet<'a>) -> Option<String> {
        let here = subnet.zone().filter(|_| is_by_nat(subnet))?;
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
