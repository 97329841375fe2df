//! What has a part of itself in each of its subnets, any of which does the work of all: load
//! balancers, proxies, endpoints, functions. Which types do is in `data/zonal.toml`.

use std::collections::HashSet;

use super::impact::Impact;
use super::zonal::Zonal;
use crate::aws::network::{Egress, Follow, Subnet, ZonePlacement, list};
use crate::aws::zonal::table;
use crate::{Inventory, Planned, Resource};

/// Everything of this kind.
pub fn all(inventory: &Inventory) -> Vec<Zonal<'_>> {
    table().spread.keys().flat_map(|kind| of_kind(inventory, kind)).collect()
}

/// Everything of one type.
pub fn of_kind<'a>(inventory: &'a Inventory, kind: &str) -> Vec<Zonal<'a>> {
    let Some(zonal) = table().spread.get(kind) else { return Vec::new() };
    let gateways =
        if kind == "aws_vpc_endpoint" { egress_paths(inventory) } else { HashSet::new() };
    let of = |resource: Resource<'a>| {
        if gateways.contains(&resource) || is_gateway_endpoint(resource) {
            return None;
        }
        let mut placement = zonal.placement(resource)?;
        if kind == "aws_vpc_endpoint" {
            let added = inventory.referrers(
                resource,
                "aws_vpc_endpoint_subnet_association",
                "vpc_endpoint_id",
            );
            placement.add(ZonePlacement::of_each(
                added.iter().map(|association| association.at("subnet_id")),
            ));
        }
        let alone = placement.alone();
        let judged = placement.clone();
        Some(Zonal::new(resource, &zonal.title, placement, alone, move |lost| {
            impact(&judged, lost)
        }))
    };
    inventory.all(kind).filter_map(of).collect()
}

/// A gateway endpoint is a route, and in no zone.
fn is_gateway_endpoint(resource: Resource) -> bool {
    resource.kind() == "aws_vpc_endpoint"
        && resource.at("vpc_endpoint_type").string().or("Gateway") == Planned::Known("Gateway")
}

/// What packets leave subnets through is judged by the way out of each.
pub fn egress_paths(inventory: &Inventory) -> HashSet<Resource<'_>> {
    let hops = Subnet::all(inventory).flat_map(|subnet| Egress::hops(subnet, Follow::Assumed));
    hops.filter_map(|egress| egress.zonal()?.resource).collect()
}

fn impact(placement: &ZonePlacement, lost: &[&str]) -> Impact {
    let zones = placement.zones();
    let left: Vec<_> = zones.iter().copied().filter(|zone| !lost.contains(zone)).collect();
    match (left.is_empty(), zones.len() == left.len(), &placement.incomplete) {
        (false, true, None) => Impact::Survives("is in none of the lost zones".to_owned()),
        (false, true, Some(_)) => Impact::Survives("is in a zone that is left".to_owned()),
        (false, false, _) => Impact::Survives(format!("goes on in {}", list(left))),
        (true, _, Some(incomplete)) => {
            Impact::Unknown(placement.alone().unwrap_or_else(|| incomplete.clone()))
        }
        (true, _, None) if zones.is_empty() => {
            Impact::Unknown("it is given no subnet in this plan".to_owned())
        }
        (true, _, None) => Impact::Lost(format!("is only in {}", list(zones))),
    }
}
