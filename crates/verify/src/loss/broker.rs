//! Brokers: Amazon MSK and Amazon MQ.
//! Source: Amazon MSK Developer Guide, "Default MSK configuration"; Amazon MQ Developer Guide, "Deployment options".

use super::fate::Fate;
use super::zonal::{Zonal, in_all, of_one, of_spread};
use crate::aws::network::{Standing, list};
use crate::{Inventory, Planned, Resource};

/// Every cluster and broker.
pub fn all(inventory: &Inventory) -> Vec<Zonal<'_>> {
    inventory.all("aws_msk_cluster").map(kafka).chain(inventory.all("aws_mq_broker").map(broker)).collect()
}

/// The brokers of Kafka are spread evenly over the subnets. Topics have as many replicas as MSK's default says, unless a
/// configuration of one's own says otherwise.
fn kafka(cluster: Resource<'_>) -> Zonal<'_> {
    let standing = Standing::of(&cluster.at("broker_node_group_info.0.client_subnets"));
    let brokers =
        cluster.at("number_of_broker_nodes").number().map(|count| count.clamp(0.0, f64::from(u16::MAX)) as u32);
    let is_own = cluster.at("configuration_info.0.arn").value().is_set();
    let details = brokers.known().map(|brokers| in_all(brokers, "broker")).into_iter().collect();
    let (alone, judged) = (standing.alone(), standing.clone());
    let single = alone.clone();
    let fate = move |lost: &[&str]| match (of_spread(&judged, brokers, "broker", lost), &single) {
        (Fate::Unknown(_), Some(alone)) => of_one(&judged, &format!("the cluster {alone}"), lost),
        (Fate::Degraded(why), _) if is_own => {
            Fate::Unknown(format!("{why}; how many replicas its topics have is set in a separate configuration"))
        }
        (Fate::Degraded(why), _) if lost.len() > 1 => {
            Fate::Unknown(format!("{why}; whether a replica of each topic is left is Kafka's choice"))
        }
        (fate, _) => fate,
    };
    Zonal::new(cluster, "MSK cluster", standing, alone, fate).with_details(details)
}

fn broker(broker: Resource<'_>) -> Zonal<'_> {
    let standing = Standing::of(&broker.at("subnet_ids"));
    let mode = broker.at("deployment_mode").text().or("SINGLE_INSTANCE");
    let class = broker.at("host_instance_type").text().known().map(str::to_owned);
    let details = class.into_iter().collect();
    if mode == Planned::Known("SINGLE_INSTANCE") {
        let standing = standing.or(|| Standing {
            open: Some("it is given no subnet, so AWS chooses its zone".to_owned()),
            ..Standing::default()
        });
        return Zonal::one(broker, "Amazon MQ broker", "one instance, and no standby", standing).with_details(details);
    }
    let (alone, judged) = (standing.alone(), standing.clone());
    let single = alone.clone();
    let fate = move |lost: &[&str]| {
        let zones = judged.zones();
        match (&single, mode) {
            (Some(alone), _) => of_one(&judged, &format!("the broker {alone}"), lost),
            (_, Planned::Unknown) => Fate::Unknown("how it is deployed is known only after the apply".to_owned()),
            _ if judged.open.is_none() && zones.iter().all(|zone| !lost.contains(zone)) && !zones.is_empty() => {
                Fate::Survives("is in none of the lost zones".to_owned())
            }
            _ if judged.open.is_none() && !zones.is_empty() && zones.iter().all(|zone| lost.contains(zone)) => {
                Fate::Lost(format!("is only in {}", list(zones)))
            }
            _ if lost.len() > 1 => Fate::Unknown("whether an instance is left is AWS's choice".to_owned()),
            _ => Fate::Survives("an instance in another zone goes on".to_owned()),
        }
    };
    Zonal::new(broker, "Amazon MQ broker", standing, alone, fate).with_details(details)
}
