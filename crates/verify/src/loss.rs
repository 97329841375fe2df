//! [`ZoneLossAnalysis`]: what is left of a stack when zones are lost, computed for each zone and
//! for each pair.

mod alarms;
mod all;
mod broker;
mod cache;
mod database;
mod egress_path;
mod file_system;
mod impact;
mod instance;
mod machine_group;
mod named;
mod scaling;
mod search;
mod service;
mod spread;
mod volume;
mod zonal;

use std::collections::BTreeSet;

use alarms::Watch;
pub use alarms::raised;
pub use cache::nodes_of_shard;
pub use database::{Cluster, Instance, instances_elsewhere, is_replica, why_elsewhere};
pub use egress_path::EgressPath;
pub use impact::Impact;
pub use machine_group::{node_groups, of_scaling_group};
pub use scaling::{Target, scalable_target};
pub use service::{Service, Tasks};
pub use spread::{egress_paths, of_kind};
pub use zonal::{Zonal, survivors};

use super::aws::network::{Subnet, region_of};
use super::{Inventory, Resource};

/// With more zones than this no pairs are computed, which grow with their square; four regions have
/// no more.
const MAX_PAIRED_ZONES: usize = 16;

/// With more zones than this nothing is computed: no stack is in so many, only a plan that is made
/// to take long.
const MAX_ZONES: usize = 64;

/// What is left of a stack, for each loss.
#[derive(Debug)]
pub struct ZoneLossAnalysis<'a> {
    /// The zones in which anything is.
    pub zones: Vec<&'a str>,
    /// Each zone, then each pair.
    pub cases: Vec<Case<'a>>,
    /// Everything that is in zones, with its impact in each case.
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

/// Something that is in zones.
#[derive(Debug)]
pub struct Row<'a> {
    /// The resource.
    pub resource: Resource<'a>,
    /// Its zones.
    pub zones: BTreeSet<&'a str>,
    /// Its impact in each case, in their order.
    pub impacts: Vec<Impact>,
}

impl<'a> ZoneLossAnalysis<'a> {
    /// Analyses the zones of a stack.
    pub fn of(inventory: &'a Inventory) -> Self {
        let all = Zonal::all(inventory);
        let subnets = Subnet::all(inventory).filter_map(Subnet::zone);
        let zones: BTreeSet<_> =
            subnets.chain(all.iter().flat_map(|zonal| zonal.zones.iter().copied())).collect();
        let zones: Vec<_> = zones.into_iter().collect();
        let lost = losses(&zones);
        Self::in_cases(inventory, &all, zones, lost)
    }

    /// Of a stack that loses these zones at once: one case.
    pub fn when(inventory: &'a Inventory, lost: &[&'a str]) -> Self {
        Self::in_cases(inventory, &Zonal::all(inventory), lost.to_vec(), vec![lost.to_vec()])
    }

    fn in_cases(
        inventory: &'a Inventory,
        all: &[Zonal<'a>],
        zones: Vec<&'a str>,
        lost: Vec<Vec<&'a str>>,
    ) -> Self {
        let rows = rows(inventory, all, &lost);
        let watch = Watch::of(inventory);
        let cases =
            lost.into_iter().map(|lost| Case { alarms: watch.raised(&lost), lost }).collect();
        Self { zones, cases, rows }
    }

    /// The worst impact of anything in a case; survival where nothing is in zones.
    pub fn verdict(&self, case: usize) -> &'static str {
        let impacts = self.rows.iter().filter_map(|row| row.impacts.get(case));
        impacts.max_by_key(|impact| impact.rank()).map_or("survives", Impact::word)
    }
}

/// Each zone, then each pair.
fn losses<'a>(zones: &[&'a str]) -> Vec<Vec<&'a str>> {
    if zones.len() > MAX_ZONES {
        return Vec::new();
    }
    let single = zones.iter().map(|zone| vec![*zone]);
    let paired = if zones.len() > MAX_PAIRED_ZONES { &[] } else { zones };
    let pairs = paired.iter().enumerate().flat_map(|(place, zone)| {
        // What two regions lose at once has no cause in common.
        let others = paired[place + 1..].iter().filter(|other| region_of(other) == region_of(zone));
        others.map(|other| vec![*zone, *other])
    });
    single.chain(pairs).collect()
}

fn rows<'a>(inventory: &'a Inventory, all: &[Zonal<'a>], losses: &[Vec<&'a str>]) -> Vec<Row<'a>> {
    let impacts =
        |impact: &dyn Fn(&[&str]) -> Impact| losses.iter().map(|lost| impact(lost)).collect();
    let ways = EgressPath::all(inventory);
    let ways = ways.iter().map(|way| {
        let impacts = impacts(&|lost| way.impact(lost));
        Row { resource: way.subnet.0, zones: [way.zone].into(), impacts }
    });
    let things = all.iter().map(|zonal| {
        let impacts = impacts(&|lost| zonal.impact(lost));
        Row { resource: zonal.resource, zones: zonal.zones.clone(), impacts }
    });
    ways.chain(things).collect()
}
