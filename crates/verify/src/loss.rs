//! [`Loss`]: what is left of a stack when zones are lost, computed for each zone and for each pair.

mod alarms;
mod database;
mod fate;
mod service;
mod spread;
mod way_out;

use std::collections::BTreeSet;

pub use alarms::raised;
pub use database::{Cluster, Instance};
pub use fate::Fate;
pub use service::{Service, Target, Tasks, scalable_target, survivors};
pub use spread::Spread;
pub use way_out::WayOut;

use super::aws::network::zone_of;
use super::{Inventory, Resource};

/// With more zones than this no pairs are computed, which grow with their square; four regions have no more.
const MAX_PAIRED_ZONES: usize = 16;

/// With more zones than this nothing is computed: no stack stands in so many, only a plan that is made to take long.
const MAX_ZONES: usize = 64;

/// What is left of a stack, for each loss.
#[derive(Debug)]
pub struct Loss<'a> {
    /// The zones in which anything stands.
    pub zones: Vec<&'a str>,
    /// Each zone, then each pair.
    pub cases: Vec<Case<'a>>,
    /// Everything that stands in zones, with its fate in each case.
    pub rows: Vec<Row<'a>>,
}

/// One loss.
#[derive(Debug, Clone)]
pub struct Case<'a> {
    /// The zones that are lost.
    pub lost: Vec<&'a str>,
    /// The alarms it raises.
    pub alarms: Vec<Resource<'a>>,
}

/// Something that stands in zones.
#[derive(Debug)]
pub struct Row<'a> {
    /// The resource.
    pub resource: Resource<'a>,
    /// Its zones.
    pub zones: BTreeSet<&'a str>,
    /// Its fate in each case, in their order.
    pub fates: Vec<Fate>,
}

impl<'a> Loss<'a> {
    /// Of a stack.
    pub fn of(inventory: &'a Inventory) -> Self {
        let zones: Vec<&str> = ["aws_subnet", "aws_rds_cluster_instance", "aws_db_instance", "aws_instance"]
            .iter()
            .flat_map(|kind| inventory.all(kind).filter_map(zone_of))
            .collect::<BTreeSet<_>>()
            .into_iter()
            .collect();
        let lost = losses(&zones);
        Self::in_cases(inventory, zones, lost)
    }

    /// Of a stack that loses these zones at once: one case.
    pub fn when(inventory: &'a Inventory, lost: &[&'a str]) -> Self {
        Self::in_cases(inventory, lost.to_vec(), vec![lost.to_vec()])
    }

    fn in_cases(inventory: &'a Inventory, zones: Vec<&'a str>, lost: Vec<Vec<&'a str>>) -> Self {
        let rows = rows(inventory, &lost);
        let cases = lost.into_iter().map(|lost| Case { alarms: raised(inventory, &lost), lost }).collect();
        Self { zones, cases, rows }
    }

    /// The worst fate of anything in a case; survival where nothing stands in zones.
    pub fn verdict(&self, case: usize) -> &'static str {
        let fates = self.rows.iter().filter_map(|row| row.fates.get(case));
        fates.max_by_key(|fate| fate.rank()).map_or("survives", Fate::word)
    }
}

/// Each zone, then each pair.
fn losses<'a>(zones: &[&'a str]) -> Vec<Vec<&'a str>> {
    if zones.len() > MAX_ZONES {
        return Vec::new();
    }
    let single = zones.iter().map(|zone| vec![*zone]);
    let paired = if zones.len() > MAX_PAIRED_ZONES { &[] } else { zones };
    let pairs =
        paired.iter().enumerate().flat_map(|(place, zone)| paired[place + 1..].iter().map(|other| vec![*zone, *other]));
    single.chain(pairs).collect()
}

fn rows<'a>(inventory: &'a Inventory, losses: &[Vec<&'a str>]) -> Vec<Row<'a>> {
    let mut rows = Vec::new();
    let mut add = |resource, zones, fate: &dyn Fn(&[&str]) -> Fate| {
        rows.push(Row { resource, zones, fates: losses.iter().map(|lost| fate(lost)).collect() });
    };
    for spread in Spread::all(inventory) {
        add(spread.resource, spread.standing.zones(), &|lost| spread.fate(lost));
    }
    for way in WayOut::all(inventory) {
        add(way.subnet.0, [way.zone].into(), &|lost| way.fate(lost));
    }
    for service in Service::all(inventory) {
        add(service.resource, service.standing.zones(), &|lost| service.fate(lost));
    }
    for cluster in Cluster::all(inventory) {
        let zones = cluster.instances.iter().filter_map(|instance| instance.zone).collect();
        add(cluster.resource, zones, &|lost| cluster.fate(lost));
    }
    for instance in inventory.all("aws_db_instance") {
        add(instance, zone_of(instance).into_iter().collect(), &|lost| database::instance_fate(instance, lost));
    }
    rows
}
