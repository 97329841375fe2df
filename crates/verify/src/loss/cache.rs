//! ElastiCache: whether a replica in another zone takes over.
//! Source: Amazon ElastiCache User Guide, "Minimizing downtime in ElastiCache with Multi-AZ".

use super::impact::Impact;
use super::zonal::{Zonal, because, counted, in_all, of_one};
use crate::aws::network::{ZonePlacement, list};
use crate::aws::zonal::of_group;
use crate::{Inventory, Planned, Resource};

/// Every cache that is in subnets.
pub fn all(inventory: &Inventory) -> Vec<Zonal<'_>> {
    let is_own = |cluster: &Resource| !cluster.at("replication_group_id").value().is_set();
    let clusters = inventory.all("aws_elasticache_cluster").filter(is_own).map(cluster);
    clusters.chain(inventory.all("aws_elasticache_replication_group").map(group)).collect()
}

fn details(resource: Resource, nodes: Planned<u32>) -> Vec<String> {
    let class = resource.at("node_type").string().known().map(str::to_owned);
    let count = nodes.known().map(|nodes| match number(resource, "num_node_groups") {
        Planned::Known(shards) if shards > 1 => {
            format!("{shards} shards of {}", counted(nodes, "node"))
        }
        _ => in_all(nodes, "node"),
    });
    class.into_iter().chain(count).collect()
}

fn number(resource: Resource, argument: &str) -> Planned<u32> {
    resource.at(argument).number().map(|number| number.clamp(0.0, f64::from(u16::MAX)) as u32)
}

/// The zones that are written, else those of the subnet group.
fn placement<'a>(resource: Resource<'a>, arguments: &[&str]) -> ZonePlacement<'a> {
    let written = arguments.iter().map(|argument| ZonePlacement::of_zones(&resource.at(argument)));
    let written = written.reduce(|one, other| one.or(|| other)).unwrap_or_default();
    written.or(|| of_group(&resource.at("subnet_group_name")))
}

/// A single node of Redis or Valkey, or nodes of Memcached, of which each has a part of the data
/// and no copy.
fn cluster(cluster: Resource<'_>) -> Zonal<'_> {
    let nodes = number(cluster, "num_cache_nodes").or(1);
    let is_spread = cluster.at("az_mode").string() == Planned::Known("cross-az");
    let is_many = !matches!(nodes, Planned::Known(0 | 1));
    if !(is_spread && is_many) {
        let what = if is_many { "all nodes are in one zone" } else { "one node, and no replica" };
        let placement = placement(cluster, &["availability_zone", "preferred_availability_zones"]);
        return Zonal::one(cluster, "ElastiCache", what, placement)
            .with_details(details(cluster, nodes));
    }
    let placement = placement(cluster, &["preferred_availability_zones"]);
    let (alone, judged) = (placement.alone(), placement.clone());
    let impact = move |lost: &[&str]| match super::zonal::of_spread(&judged, nodes, "node", lost) {
        Impact::Degraded(why) => {
            Impact::Degraded(format!("{why}; what the others held is gone from the cache"))
        }
        impact => impact,
    };
    Zonal::new(cluster, "ElastiCache", placement, alone, impact)
        .with_details(details(cluster, nodes))
}

/// How many nodes each shard has; `None` where the plan does not show it.
pub fn nodes_of_shard(group: Resource) -> Planned<u32> {
    let replicas = number(group, "replicas_per_node_group");
    let cluster_mode = group.at("num_node_groups").value().is_set() || replicas.is_set();
    match (cluster_mode, number(group, "num_cache_clusters")) {
        (_, Planned::Known(nodes)) => Planned::Known(nodes),
        (true, _) => replicas.map(|replicas| replicas + 1),
        // A member of a global datastore takes the number from its primary.
        (false, Planned::Absent) if group.at("global_replication_group_id").value().is_set() => {
            Planned::Unknown
        }
        (false, Planned::Absent) => Planned::Known(1),
        (false, nodes) => nodes,
    }
}

fn group(group: Resource<'_>) -> Zonal<'_> {
    let placement = placement(group, &["preferred_cache_cluster_azs"]);
    let flag = |argument: &str| group.at(argument).bool().or(false);
    let (failover, apart) = (flag("automatic_failover_enabled"), flag("multi_az_enabled"));
    let nodes = nodes_of_shard(group);
    let standby = if apart == Planned::Known(true) { "Multi-AZ" } else { "no standby" };
    let details = [details(group, nodes), vec![standby.to_owned()]].concat();
    if nodes == Planned::Known(1) {
        let what = "each shard has one node, and no replica";
        return Zonal::one(group, "ElastiCache", what, placement).with_details(details);
    }
    let alone = placement.alone();
    let (judged, single) = (placement.clone(), alone.clone());
    let impact = move |lost: &[&str]| {
        let zones = judged.zones();
        let left: Vec<_> = zones.iter().copied().filter(|zone| !lost.contains(zone)).collect();
        match (&single, failover, apart, nodes) {
            (Some(alone), ..) => of_one(&judged, &format!("the group {alone}"), lost),
            _ if judged.incomplete.is_none() && left.len() == zones.len() => {
                Impact::Survives("is in none of the lost zones".to_owned())
            }
            (_, Planned::Known(false), ..) => Impact::Unknown(
                "no replica takes over, and AWS chooses in which zone the primary is".to_owned(),
            ),
            (_, _, Planned::Known(false), _) => {
                Impact::Unknown("its replicas may all be in the zone of the primary".to_owned())
            }
            (_, Planned::Unknown, ..) | (_, _, Planned::Unknown, _) => {
                Impact::Unknown("whether it fails over is known only after the apply".to_owned())
            }
            (.., Planned::Unknown | Planned::Absent) => {
                Impact::Unknown("how many replicas it has the plan does not show".to_owned())
            }
            _ if judged.incomplete.is_some() && lost.len() > 1 => Impact::Unknown(format!(
                "in which zones its nodes are is not known{}",
                because(&judged)
            )),
            _ if judged.incomplete.is_none() && left.is_empty() => {
                Impact::Lost(format!("is only in {}", list(zones)))
            }
            _ if lost.len() > 1 => {
                Impact::Unknown("whether a node is left in another zone is AWS's choice".to_owned())
            }
            _ => Impact::Survives("a replica in another zone takes over".to_owned()),
        }
    };
    Zonal::new(group, "ElastiCache", placement, alone, impact).with_details(details)
}
