//! [`Zonal`]: a resource that is in zones, and the impact on it.

use std::collections::BTreeSet;

use super::impact::Impact;
use crate::aws::network::{ZonePlacement, list};
use crate::{Planned, Resource};

/// Something that is in zones.
pub struct Zonal<'a> {
    /// The resource.
    pub resource: Resource<'a>,
    /// What it is, in AWS's words.
    pub title: String,
    /// Its subnets and zones.
    pub placement: ZonePlacement<'a>,
    /// The zones that it is in, or may be in.
    pub zones: BTreeSet<&'a str>,
    /// What there is of it, for a picture: `2 to 6 instances`.
    pub details: Vec<String>,
    /// Whether there is one of it, in one zone, rather than a part in each of its zones.
    pub is_one: bool,
    /// Why the loss of some one zone takes it, even where it is not known of which.
    pub alone: Option<String>,
    impact: Judge<'a>,
}

/// The impact of a zone loss on a resource.
type Judge<'a> = Box<dyn Fn(&[&str]) -> Impact + 'a>;

impl<'a> Zonal<'a> {
    pub(super) fn new(
        resource: Resource<'a>,
        title: &str,
        placement: ZonePlacement<'a>,
        alone: Option<String>,
        impact: impl Fn(&[&str]) -> Impact + 'a,
    ) -> Self {
        let (zones, details) = (placement.zones(), Vec::new());
        Self {
            resource,
            title: title.to_owned(),
            placement,
            zones,
            details,
            is_one: false,
            alone,
            impact: Box::new(impact),
        }
    }

    pub(super) fn with_details(mut self, details: Vec<String>) -> Self {
        self.details = details;
        self
    }

    pub(super) fn with_zones(mut self, zones: BTreeSet<&'a str>) -> Self {
        self.zones = zones;
        self
    }

    /// What there is one of, as an instance: lost with its zone. Where AWS chooses among several,
    /// it is not known with which.
    pub(super) fn one(
        resource: Resource<'a>,
        title: &str,
        what: &str,
        placement: ZonePlacement<'a>,
    ) -> Self {
        let alone = Some(match placement.alone() {
            Some(alone) => format!("{what}: it {alone}"),
            None => format!("{what}: the loss of its zone takes it"),
        });
        let judged = placement.clone();
        let what = what.to_owned();
        Self::new(resource, title, placement, alone, move |lost| of_one(&judged, &what, lost))
            .into_one()
    }

    pub(super) fn into_one(mut self) -> Self {
        self.is_one = true;
        self
    }

    /// The impact on it.
    pub fn impact(&self, lost: &[&str]) -> Impact {
        let is_hit = || self.zones.iter().any(|zone| lost.contains(zone));
        match ((self.impact)(lost), &self.placement.may_be_fewer) {
            (Impact::Survives(_) | Impact::Degraded(_), Some(reason)) if is_hit() => {
                Impact::Unknown(reason.clone())
            }
            (impact, _) => impact,
        }
    }
}

/// The impact on what is in one zone.
pub fn of_one(placement: &ZonePlacement, what: &str, lost: &[&str]) -> Impact {
    let zones = placement.zones();
    let is_certain = placement.incomplete.is_none() && !zones.is_empty();
    let left = zones.iter().any(|zone| !lost.contains(zone));
    let hit = zones.iter().any(|zone| lost.contains(zone));
    match (is_certain, hit, left) {
        (true, false, _) => Impact::Survives("is in none of the lost zones".to_owned()),
        (true, true, false) if what.ends_with(&list(zones.iter().copied())) => {
            Impact::Lost(what.to_owned())
        }
        (true, true, false) => Impact::Lost(format!("{what}, in {}", list(zones))),
        (true, true, true) => {
            Impact::Unknown(format!("{what}, and AWS chooses which of {}", list(zones)))
        }
        (false, ..) => {
            Impact::Unknown(format!("{what}, in a zone that is not known{}", because(placement)))
        }
    }
}

/// Why the zones of something are not known.
pub fn because(placement: &ZonePlacement) -> String {
    placement.incomplete.as_ref().map(|reason| format!(": {reason}")).unwrap_or_default()
}

/// The impact on what is spread evenly over its zones: how many are left, if their number is known.
pub fn of_spread(
    placement: &ZonePlacement,
    count: Planned<u32>,
    unit: &str,
    lost: &[&str],
) -> Impact {
    let zones = placement.zones();
    let gone = zones.iter().filter(|zone| lost.contains(zone)).count();
    if let Some(incomplete) =
        placement.incomplete.as_ref().filter(|_| gone == zones.len() || zones.is_empty())
    {
        return Impact::Unknown(incomplete.clone());
    }
    if zones.is_empty() {
        return Impact::Unknown("it is given no subnet in this plan".to_owned());
    }
    if gone == 0 {
        return Impact::Survives("is in none of the lost zones".to_owned());
    }
    if gone == zones.len() {
        return Impact::Lost(format!("is only in {}", list(zones)));
    }
    match count {
        Planned::Known(0) => {
            Impact::Unknown(format!("how many {unit}s it has is decided when it scales"))
        }
        Planned::Known(count) => match survivors(count, zones.len(), gone) {
            0 => Impact::Unknown(format!(
                "{} in {}: AWS chooses which of them",
                counted(count, unit),
                list(zones)
            )),
            left => Impact::Degraded(format!(
                "{left} of {} left; nothing says how loaded they are",
                counted(count, unit)
            )),
        },
        _ => Impact::Unknown(format!("how many {unit}s it has is known only after the apply")),
    }
}

/// What there is of something that may have a part in each of several zones: `1 node`, `2 nodes in
/// all`.
pub fn in_all(count: u32, unit: &str) -> String {
    let counted = counted(count, unit);
    if count == 1 { counted } else { format!("{counted} in all") }
}

/// `1 node`, `2 nodes`.
pub fn counted(count: u32, unit: &str) -> String {
    if count == 1 { format!("1 {unit}") } else { format!("{count} {unit}s") }
}

/// Tasks left of `tasks` spread evenly over `zones`, when the fullest `gone` of them are lost.
/// Source: Amazon ECS Developer Guide, "Amazon ECS service quotas" and "Balancing an Amazon ECS
/// service across Availability Zones".
pub fn survivors(tasks: u32, zones: usize, gone: usize) -> u32 {
    let (zones, gone) =
        (u32::try_from(zones).unwrap_or(u32::MAX), u32::try_from(gone).unwrap_or(u32::MAX));
    if zones == 0 || gone >= zones {
        return 0;
    }
    let (each, fuller) = (tasks / zones, tasks % zones);
    tasks - gone * each - gone.min(fuller)
}
