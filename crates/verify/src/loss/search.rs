//! OpenSearch and Elasticsearch domains: zone awareness, and whether a quorum is left.
//! Source: Amazon OpenSearch Service Developer Guide, "Configuring a multi-AZ domain".

use super::impact::Impact;
use super::zonal::{Zonal, in_all, of_one};
use crate::aws::network::ZonePlacement;
use crate::{Inventory, Planned, Resource};

/// Every domain.
pub fn all(inventory: &Inventory) -> Vec<Zonal<'_>> {
    inventory.all_of(&["aws_opensearch_domain", "aws_elasticsearch_domain"]).map(domain).collect()
}

fn domain(domain: Resource<'_>) -> Zonal<'_> {
    let title =
        if domain.kind() == "aws_opensearch_domain" { "OpenSearch" } else { "Elasticsearch" };
    let config = domain.at("cluster_config.0");
    let nodes = config
        .at("instance_count")
        .number()
        .or(1.0)
        .map(|count| count.clamp(0.0, f64::from(u16::MAX)) as u32);
    let aware = config.at("zone_awareness_enabled").bool().or(false);
    let spread = config
        .at("zone_awareness_config.0.availability_zone_count")
        .number()
        .or(2.0)
        .known()
        .unwrap_or(2.0);
    let standby = config.at("multi_az_with_standby_enabled").bool() == Planned::Known(true);
    let subnets = domain.at("vpc_options.0.subnet_ids");
    let placement = ZonePlacement::of(&subnets).or(|| ZonePlacement {
        incomplete: Some("outside of a VPC AWS chooses the zones".to_owned()),
        ..ZonePlacement::default()
    });
    let details = nodes.known().map(|nodes| in_all(nodes, "node")).into_iter().collect();
    if nodes == Planned::Known(1) || aware == Planned::Known(false) {
        let what = if nodes == Planned::Known(1) {
            "one data node"
        } else {
            "no zone awareness, so one zone has all nodes"
        };
        return Zonal::one(domain, title, what, placement).with_details(details);
    }
    let (alone, judged) = (placement.alone(), placement.clone());
    let single = alone.clone();
    let impact = move |lost: &[&str]| {
        let zones = judged.zones();
        let gone = zones.iter().filter(|zone| lost.contains(zone)).count();
        match (&single, aware) {
            (Some(alone), _) => of_one(&judged, &format!("the domain {alone}"), lost),
            (_, Planned::Unknown) => Impact::Unknown(
                "whether it is aware of zones is known only after the apply".to_owned(),
            ),
            _ if judged.incomplete.is_none() && gone == 0 => {
                Impact::Survives("is in none of the lost zones".to_owned())
            }
            _ if lost.len() > 1 && (gone > 1 || judged.incomplete.is_some()) => {
                Impact::Lost("of its zones no majority is left".to_owned())
            }
            _ if standby => Impact::Survives("the standby zone takes over".to_owned()),
            _ if spread >= 3.0 => Impact::Degraded(
                "two of three zones are left, with the replicas that each index has".to_owned(),
            ),
            _ => Impact::Unknown(
                "of two zones one is left, and whether its nodes are a majority is AWS's choice"
                    .to_owned(),
            ),
        }
    };
    Zonal::new(domain, title, placement, alone, impact).with_details(details)
}
