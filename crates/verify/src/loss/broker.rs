//! Brokers: Amazon MSK and Amazon MQ.
//! Source: Amazon MSK Developer Guide, "Default MSK configuration"; Amazon MQ Developer Guide,
//! "Deployment options".

use super::impact::Impact;
use super::zonal::{Zonal, in_all, of_one, of_spread};
use crate::aws::network::{ZonePlacement, list};
use crate::{Inventory, Planned, Resource};

/// Every cluster and broker.
pub fn all(inventory: &Inventory) -> Vec<Zonal<'_>> {
    inventory
        .all("aws_msk_cluster")
        .map(kafka)
        .chain(inventory.all("aws_mq_broker").map(broker))
        .collect()
}

/// The brokers of Kafka are spread evenly over the subnets. Topics have as many replicas as MSK's
/// default says, unless a configuration of your own says otherwise.
fn kafka(cluster: Resource<'_>) -> Zonal<'_> {
    let placement = ZonePlacement::of(&cluster.at("broker_node_group_info.0.client_subnets"));
    let brokers = cluster
        .at("number_of_broker_nodes")
        .number()
        .map(|count| count.clamp(0.0, f64::from(u16::MAX)) as u32);
    let is_own = cluster.at("configuration_info.0.arn").value().is_set();
    let details = brokers.known().map(|brokers| in_all(brokers, "broker")).into_iter().collect();
    let (alone, judged) = (placement.alone(), placement.clone());
    let single = alone.clone();
    let impact = move |lost: &[&str]| match (of_spread(&judged, brokers, "broker", lost), &single) {
        (Impact::Unknown(_), Some(alone)) => of_one(&judged, &format!("the cluster {alone}"), lost),
        (Impact::Degraded(why), _) if is_own => Impact::Unknown(format!(
            "{why}; how many replicas its topics have is set in a separate configuration"
        )),
        (Impact::Degraded(why), _) if lost.len() > 1 => Impact::Unknown(format!(
            "{why}; whether a replica of each topic is left is Kafka's choice"
        )),
        (impact, _) => impact,
    };
    Zonal::new(cluster, "MSK cluster", placement, alone, impact).with_details(details)
}

fn broker(broker: Resource<'_>) -> Zonal<'_> {
    let placement = ZonePlacement::of(&broker.at("subnet_ids"));
    let mode = broker.at("deployment_mode").string().or("SINGLE_INSTANCE");
    let class = broker.at("host_instance_type").string().known().map(str::to_owned);
    let details = class.into_iter().collect();
    if mode == Planned::Known("SINGLE_INSTANCE") {
        let placement = placement.or(|| ZonePlacement {
            incomplete: Some("it is given no subnet, so AWS chooses its zone".to_owned()),
            ..ZonePlacement::default()
        });
        return Zonal::one(broker, "Amazon MQ broker", "one instance, and no standby", placement)
            .with_details(details);
    }
    let (alone, judged) = (placement.alone(), placement.clone());
    let single = alone.clone();
    let impact = move |lost: &[&str]| {
        let zones = judged.zones();
        match (&single, mode) {
            (Some(alone), _) => of_one(&judged, &format!("the broker {alone}"), lost),
            (_, Planned::Unknown) => {
                Impact::Unknown("how it is deployed is known only after the apply".to_owned())
            }
            _ if judged.incomplete.is_none()
                && zones.iter().all(|zone| !lost.contains(zone))
                && !zones.is_empty() =>
            {
                Impact::Survives("is in none of the lost zones".to_owned())
            }
            _ if judged.incomplete.is_none()
                && !zones.is_empty()
                && zones.iter().all(|zone| lost.contains(zone)) =>
            {
                Impact::Lost(format!("is only in {}", list(zones)))
            }
            _ if lost.len() > 1 => {
                Impact::Unknown("whether an instance is left is AWS's choice".to_owned())
            }
            _ => Impact::Survives("an instance in another zone goes on".to_owned()),
        }
    };
    Zonal::new(broker, "Amazon MQ broker", placement, alone, impact).with_details(details)
}
