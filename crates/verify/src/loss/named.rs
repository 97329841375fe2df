//! Resources that are in zones and not modelled: the impact on each is unknown, and the report
//! names them.

use super::impact::Impact;
use super::zonal::{Zonal, because};
use crate::Inventory;
use crate::aws::network::list;
use crate::aws::zonal::table;

/// Everything of this kind.
pub fn all(inventory: &Inventory) -> Vec<Zonal<'_>> {
    let mut all = Vec::new();
    for (kind, zonal) in &table().named {
        for resource in inventory.all(kind) {
            let Some(placement) = zonal.placement(resource) else { continue };
            let judged = placement.clone();
            let impact = move |lost: &[&str]| {
                let zones = judged.zones();
                let is_hit = zones.iter().any(|zone| lost.contains(zone));
                if judged.incomplete.is_none() && !zones.is_empty() && !is_hit {
                    return Impact::Survives("is in none of the lost zones".to_owned());
                }
                let placement = match (judged.alone(), zones.is_empty()) {
                    (Some(alone), _) => format!("it {alone}"),
                    (None, false) => format!("it is in {}", list(zones)),
                    (None, true) => format!("its zones are not known{}", because(&judged)),
                };
                Impact::Unknown(format!("paytf does not model {kind}; {placement}"))
            };
            all.push(Zonal::new(resource, &zonal.title, placement, None, impact));
        }
    }
    all
}
