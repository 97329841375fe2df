//! EBS volumes.

use std::collections::HashSet;

use super::zonal::Zonal;
use crate::aws::network::ZonePlacement;
use crate::{Inventory, Resource};

/// The volumes that are attached to no instance of the plan: the others are lost with theirs, and
/// so is their row.
pub fn all(inventory: &Inventory) -> Vec<Zonal<'_>> {
    let attachments = inventory.all("aws_volume_attachment");
    let attached: HashSet<Resource> = attachments
        .filter(|attachment| !attachment.at("instance_id").links("aws_instance").links.is_empty())
        .flat_map(|attachment| attachment.at("volume_id").links("aws_ebs_volume").links)
        .map(|link| link.resource)
        .collect();
    let volumes = inventory.all("aws_ebs_volume").filter(|volume| !attached.contains(volume));
    volumes
        .map(|volume| {
            let size = volume.at("size").number().known().map(|size| format!("{size} GiB"));
            let placement = ZonePlacement::of_zones(&volume.at("availability_zone"));
            let what = "a volume is in one zone, and a snapshot is what is left of it";
            Zonal::one(volume, "EBS volume", what, placement)
                .with_details(size.into_iter().collect())
        })
        .collect()
}
