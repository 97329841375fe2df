//! Aurora clusters and RDS instances: whether an instance is left that can write.

use std::collections::BTreeSet;

use super::impact::Impact;
use super::zonal::{Zonal, because, of_one};
use crate::aws::network::{ZonePlacement, list, region_of, zone_of};
use crate::aws::zonal::of_group;
use crate::{AttributePath, Inventory, Planned, Resource};

/// How long AWS takes for a new instance where no candidate is left.
/// Source: Amazon Aurora User Guide, "High availability for Amazon Aurora": "typically … less than
/// 10 minutes".
const NEW_WRITER: &str = "a new writer has to be created, which takes about ten minutes";

/// A cluster and its instances.
#[derive(Debug)]
pub struct Cluster<'a> {
    /// The cluster.
    pub resource: Resource<'a>,
    /// Its instances.
    pub instances: Vec<Instance<'a>>,
    /// Why it is not certain which they are.
    pub incomplete: Option<String>,
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
        let (instances, incomplete) = resource.inventory().referrers_and_doubt(
            resource,
            "aws_rds_cluster_instance",
            "cluster_identifier",
        );
        let instances = instances.into_iter().map(Instance::of).collect();
        Self { resource, instances, incomplete }
    }

    /// The instance that AWS promotes first among some: the lowest tier, then the largest.
    /// Source: Amazon Aurora User Guide, "Fault tolerance for an Aurora DB cluster".
    pub fn candidate<'c>(
        &self,
        among: impl Iterator<Item = &'c Instance<'a>>,
    ) -> Option<&'c Instance<'a>>
    where
        'a: 'c,
    {
        among.min_by_key(|instance| instance.tier)
    }

    /// The impact on it.
    pub fn impact(&self, lost: &[&str]) -> Impact {
        let zones = self.zones();
        if lost.len() > 1 && !self.is_elsewhere(lost) {
            return Impact::Lost(
                "of Aurora's six copies in three zones two are left, and writes need four; this \
                 is AWS's property, not the stack's"
                    .to_owned(),
            );
        }
        if let Some(incomplete) = &self.incomplete {
            return Impact::Unknown(incomplete.clone());
        }
        if self.instances.is_empty() {
            return Impact::Unknown("its instances are not part of this plan".to_owned());
        }
        let (gone, left): (Vec<_>, Vec<_>) = self
            .instances
            .iter()
            .partition(|instance| instance.zone.is_none_or(|zone| lost.contains(&zone)));
        if gone.iter().any(|instance| instance.zone.is_none()) && left.is_empty() {
            return Impact::Unknown(
                "the zones of the instances are AWS's choice, or known after the apply".to_owned(),
            );
        }
        if zones.is_empty() {
            return Impact::Unknown("in which zones it is is not known".to_owned());
        }
        match (self.candidate(left.iter().copied()), gone.is_empty()) {
            (None, _) => Impact::Lost(format!("no instance is left in another zone; {NEW_WRITER}")),
            (Some(_), true) => Impact::Survives("no instance is in a lost zone".to_owned()),
            (Some(candidate), false) => Self::promoted(candidate, &gone),
        }
    }

    /// The zones of its instances.
    pub fn zones(&self) -> BTreeSet<&'a str> {
        self.instances.iter().filter_map(|instance| instance.zone).collect()
    }

    /// Whether at most one of the lost zones is in its region: its storage has no more than two
    /// copies in one zone.
    fn is_elsewhere(&self, lost: &[&str]) -> bool {
        let regions: BTreeSet<_> = self.zones().into_iter().map(region_of).collect();
        !regions.is_empty()
            && lost.iter().filter(|zone| regions.contains(region_of(zone))).count() < 2
    }

    fn promoted(candidate: &Instance, gone: &[&Instance]) -> Impact {
        let address = candidate.resource.address();
        match gone.iter().find(|instance| instance.class != candidate.class) {
            None => Impact::Survives(format!("{address} is of the same class and takes over")),
            Some(instance) => Impact::Degraded(format!(
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
            class: resource.at("instance_class").string().known(),
            tier: resource
                .at("promotion_tier")
                .number()
                .known()
                .map_or(1, |tier| tier.clamp(0.0, 15.0) as u32),
        }
    }
}

/// Whether a cluster's storage is Aurora's; a Multi-AZ DB cluster of RDS places its three instances
/// itself.
fn is_aurora(cluster: Resource) -> bool {
    let is_multi_az = cluster.at("db_cluster_instance_class").value().is_set();
    !is_multi_az
        && cluster.at("engine").string().known().is_none_or(|engine| engine.starts_with("aurora"))
}

/// On the subnets of a group. Whichever they are, they are in two zones or more: RDS takes no other
/// group. Source: Amazon RDS User Guide, "Working with DB subnet groups": "must have subnets in at
/// least two Availability Zones".
fn of_db_group<'a>(place: &AttributePath<'a>) -> ZonePlacement<'a> {
    ZonePlacement { may_be_fewer: None, ..of_group(place) }
}

/// Every database of RDS.
pub fn all(inventory: &Inventory) -> Vec<Zonal<'_>> {
    let clusters = Cluster::all(inventory).map(|cluster| {
        let placement = of_db_group(&cluster.resource.at("db_subnet_group_name"));
        let (resource, zones) = (cluster.resource, cluster.zones());
        let alone = (cluster.instances.len() == 1 && cluster.incomplete.is_none())
            .then(|| "has a single instance, and no reader that takes over".to_owned());
        Zonal::new(resource, "Aurora cluster", placement, alone, move |lost| cluster.impact(lost))
            .with_zones(zones)
    });
    let multi_az = inventory
        .all("aws_rds_cluster")
        .filter(|cluster| !is_aurora(*cluster))
        .map(multi_az_cluster);
    let elsewhere = instances_elsewhere(inventory).map(instance_elsewhere);
    clusters
        .chain(multi_az)
        .chain(elsewhere)
        .chain(inventory.all("aws_db_instance").map(instance))
        .collect()
}

/// The instances of clusters that are not part of the plan.
pub fn instances_elsewhere(inventory: &Inventory) -> impl Iterator<Item = Resource<'_>> {
    let is_own = |instance: &Resource| {
        let links = instance.at("cluster_identifier").links("aws_rds_cluster");
        links.resources().any(|cluster| !cluster.is_data())
    };
    inventory.all("aws_rds_cluster_instance").filter(move |instance| !is_own(instance))
}

/// Why it is not known whether another instance takes over.
pub fn why_elsewhere(instance: Resource) -> String {
    let links = instance.at("cluster_identifier").links("aws_rds_cluster");
    match links.incomplete.is_empty() {
        true => "its cluster is not part of this plan, nor is what else the cluster has".to_owned(),
        false => format!("the plan does not show of which cluster it is: {}", links.reason()),
    }
}

/// What the loss of an instance makes of a cluster of which it is not known what else it has.
fn instance_elsewhere(instance: Resource<'_>) -> Zonal<'_> {
    let written = ZonePlacement::of_zones(&instance.at("availability_zone"));
    let placement = written.or(|| of_db_group(&instance.at("db_subnet_group_name")));
    let judged = placement.clone();
    let impact = move |lost: &[&str]| match of_one(&judged, "an instance", lost) {
        Impact::Lost(why) => Impact::Unknown(format!("{why}; {}", why_elsewhere(instance))),
        impact => impact,
    };
    Zonal::new(instance, "Aurora instance", placement, None, impact).into_one()
}

/// A Multi-AZ DB cluster: a writer and two readers, which RDS puts into three zones of the subnet
/// group. Source: Amazon RDS User Guide, "Multi-AZ DB cluster deployments".
fn multi_az_cluster(cluster: Resource<'_>) -> Zonal<'_> {
    let placement = of_db_group(&cluster.at("db_subnet_group_name"));
    let (alone, judged) = (placement.alone(), placement.clone());
    let single = alone.clone();
    let impact = move |lost: &[&str]| {
        let zones = judged.zones();
        let gone = zones.iter().filter(|zone| lost.contains(zone)).count();
        match (&single, &judged.incomplete) {
            (Some(alone), _) => of_one(&judged, &format!("the cluster {alone}"), lost),
            (None, None) if gone == 0 => {
                Impact::Survives("is in none of the lost zones".to_owned())
            }
            (None, None) if zones.len() < 3 => Impact::Unknown(format!(
                "RDS puts its three instances into three zones, and its subnet group has {}",
                list(zones.iter().copied())
            )),
            _ if lost.len() == 1 => {
                Impact::Survives("a reader in another zone takes over".to_owned())
            }
            _ => Impact::Unknown(format!(
                "how many of its three instances are left is not known{}",
                because(&judged)
            )),
        }
    };
    let class = cluster.at("db_cluster_instance_class").string().known().map(str::to_owned);
    Zonal::new(cluster, "Multi-AZ DB cluster", placement, alone, impact)
        .with_details(class.into_iter().collect())
}

/// Whether an instance is a read replica, whose loss is not that of its source.
pub fn is_replica(instance: Resource) -> bool {
    instance.at("replicate_source_db").value().is_set()
}

fn instance(instance: Resource<'_>) -> Zonal<'_> {
    let written = ZonePlacement::of_zones(&instance.at("availability_zone"));
    let placement = written.or(|| of_db_group(&instance.at("db_subnet_group_name")));
    let multi_az = instance.at("multi_az").bool().or(false);
    let replica = is_replica(instance);
    let alone = match multi_az {
        Planned::Known(false) if !replica => {
            Some("no standby in another zone takes over".to_owned())
        }
        _ => None,
    };
    let judged = placement.clone();
    let impact = move |lost: &[&str]| match multi_az {
        Planned::Known(true) if lost.len() == 1 => {
            Impact::Survives("its standby in another zone takes over".to_owned())
        }
        Planned::Known(true) => {
            Impact::Unknown("whether the standby is in a lost zone is AWS's choice".to_owned())
        }
        Planned::Unknown => {
            Impact::Unknown("whether it has a standby is known after the apply".to_owned())
        }
        _ => match of_one(&judged, "has no standby in another zone", lost) {
            Impact::Lost(_) if replica => Impact::Degraded(
                "a read replica is lost; its source goes on where it is".to_owned(),
            ),
            impact => impact,
        },
    };
    Zonal::new(instance, "RDS instance", placement, alone, impact).into_one()
}
