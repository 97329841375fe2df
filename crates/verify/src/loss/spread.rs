//! What has a part of itself in each of its zones: load balancers, proxies, endpoints, functions, caches, groups of machines.

use super::fate::Fate;
use crate::aws::network::{Standing, list};
use crate::{Inventory, Planned, Resource};

/// What has a part of itself in each of its zones, any of which does the work of all.
#[derive(Debug)]
pub struct Spread<'a> {
    /// The resource.
    pub resource: Resource<'a>,
    /// The zones.
    pub standing: Standing<'a>,
}

/// The types, and the argument that names the subnets.
const KINDS: [(&str, &str); 5] = [
    ("aws_lb", "subnets"),
    ("aws_elb", "subnets"),
    ("aws_db_proxy", "vpc_subnet_ids"),
    ("aws_autoscaling_group", "vpc_zone_identifier"),
    ("aws_eks_node_group", "subnet_ids"),
];

impl<'a> Spread<'a> {
    /// Everything of this kind.
    pub fn all(inventory: &'a Inventory) -> Vec<Self> {
        let plain = KINDS.iter().flat_map(|(kind, argument)| {
            inventory.all(kind).map(|resource| Self { resource, standing: standing(resource, argument) })
        });
        let functions = inventory.all("aws_lambda_function").filter_map(Self::of_function);
        let endpoints = inventory.all("aws_vpc_endpoint").filter_map(Self::of_endpoint);
        plain.chain(functions).chain(endpoints).collect()
    }

    /// A function in a VPC; one outside runs in every zone of the region.
    pub fn of_function(resource: Resource<'a>) -> Option<Self> {
        let subnets = resource.at("vpc_config.0.subnet_ids");
        let is_empty = matches!(subnets.texts(), Planned::Known(ids) if ids.is_empty());
        let in_vpc = subnets.value().is_set() && !is_empty;
        in_vpc.then(|| Self { resource, standing: Standing::of(&subnets) })
    }

    /// An endpoint with network interfaces; a gateway endpoint is a route, and in no zone.
    pub fn of_endpoint(resource: Resource<'a>) -> Option<Self> {
        let kind = resource.at("vpc_endpoint_type").text().or("Gateway");
        (kind == Planned::Known("Interface")).then(|| Self { resource, standing: standing(resource, "subnet_ids") })
    }

    /// What becomes of it.
    pub fn fate(&self, lost: &[&str]) -> Fate {
        let zones = self.standing.zones();
        let left: Vec<_> = zones.iter().copied().filter(|zone| !lost.contains(zone)).collect();
        match (left.is_empty(), zones.len() == left.len(), &self.standing.open) {
            (false, true, _) => Fate::Survives("stands in none of the lost zones".to_owned()),
            (false, false, _) => Fate::Survives(format!("goes on in {}", list(left))),
            (true, _, Some(open)) => Fate::Unknown(open.clone()),
            (true, _, None) if zones.is_empty() => Fate::Unknown("it is given no subnet in this plan".to_owned()),
            (true, _, None) => Fate::Lost(format!("stands only in {}", list(zones))),
        }
    }
}

/// The zones of a load balancer are those of its `subnets` or of its `subnet_mapping` blocks.
fn standing<'a>(resource: Resource<'a>, argument: &str) -> Standing<'a> {
    let mappings = resource.at("subnet_mapping").items();
    let mapped = Standing::of_each(mappings.iter().map(|mapping| mapping.at("subnet_id")));
    if mapped.subnets.is_empty() { Standing::of(&resource.at(argument)) } else { mapped }
}
