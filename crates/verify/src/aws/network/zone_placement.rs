//! [`ZonePlacement`]: in which zones something is, by the subnets or the zones it is given.

use std::collections::BTreeSet;

use super::subnet::Subnet;
use super::zone::{list, zone_of};
use crate::{AttributePath, Links, Planned, Resource};

/// The zones in which something is.
#[derive(Debug, Clone, Default)]
pub struct ZonePlacement<'a> {
    /// Each subnet with its zone; `None` where the zone is not known.
    pub subnets: Vec<(Resource<'a>, Option<&'a str>)>,
    /// The ids of subnets that are not part of this plan: each is in one zone, whichever that is.
    pub elsewhere: Vec<&'a str>,
    /// Zones that are named directly, without a subnet.
    pub named: BTreeSet<&'a str>,
    /// Why its zones are not all known.
    pub incomplete: Option<String>,
    /// Whether it has no more subnets than these.
    pub is_whole: bool,
    /// Why it may be given only some of these subnets.
    pub may_be_fewer: Option<String>,
    /// Whether it is an assumption which subnets these are: good enough for a picture, not for a
    /// proof.
    pub is_ambiguous: bool,
}

impl<'a> ZonePlacement<'a> {
    /// The zones of the subnets at a place: a list of subnets, or a single one.
    pub fn of(place: &AttributePath<'a>) -> Self {
        Self::on(&place.links_to(&Subnet::KINDS), place)
    }

    /// The zones of the subnets at several places with one subnet each, as the blocks of
    /// `subnet_mapping`.
    pub fn of_each(places: impl IntoIterator<Item = AttributePath<'a>>) -> Self {
        let mut all = Self { is_whole: true, ..Self::default() };
        for place in places {
            all.add(Self::on(&place.link_to(&Subnet::KINDS), &place));
        }
        all
    }

    /// The zones that are named at a place: a list of names, or a single one.
    pub fn of_zones(place: &AttributePath<'a>) -> Self {
        let named = match (place.string(), place.strings()) {
            (Planned::Known(zone), _) => Planned::Known(vec![zone]),
            (_, texts) => texts,
        };
        match named {
            Planned::Known(zones) => {
                Self { named: zones.into_iter().collect(), is_whole: true, ..Self::default() }
            }
            Planned::Unknown => Self {
                incomplete: Some("its zone is known only after the apply".to_owned()),
                ..Self::default()
            },
            Planned::Absent => Self { is_whole: true, ..Self::default() },
        }
    }

    /// Adds the zones of another resource to these: a file system is in the zones of all its mount
    /// targets.
    pub fn add(&mut self, other: Self) {
        for (subnet, zone) in other.subnets {
            if !self.subnets.iter().any(|(own, _)| *own == subnet) {
                self.subnets.push((subnet, zone));
            }
        }
        let new = other
            .elsewhere
            .into_iter()
            .filter(|id| !self.elsewhere.contains(id))
            .collect::<Vec<_>>();
        self.elsewhere.extend(new);
        self.named.extend(other.named);
        self.incomplete = self.incomplete.take().or(other.incomplete);
        self.may_be_fewer = self.may_be_fewer.take().or(other.may_be_fewer);
        self.is_whole &= other.is_whole;
        self.is_ambiguous |= other.is_ambiguous;
    }

    /// This placement, or the other one if this one is empty.
    #[must_use]
    pub fn or(self, other: impl FnOnce() -> Self) -> Self {
        if self.is_empty() { other() } else { self }
    }

    fn on(links: &Links<'a>, place: &AttributePath<'a>) -> Self {
        let subnets: Vec<_> = links.resources().map(|subnet| (subnet, zone_of(subnet))).collect();
        // A list shows how many values it has, a set does not before they are known.
        let count = place.value().known().and_then(|value| Some(value.as_array()?.len()));
        let is_ambiguous = links.ambiguous.is_some();
        // One value is one subnet, even if an index chooses it.
        let is_one = count == Some(1);
        let mut is_whole = links.incomplete.is_empty() && !is_ambiguous || is_one;
        let nameless = subnets.iter().find(|(_, zone)| zone.is_none());
        let nameless =
            nameless.map(|(subnet, _)| format!("the zone of {} is not known", subnet.address()));
        let mut incomplete =
            if links.is_complete() && !is_ambiguous { nameless } else { Some(links.reason()) };
        if subnets.is_empty()
            && links.elsewhere.is_empty()
            && incomplete.is_none()
            && place.has_unknown()
        {
            incomplete = Some("its subnets are known only after the apply".to_owned());
            is_whole = false;
        }
        // `slice(x[*].id, 0, 1)` and `x[*].id` look alike in a plan.
        let is_several = subnets.len() > 1 && count != Some(subnets.len());
        let filtered = || {
            let all = list(subnets.iter().map(|(subnet, _)| subnet.address()));
            format!(
                "the plan does not show whether it is given all of {all}; --source reads it from \
                 the configuration"
            )
        };
        let may_be_fewer = match (links.is_computed, links.may_be_filtered && is_several) {
            (true, _) => incomplete.clone(),
            (false, is_filtered) => is_filtered.then(filtered),
        };
        let elsewhere = links.elsewhere.clone();
        Self {
            subnets,
            elsewhere,
            incomplete,
            is_whole,
            may_be_fewer,
            is_ambiguous,
            ..Self::default()
        }
    }

    /// Whether it is given no subnet and no zone, as far as the plan shows it.
    pub fn is_empty(&self) -> bool {
        self.subnets.is_empty()
            && self.elsewhere.is_empty()
            && self.named.is_empty()
            && self.incomplete.is_none()
    }

    /// The zones that are known; none where it is an assumption which subnets they are.
    pub fn zones(&self) -> BTreeSet<&'a str> {
        if self.is_ambiguous { BTreeSet::new() } else { self.drawn_zones() }
    }

    /// The zones for a picture, by assumption too.
    pub fn drawn_zones(&self) -> BTreeSet<&'a str> {
        self.subnets
            .iter()
            .filter_map(|(_, zone)| *zone)
            .chain(self.named.iter().copied())
            .collect()
    }

    /// In how many zones it can be at most; `None` where there may be more subnets.
    fn most(&self) -> Option<usize> {
        let nameless = self.subnets.iter().filter(|(_, zone)| zone.is_none()).count();
        self.is_whole.then(|| self.drawn_zones().len() + nameless + self.elsewhere.len())
    }

    /// Whether it is in at least `count` zones: unknown where what is not known may make up for
    /// what is missing.
    pub fn spans(&self, count: usize) -> Planned<bool> {
        match (self.zones().len() >= count, self.most()) {
            (true, _) if self.may_be_fewer.is_none() => Planned::Known(true),
            (true, _) => Planned::Unknown,
            (false, Some(most)) if most < count => Planned::Known(false),
            (false, _) if self.incomplete.is_none() => Planned::Known(false),
            (false, _) => Planned::Unknown,
        }
    }

    /// That it is in one zone, for a person; nothing where it may be in more.
    pub fn alone(&self) -> Option<String> {
        if self.is_empty() || self.spans(2) != Planned::Known(false) {
            return None;
        }
        let zones = self.zones();
        Some(match (zones.is_empty(), &self.subnets[..], &self.elsewhere[..]) {
            (false, ..) => format!("is only in {}", list(zones)),
            (true, [], [id]) => format!("has one subnet, {id}, so it is in one zone"),
            (true, [(subnet, _)], []) => {
                format!("has one subnet, {}, so it is in one zone", subnet.address())
            }
            _ => "is in one zone".to_owned(),
        })
    }
}
