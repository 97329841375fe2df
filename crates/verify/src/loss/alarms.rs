//! The alarms that the loss of zones raises, as far as the plan tells what their metrics will be.

use super::database::Cluster;
use super::service::{Service, survivors};
use crate::{Inventory, Planned, Resource};

/// The alarms that a loss raises.
pub fn raised<'a>(inventory: &'a Inventory, lost: &[&str]) -> Vec<Resource<'a>> {
    let services: Vec<_> = Service::all(inventory).collect();
    let left: Option<u32> = services.iter().filter_map(|service| tasks_left(service, lost)).min();
    let readers_left = Cluster::all(inventory).all(|cluster| {
        cluster.instances.iter().filter(|instance| instance.zone.is_some_and(|zone| !lost.contains(&zone))).count() > 1
    });
    inventory.all("aws_cloudwatch_metric_alarm").filter(|alarm| is_raised(*alarm, lost, left, readers_left)).collect()
}

/// Tasks left of the fewest that a service has; `None` where no task is lost.
fn tasks_left(service: &Service, lost: &[&str]) -> Option<u32> {
    let zones = service.standing.zones();
    let gone = zones.iter().filter(|zone| lost.contains(zone)).count();
    let fewest = *service.counts().first()?;
    (gone > 0).then(|| survivors(fewest, zones.len(), gone))
}

fn is_raised(alarm: Resource, lost: &[&str], left: Option<u32>, readers_left: bool) -> bool {
    let Planned::Known(metric) = alarm.at("metric_name").text() else { return false };
    let zone = alarm.at("dimensions.AvailabilityZone").text().known();
    let Some(threshold) = alarm.at("threshold").number().known() else { return false };
    let below = alarm.at("comparison_operator").text().known().is_some_and(|operator| operator.starts_with("LessThan"));
    match (metric, zone) {
        ("HealthyHostCount" | "RunningTaskCount", Some(zone)) => below && lost.contains(&zone),
        ("HealthyHostCount" | "RunningTaskCount", None) => {
            below && left.is_some_and(|left| f64::from(left) < threshold)
        }
        ("UnHealthyHostCount", zone) => left.is_some() && zone.is_none_or(|zone| lost.contains(&zone)),
        ("AuroraReplicaLagMaximum", _) => {
            !readers_left && alarm.at("treat_missing_data").text() == Planned::Known("breaching")
        }
        _ => false,
    }
}
