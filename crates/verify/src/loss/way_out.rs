//! [`WayOut`]: the way out of a subnet that hangs on another zone than its own, or may.

use super::egress::Egress;
use super::fate::Fate;
use super::standing::zone_of;
use crate::{Inventory, Resource};

/// The way out of a subnet whose NAT gateway stands in another zone, or in one that is not known.
#[derive(Debug)]
pub struct WayOut<'a> {
    /// The subnet.
    pub subnet: Resource<'a>,
    /// The zone of the subnet.
    pub zone: &'a str,
    nat: Nat<'a>,
}

#[derive(Debug)]
enum Nat<'a> {
    InZone(Resource<'a>, &'a str),
    Unknown(String),
}

impl<'a> WayOut<'a> {
    /// Everyone of them. A subnet whose way out stands in its own zone is lost with it, and needs no row.
    pub fn all(inventory: &'a Inventory) -> Vec<Self> {
        inventory.all("aws_subnet").filter_map(Self::of).collect()
    }

    fn of(subnet: Resource<'a>) -> Option<Self> {
        let zone = zone_of(subnet)?;
        let egress = Egress::of(subnet);
        let nat = match (egress.doubt(), egress) {
            (None, Egress::Nat { zone: Some(there), gateway, .. }) if there != zone => Nat::InZone(gateway, there),
            (Some(doubt), _) if Egress::drawn(subnet).is_by_nat() => Nat::Unknown(doubt),
            _ => return None,
        };
        Some(Self { subnet, zone, nat })
    }

    /// What becomes of it.
    pub fn fate(&self, lost: &[&str]) -> Fate {
        match &self.nat {
            _ if lost.contains(&self.zone) => {
                Fate::Survives("nothing is left in the subnet that would need it".to_owned())
            }
            Nat::InZone(gateway, there) if lost.contains(there) => {
                Fate::Degraded(format!("has no way out, which leads through {} in {there}", gateway.address()))
            }
            Nat::InZone(gateway, _) => Fate::Survives(format!("leaves through {}", gateway.address())),
            Nat::Unknown(doubt) => Fate::Unknown(doubt.clone()),
        }
    }
}
