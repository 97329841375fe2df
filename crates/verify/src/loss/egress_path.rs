//! [`EgressPath`]: an egress path of a subnet that depends, or may depend, on another zone than its
//! own.

use super::impact::Impact;
use crate::Inventory;
use crate::aws::network::{Egress, Follow, Subnet};

/// The way out of a subnet that leads through another zone, or through one that is not known.
#[derive(Debug)]
pub struct EgressPath<'a> {
    /// The subnet.
    pub subnet: Subnet<'a>,
    /// The zone of the subnet.
    pub zone: &'a str,
    through: Through<'a>,
}

#[derive(Debug)]
enum Through<'a> {
    Zone(String, &'a str),
    Unknown(String),
}

impl<'a> EgressPath<'a> {
    /// Every one of them. A subnet whose way out is in its own zone is lost with it, and needs no
    /// row.
    pub fn all(inventory: &'a Inventory) -> Vec<Self> {
        Subnet::all(inventory).filter_map(Self::of).collect()
    }

    fn of(subnet: Subnet<'a>) -> Option<Self> {
        let zone = subnet.zone()?;
        let hops = Egress::hops(subnet, Follow::Proven);
        let crossing = hops.iter().filter_map(Egress::zonal).find_map(|hop| {
            let there = hop.zone.filter(|there| *there != zone)?;
            Some(Through::Zone(hop.name(), there))
        });
        let doubt = || {
            let doubt = hops.first()?.doubt()?;
            let is_drawn =
                hops[0].zonal().is_some() || subnet.egress(Follow::Assumed).zonal().is_some();
            is_drawn.then_some(Through::Unknown(doubt))
        };
        let through = crossing.or_else(doubt)?;
        Some(Self { subnet, zone, through })
    }

    /// The impact on it.
    pub fn impact(&self, lost: &[&str]) -> Impact {
        match &self.through {
            _ if lost.contains(&self.zone) => {
                Impact::Survives("nothing is left in the subnet that would need it".to_owned())
            }
            Through::Zone(hop, there) if lost.contains(there) => {
                Impact::Degraded(format!("has no way out, which leads through {hop} in {there}"))
            }
            Through::Zone(hop, _) => Impact::Survives(format!("leaves through {hop}")),
            Through::Unknown(doubt) => Impact::Unknown(doubt.clone()),
        }
    }
}
