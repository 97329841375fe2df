//! [`AccessLists`]: what the network ACLs of a plan let through, entry by entry in the order of
//! their numbers. Source: VPC User Guide, "Network ACL rules": the lowest number that fits decides;
//! what fits none is denied.

use std::collections::HashMap;
use std::net::IpAddr;
use std::ops::RangeInclusive;

use ipnet::IpNet;

use super::family::Family;
use crate::aws::network::{Acl, AclEntry, Direction, IpProtocol, acl_entries};
use crate::{AttributePath, Inventory, Resource};

/// The entries of every ACL.
#[derive(Debug, Default)]
pub struct AccessLists<'a> {
    entries: HashMap<(Resource<'a>, Direction), Vec<Entry<'a>>>,
    /// Why an ACL may have more entries than these.
    doubts: HashMap<Resource<'a>, String>,
    /// Why any ACL may have more entries: it is not known whose an entry is.
    doubt: Option<String>,
}

#[derive(Debug)]
struct Entry<'a> {
    place: AttributePath<'a>,
    /// `None` where it is not known.
    number: Option<u32>,
    allows: Option<bool>,
    protocol: Option<IpProtocol>,
    range: Option<IpNet>,
    ports: Option<RangeInclusive<u16>>,
}

/// What an ACL says of packets.
#[derive(Debug)]
pub enum Filtered<'a> {
    /// All of them pass, by these entries.
    Passes(Vec<AttributePath<'a>>),
    /// Those to these ports do not: an entry denies them, or none lets them through.
    Stopped(Option<AttributePath<'a>>, RangeInclusive<u16>),
    /// It is not known, for this reason.
    Unknown(String),
}

/// Whether an entry is for some packets.
enum Fits {
    Yes(RangeInclusive<u16>),
    No,
    Maybe,
}

impl<'a> AccessLists<'a> {
    /// Reads the network ACLs of a plan.
    pub fn of(inventory: &'a Inventory) -> Self {
        let mut all = Self::default();
        for entry in acl_entries(inventory) {
            match (entry.acl, entry.doubt()) {
                (_, Some(doubt)) => {
                    let doubt =
                        format!("whose entry {} is: {doubt}", entry.place.resource().address());
                    match entry.acl {
                        Some(acl) => _ = all.doubts.entry(acl).or_insert(doubt),
                        None => all.doubt = all.doubt.take().or(Some(doubt)),
                    }
                }
                (Some(acl), None) => {
                    let direction = if entry.egress { Direction::Out } else { Direction::In };
                    all.entries.entry((acl, direction)).or_default().push(Entry::of(&entry));
                }
                (None, None) => {}
            }
        }
        for acl in inventory.all_of(&["aws_network_acl", "aws_default_network_acl"]) {
            let open = ["ingress", "egress"].map(|name| acl.at(name));
            // The provider computes the blocks where they are left out: then the entries are those
            // of other resources.
            if let Some(open) = open.iter().find(|place| {
                place.value().is_unknown()
                    && place.is_dynamic()
                    && place.is_written()
                    && place.waits()
            }) {
                all.doubts.entry(acl).or_insert_with(|| open.known_later());
            }
        }
        // An entry without a number that is known comes first: it may decide everything.
        all.entries.values_mut().for_each(|entries| entries.sort_by_key(|entry| entry.number));
        all
    }

    /// What an ACL says of packets to and from an address, to each of the ports.
    pub fn filter(
        &self,
        acl: Acl<'a>,
        direction: Direction,
        other: (Option<IpAddr>, Family),
        protocol: IpProtocol,
        ports: RangeInclusive<u16>,
    ) -> Filtered<'a> {
        let Acl::Own(acl) = acl else { return Filtered::Passes(Vec::new()) };
        if acl.is_data() {
            return Filtered::Unknown(format!(
                "the entries of {} are not part of this plan",
                acl.address()
            ));
        }
        if let Some(doubt) = self.doubts.get(&acl).or(self.doubt.as_ref()) {
            return Filtered::Unknown(format!(
                "the entries of {} are not all known: {doubt}",
                acl.address()
            ));
        }
        let mut left = vec![ports.clone()];
        let mut by = Vec::new();
        // What may have decided before: whether it would let through, and which it is.
        let mut maybe: Vec<&Entry<'a>> = Vec::new();
        for entry in self.entries.get(&(acl, direction)).into_iter().flatten() {
            match entry.fits(other, protocol) {
                Fits::No => {}
                Fits::Maybe => maybe.push(entry),
                Fits::Yes(own) => {
                    let hit = left.iter().find_map(|ports| common(ports, &own));
                    let Some(hit) = hit else { continue };
                    match entry.allows {
                        Some(false) => return stopped(Some(entry.place.clone()), hit, &maybe),
                        Some(true) => {
                            left = left.iter().flat_map(|ports| without(ports, &own)).collect();
                            by.push(entry.place.clone());
                        }
                        None => maybe.push(entry),
                    }
                    if left.is_empty() {
                        return match maybe.iter().find(|entry| entry.allows != Some(true)) {
                            Some(entry) => Filtered::Unknown(unknown_entry(entry)),
                            None => Filtered::Passes(by),
                        };
                    }
                }
            }
        }
        let rest = left.into_iter().next().unwrap_or(ports);
        stopped(None, rest, &maybe)
    }
}

fn stopped<'a>(
    by: Option<AttributePath<'a>>,
    ports: RangeInclusive<u16>,
    maybe: &[&Entry<'a>],
) -> Filtered<'a> {
    match maybe.iter().find(|entry| entry.allows != Some(false)) {
        Some(entry) => Filtered::Unknown(unknown_entry(entry)),
        None => Filtered::Stopped(by, ports),
    }
}

fn unknown_entry(entry: &Entry) -> String {
    format!("what {} is for is known only after the apply", entry.place.resource().address())
}

impl<'a> Entry<'a> {
    fn of(entry: &AclEntry<'a>) -> Self {
        Self {
            place: entry.place.clone(),
            number: entry.number.number().known().map(|number| number.max(0.0) as u32),
            allows: entry.action().known(),
            protocol: entry.protocol().known(),
            range: entry.net(),
            ports: entry.ports().known(),
        }
    }

    fn fits(&self, (other, family): (Option<IpAddr>, Family), protocol: IpProtocol) -> Fits {
        let is_in = match (self.range, other) {
            (Some(range), _) if !family.has(range.addr()) => Some(false),
            (Some(range), Some(other)) => Some(range.contains(&other)),
            // A range of all addresses contains any address.
            (Some(range), None) if range.prefix_len() == 0 => Some(true),
            _ => None,
        };
        if is_in == Some(false) || self.protocol.is_some_and(|own| !own.carries(protocol)) {
            return Fits::No;
        }
        match (is_in, self.protocol, &self.ports, self.number) {
            (Some(true), Some(_), Some(ports), Some(_)) => Fits::Yes(ports.clone()),
            _ => Fits::Maybe,
        }
    }
}

impl<'a> AccessLists<'a> {
    /// Every range that an entry names, with its ACL.
    pub fn ranges_of(&self) -> impl Iterator<Item = (Resource<'a>, IpNet)> {
        let of = |(acl, entries): (Resource<'a>, &Vec<Entry<'a>>)| {
            entries.iter().filter_map(move |entry| Some((acl, entry.range?))).collect::<Vec<_>>()
        };
        self.entries.iter().flat_map(move |((acl, _), entries)| of((*acl, entries)))
    }

    /// Every range that an entry names.
    pub fn ranges(&self) -> impl Iterator<Item = IpNet> {
        self.entries.values().flatten().filter_map(|entry| entry.range)
    }

    /// The ports of every entry.
    pub fn ports(&self) -> impl Iterator<Item = RangeInclusive<u16>> {
        self.entries.values().flatten().filter_map(|entry| entry.ports.clone())
    }
}

/// The ports of both.
fn common(one: &RangeInclusive<u16>, other: &RangeInclusive<u16>) -> Option<RangeInclusive<u16>> {
    let (start, end) = (*one.start().max(other.start()), *one.end().min(other.end()));
    (start <= end).then_some(start..=end)
}

/// What is left of ports: up to two ranges.
fn without(ports: &RangeInclusive<u16>, gone: &RangeInclusive<u16>) -> Vec<RangeInclusive<u16>> {
    if common(ports, gone).is_none() {
        return vec![ports.clone()];
    }
    let before = gone.start().checked_sub(1).map(|end| *ports.start()..=end);
    let after = gone.end().checked_add(1).map(|start| start..=*ports.end());
    before.into_iter().chain(after).filter(|range| !range.is_empty()).collect()
}
