//! OpenSearch and Elasticsearch domains: zone awareness, and whether a quorum is left.
//! Source: Amazon OpenSearch Service Developer Guide, "Configuring a multi-AZ domain".

use super::fate::Fate;
use super::zonal::{Zonal, in_all, of_one};
use crate::aws::network::Standing;
use crate::{Inventory, Planned, Resource};

/// Every domain.
pub fn all(inventory: &Inventory) -> Vec<Zonal<'_>> {
    inventory.all_of(&["aws_opensearch_domain", "aws_elasticsearch_domain"]).map(domain).collect()
}

fn domain(domain: Resource<'_>) -> Zonal<'_> {
    let title = if domain.kind() == "aws_opensearch_domain" { "OpenSearch" } else { "Elasticsearch" };
    let config = domain.at("cluster_config.0");
    let nodes = config.at("instance_count").number().or(1.0).map(|count| count.clamp(0.0, f64::from(u16::MAX)) as u32);
    let aware = config.at("zone_awareness_enabled").flag().or(false);
    let spread = config.at("zone_awareness_config.0.availability_zone_count").number().or(2.0).known().unwrap_or(2.0);
    let standby = config.at("multi_az_with_standby_enabled").flag() == Planned::Known(true);
    let subnets = domain.at("vpc_options.0.subnet_ids");
    let standing = Standing::of(&subnets)
        .or(|| Standing { open: Some("outside of a VPC AWS chooses the zones".to_owned()), ..Standing::default() });
    let details = nodes.known().map(|nodes| in_all(nodes, "node")).into_iter().collect();
    if nodes == Planned::Known(1) || aware == Planned::Known(false) {
        let what =
            if nodes == Planned::Known(1) { "one data node" } else { "no zone awareness, so one zone has all nodes" };
        return Zonal::one(domain, title, what, standing).with_details(details);
    }
    let (alone, judged) = (standing.alone(), standing.clone());
    let single = alone.clone();
    let fate = move |lost: &[&str]| {
        let zones = judged.zones();
        let gone = zones.iter().filter(|zone| lost.contains(zone)).count();
        match (&single, aware) {
            (Some(alone), _) => of_one(&judged, &format!("the domain {alone}"), lost),
            (_, Planned::Unknown) => {
                Fate::Unknown("whether it is aware of zones is known only after the apply".to_owned())
            }
            _ if judged.open.is_none() && gone == 0 => Fate::Survives("is in none of the lost zones".to_owned()),
            _ if lost.len() > 1 && (gone > 1 || judged.open.is_some()) => {
                Fate::Lost("of its zones no majority is left".to_owned())
            }
            _ if standby => Fate::Survives("the standby zone takes over".to_owned()),
            _ if spread >= 3.0 => {
                Fate::Degraded("two of three zones are left, with the replicas that each index has".to_owned())
            }
            _ => Fate::Unknown(
                "of two zones one is left, and whether its nodes are a majority is AWS's choice".to_owned(),
            ),
        }
    };
    Zonal::new(domain, title, standing, alone, fate).with_details(details)
}
