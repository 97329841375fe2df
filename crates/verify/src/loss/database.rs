//! Aurora clusters and RDS instances: whether someone is left who can write.

use super::fate::Fate;
use crate::aws::network::zone_of;
use crate::{Inventory, Planned, Resource};

/// How long AWS takes for a new instance where no candidate is left.
/// Source: Amazon Aurora User Guide, "High availability for Amazon Aurora": "typically … less than 10 minutes".
const NEW_WRITER: &str = "a new writer has to be created, which takes about ten minutes";

/// A cluster and its instances.
#[derive(Debug)]
pub struct Cluster<'a> {
    /// The cluster.
    pub resource: Resource<'a>,
    /// Its instances.
    pub instances: Vec<Instance<'a>>,
    /// Why it is not certain which they are.
    pub open: Option<String>,
}

/// An instance of a cluster.
#[derive(Debug)]
pub struct Instance<'a> {
    /// The instance.
    pub resource: Resource<'a>,
    /// Its zone; `None` where AWS chooses one, or where it is known after the apply.
    pub zone: Option<&'a str>,
    /// Its class.
    pub class: Option<&'a str>,
    /// Its place in the order of promotion, 0 first.
    pub tier: u32,
}

impl<'a> Cluster<'a> {
    /// Every Aurora cluster.
    pub fn all(inventory: &'a Inventory) -> impl Iterator<Item = Self> {
        inventory.all("aws_rds_cluster").filter(|cluster| is_aurora(*cluster)).map(Self::of)
    }

    fn of(resource: Resource<'a>) -> Self {
        let (kind, attribute) = ("aws_rds_cluster_instance", "cluster_identifier");
        let instances = resource.inventory().referrers(resource, kind, attribute).into_iter().map(Instance::of);
        let open = resource.inventory().proven_referrers(resource, kind, attribute).err();
        Self { resource, instances: instances.collect(), open }
    }

    /// The instance that AWS promotes first among some: the lowest tier, then the largest.
    /// Source: Amazon Aurora User Guide, "Fault tolerance for an Aurora DB cluster".
    pub fn candidate<'c>(&self, among: impl Iterator<Item = &'c Instance<'a>>) -> Option<&'c Instance<'a>>
    where
        'a: 'c,
    {
        among.min_by_key(|instance| instance.tier)
    }

    /// What becomes of it.
    pub fn fate(&self, lost: &[&str]) -> Fate {
        if lost.len() > 1 {
            return Fate::Lost("of Aurora's six copies in three zones two are left, and writes need four; this is AWS's property, not the stack's".to_owned());
        }
        if let Some(open) = &self.open {
            return Fate::Unknown(open.clone());
        }
        let (gone, left): (Vec<_>, Vec<_>) =
            self.instances.iter().partition(|instance| instance.zone.is_none_or(|zone| lost.contains(&zone)));
        if gone.iter().any(|instance| instance.zone.is_none()) && left.is_empty() {
            return Fate::Unknown("the zones of the instances are AWS's choice, or known after the apply".to_owned());
        }
        match (self.candidate(left.iter().copied()), gone.is_empty()) {
            (None, _) => Fate::Lost(format!("no instance is left in another zone; {NEW_WRITER}")),
            (Some(_), true) => Fate::Survives("no instance stands in a lost zone".to_owned()),
            (Some(candidate), false) => Self::promoted(candidate, &gone),
        }
    }

    fn promoted(candidate: &Instance, gone: &[&Instance]) -> Fate {
        let address = candidate.resource.address();
        match gone.iter().find(|instance| instance.class != candidate.class) {
            None => Fate::Survives(format!("{address} is of the same class and takes over")),
            Some(instance) => Fate::Degraded(format!(
                "{address} takes over with {}, where {} had {}",
                candidate.class.unwrap_or("a class that is not known"),
                instance.resource.address(),
                instance.class.unwrap_or("a class that is not known"),
            )),
        }
    }
}

impl<'a> Instance<'a> {
    fn of(resource: Resource<'a>) -> Self {
        Self {
            resource,
            zone: zone_of(resource),
            class: resource.at("instance_class").text().known(),
            tier: resource.at("promotion_tier").number().known().map_or(1, |tier| tier.clamp(0.0, 15.0) as u32),
        }
    }
}

/// Whether a cluster's storage is Aurora's; a Multi-AZ DB cluster of RDS places its three instances itself.
fn is_aurora(cluster: Resource) -> bool {
    cluster.at("engine").text().known().is_none_or(|engine| engine.starts_with("aurora"))
}

/// What becomes of a single RDS instance.
pub fn instance_fate(instance: Resource, lost: &[&str]) -> Fate {
    let zone = zone_of(instance);
    match (instance.at("multi_az").flag().or(false), zone) {
        (Planned::Known(true), _) if lost.len() == 1 => {
            Fate::Survives("its standby in another zone takes over".to_owned())
        }
        (Planned::Known(true), _) => {
            Fate::Unknown("whether the standby stands in a lost zone is AWS's choice".to_owned())
        }
        (Planned::Unknown, _) => Fate::Unknown("whether it has a standby is known after the apply".to_owned()),
        (_, Some(zone)) if !lost.contains(&zone) => Fate::Survives("stands in none of the lost zones".to_owned()),
        (_, Some(_)) => Fate::Lost("has no standby in another zone".to_owned()),
        (_, None) => Fate::Lost("has no standby in another zone, and may stand in this one".to_owned()),
    }
}
