//! [`Standing`]: in which zones something stands, by the subnets it is given.

use std::collections::BTreeSet;

use crate::{Links, Place, Planned, Resource};

/// The zones in which something stands.
#[derive(Debug, Clone, Default)]
pub struct Standing<'a> {
    /// Each subnet with its zone; `None` where the zone is not known.
    pub subnets: Vec<(Resource<'a>, Option<&'a str>)>,
    /// Why there may be more subnets, or why it is not certain which they are.
    pub open: Option<String>,
    /// Whether the subnets are assumed, so that the zones can be drawn but prove nothing.
    pub is_assumed: bool,
}

impl<'a> Standing<'a> {
    /// Of what is given its subnets at a place: a list, or a single one.
    pub fn of(place: &Place<'a>) -> Self {
        Self::on(&place.links("aws_subnet"))
    }

    /// On the subnets of several places, as the blocks of `subnet_mapping` have one each.
    pub fn of_each(places: impl IntoIterator<Item = Place<'a>>) -> Self {
        let mut all = Self::default();
        for standing in places.into_iter().map(|place| Self::on(&place.link("aws_subnet"))) {
            all.subnets.extend(standing.subnets);
            all.open = all.open.or(standing.open);
            all.is_assumed |= standing.is_assumed;
        }
        all
    }

    fn on(links: &Links<'a>) -> Self {
        let subnets: Vec<_> = links.resources().map(|subnet| (subnet, zone_of(subnet))).collect();
        let nameless = subnets.iter().find(|(_, zone)| zone.is_none());
        let open = nameless.map(|(subnet, _)| format!("the zone of {} is not known", subnet.address()));
        let is_assumed = links.assumed.is_some();
        Self { subnets, open: if links.is_complete() && !is_assumed { open } else { Some(links.reason()) }, is_assumed }
    }

    /// The zones that are known; none where it is an assumption which subnets they are.
    pub fn zones(&self) -> BTreeSet<&'a str> {
        if self.is_assumed { BTreeSet::new() } else { self.drawn_zones() }
    }

    /// The zones for a picture, by assumption too.
    pub fn drawn_zones(&self) -> BTreeSet<&'a str> {
        self.subnets.iter().filter_map(|(_, zone)| *zone).collect()
    }

    /// Whether it stands in at least `count` zones: unknown where what is not known may make up for what is missing.
    pub fn spans(&self, count: usize) -> Planned<bool> {
        match (self.zones().len() >= count, &self.open) {
            (true, _) => Planned::Known(true),
            (false, None) => Planned::Known(false),
            (false, Some(_)) => Planned::Unknown,
        }
    }
}

/// The zone of a subnet, or of anything else that names one, by its name or its id.
pub fn zone_of(resource: Resource<'_>) -> Option<&str> {
    let named = |attribute: &str| resource.at(attribute).text().known();
    named("availability_zone").or_else(|| named("availability_zone_id"))
}

/// Zones for a person: `us-east-1a and us-east-1b`.
pub fn list<'z>(zones: impl IntoIterator<Item = &'z str>) -> String {
    let zones: Vec<_> = zones.into_iter().collect();
    match &zones[..] {
        [] => "no zone".to_owned(),
        [only] => (*only).to_owned(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}
