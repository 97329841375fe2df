//! The resource types that are in availability zones, and how the zones of each are known:
//! `data/zonal.toml`.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;

use super::network::ZonePlacement;
use crate::{AttributePath, Planned, Resource};

const TABLE: &str = include_str!("../../data/zonal.toml");

/// The table. It is held to the provider's schema by a test.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Table {
    /// Types that have their own code in `loss`, each with what it is.
    pub modelled: BTreeMap<String, String>,
    /// Types that have a part in each of their subnets, any of which can do the work of all.
    pub spread: BTreeMap<String, ZonalType>,
    /// Types that are in zones, but are not modelled.
    pub named: BTreeMap<String, ZonalType>,
    /// Types that survive the loss of any zone, each with the reason.
    pub regional: BTreeMap<String, String>,
}

/// How the zones of a type are known.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ZonalType {
    /// What it is, in AWS's words.
    pub title: String,
    #[serde(default)]
    subnets: Vec<String>,
    #[serde(default)]
    zones: Vec<String>,
    #[serde(default)]
    groups: Vec<String>,
    #[serde(default)]
    optional: bool,
}

/// The table.
pub fn table() -> &'static Table {
    static PARSED: LazyLock<Table> =
        LazyLock::new(|| toml::from_str(TABLE).expect("data/zonal.toml is as its test has it"));
    &PARSED
}

impl ZonalType {
    /// The arguments that say which zones it is in.
    pub fn arguments(&self) -> impl Iterator<Item = &str> {
        self.subnets.iter().chain(&self.zones).chain(&self.groups).map(String::as_str)
    }

    /// The zones of one resource; `None` if it has no subnet and needs none.
    pub fn placement<'a>(&self, resource: Resource<'a>) -> Option<ZonePlacement<'a>> {
        let mut placement = ZonePlacement { is_whole: true, ..ZonePlacement::default() };
        for path in &self.zones {
            places(resource, path)
                .iter()
                .for_each(|place| placement.add(ZonePlacement::of_zones(place)));
        }
        if placement.is_empty() {
            for path in &self.subnets {
                let is_one = path.ends_with("subnet_id") || path.ends_with("subnet_arn");
                let places = places(resource, path);
                if is_one {
                    placement.add(ZonePlacement::of_each(places));
                } else {
                    places.iter().for_each(|place| placement.add(ZonePlacement::of(place)));
                }
                // The first argument that is given is the one that holds.
                if !placement.is_empty() {
                    break;
                }
            }
        }
        if placement.zones().is_empty() {
            let groups = self.groups.iter().flat_map(|path| places(resource, path));
            groups.for_each(|place| placement.add(of_group(&place)));
        }
        (!placement.is_empty() || !self.optional).then_some(placement)
    }
}

/// The places of a path within a resource, with each block of those that are repeated.
fn places<'a>(resource: Resource<'a>, path: &str) -> Vec<AttributePath<'a>> {
    path.split('.').fold(vec![resource.root()], |places, step| {
        let step_from = |place: AttributePath<'a>| {
            let items = place.items();
            let is_block = place.value().known().is_some_and(serde_json::Value::is_array);
            match (items.is_empty(), is_block) {
                (false, _) => items.into_iter().map(|item| item.at(step)).collect(),
                (true, true) => Vec::new(),
                // A block that is known later hides what it holds.
                (true, false) if place.value() == Planned::Unknown => vec![place],
                (true, false) => vec![place.at(step)],
            }
        };
        places.into_iter().flat_map(step_from).collect()
    })
}

/// The types of subnet groups.
const GROUPS: [&str; 8] = [
    "aws_db_subnet_group",
    "aws_elasticache_subnet_group",
    "aws_docdb_subnet_group",
    "aws_neptune_subnet_group",
    "aws_memorydb_subnet_group",
    "aws_dax_subnet_group",
    "aws_redshift_subnet_group",
    "aws_dms_replication_subnet_group",
];

/// On the subnets of the group that a place names; without one, AWS takes the default group, of all
/// zones.
pub fn of_group<'a>(place: &AttributePath<'a>) -> ZonePlacement<'a> {
    let links = place.link_to(&GROUPS);
    match (links.one(), place.value()) {
        (Some(group), _) if group.is_data() => ZonePlacement::of(&group.at("subnet_ids")),
        (Some(group), _) => {
            let mut placement = ZonePlacement::of(&group.at("subnet_ids"));
            if let Some(ambiguous) = &links.ambiguous {
                (placement.incomplete, placement.is_whole, placement.is_ambiguous) =
                    (Some(ambiguous.to_string()), false, true);
            }
            placement
        }
        (None, Planned::Absent) => ZonePlacement {
            incomplete: Some("it is given no subnet group".to_owned()),
            ..ZonePlacement::default()
        },
        (None, _) => {
            let reason = links.reason();
            let reason = if reason.is_empty() {
                "its subnet group is known only after the apply"
            } else {
                &reason
            };
            ZonePlacement { incomplete: Some(reason.to_owned()), ..ZonePlacement::default() }
        }
    }
}
