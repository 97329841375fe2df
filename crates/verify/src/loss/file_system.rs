//! EFS: a file system of one zone, and one that is reached by mount targets of one zone.
//! Source: Amazon EFS User Guide, "EFS file system types" and "Managing mount targets".

use super::impact::Impact;
use super::zonal::{Zonal, of_one};
use crate::aws::network::{ZonePlacement, list};
use crate::{Inventory, Planned, Resource};

/// Every file system that is in a zone, or that is reached in zones.
pub fn all(inventory: &Inventory) -> Vec<Zonal<'_>> {
    let own = inventory.all("aws_efs_file_system").filter_map(file_system);
    own.chain(elsewhere(inventory)).collect()
}

fn file_system(system: Resource<'_>) -> Option<Zonal<'_>> {
    let zone = ZonePlacement::of_zones(&system.at("availability_zone_name"));
    if !zone.is_empty() {
        return Some(Zonal::one(system, "EFS One Zone", "a file system of one zone", zone));
    }
    let mut targets = Vec::new();
    targets.extend(system.inventory().referrers(system, "aws_efs_mount_target", "file_system_id"));
    // Nobody mounts it in this plan: it is kept in every zone of the region.
    (!targets.is_empty()).then(|| reached(system, &targets))
}

/// A file system that is reached by mount targets.
fn reached<'a>(resource: Resource<'a>, targets: &[Resource<'a>]) -> Zonal<'a> {
    let placement = ZonePlacement::of_each(targets.iter().map(|target| target.at("subnet_id")));
    let (alone, judged) = (placement.alone(), placement.clone());
    let alone = alone.map(|_| match targets.len() {
        1 => "it is mounted through one mount target".to_owned(),
        _ => "all its mount targets are in one zone".to_owned(),
    });
    let single = alone.clone();
    let impact = move |lost: &[&str]| {
        let zones = judged.zones();
        let left: Vec<_> = zones.iter().copied().filter(|zone| !lost.contains(zone)).collect();
        match &single {
            Some(alone) => of_one(&judged, alone, lost),
            None if left.is_empty() && judged.incomplete.is_some() => {
                Impact::Unknown(judged.incomplete.clone().unwrap_or_default())
            }
            None if left.is_empty() => Impact::Lost(format!("is mounted only in {}", list(zones))),
            None if left.len() == zones.len() => {
                Impact::Survives("is mounted in none of the lost zones".to_owned())
            }
            None => Impact::Survives(format!("is mounted in {}", list(left))),
        }
    };
    Zonal::new(resource, "EFS file system", placement, alone, impact)
}

/// Mount targets of a file system that is not part of the plan, as one for each file system.
fn elsewhere(inventory: &Inventory) -> Vec<Zonal<'_>> {
    let mut by_system: Vec<(String, Vec<Resource>)> = Vec::new();
    for target in inventory.all("aws_efs_mount_target") {
        let place = target.at("file_system_id");
        let own = place.links("aws_efs_file_system");
        if own.resources().any(|system| !system.is_data()) {
            continue;
        }
        let key = match place.string() {
            Planned::Known(id) => id.to_owned(),
            _ => format!("{}.{}", target.module(), target.name()),
        };
        match by_system.iter_mut().find(|(known, _)| *known == key) {
            Some((_, targets)) => targets.push(target),
            None => by_system.push((key, vec![target])),
        }
    }
    by_system.into_iter().map(|(_, targets)| reached(targets[0], &targets)).collect()
}
