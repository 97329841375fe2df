//! [`Groups`]: the security groups of an interface; [`GroupRules`]: whom they let in and out.
//! Source: VPC User Guide, "Security group rules": what any rule of any group allows is allowed;
//! answers need no rule.

use std::collections::HashMap;
use std::net::IpAddr;
use std::ops::RangeInclusive;

use ipnet::IpNet;

use super::family::Family;
use crate::aws::network::{Direction, GROUPS, IpProtocol, PrefixList, SecurityGroupRule};
use crate::{AttributePath, Inventory, Planned, Resource};

/// The security groups of an interface.
#[derive(Debug, Clone, Default)]
pub struct Groups<'a> {
    /// The groups that the plan has.
    pub known: Vec<Resource<'a>>,
    /// Whether groups hold for it at all: for a NAT gateway none do.
    pub filters: bool,
    /// Why there may be others.
    pub doubt: Option<String>,
    /// The network whose default group holds, as AWS made it: it lets in its own members, and lets
    /// everything out.
    pub made_with: Option<Resource<'a>>,
}

/// Who is at the other end.
#[derive(Debug, Clone, Copy)]
pub struct Other<'n, 'a> {
    /// The address, where it is known.
    pub address: Option<IpAddr>,
    /// The family of its address.
    pub family: Family,
    /// The AWS service that has the address.
    pub service: Option<&'n str>,
    /// Its security groups.
    pub groups: Option<&'n Groups<'a>>,
}

/// The rules of every group.
#[derive(Debug, Default)]
pub struct GroupRules<'a> {
    rules: HashMap<(Resource<'a>, Direction), Vec<GroupRule<'a>>>,
    /// Why a group may have more rules.
    doubts: HashMap<(Resource<'a>, Direction), String>,
    doubt: HashMap<Direction, String>,
}

/// A rule.
#[derive(Debug)]
pub struct GroupRule<'a> {
    /// Where it is written.
    pub place: AttributePath<'a>,
    /// The protocol; `None` where it is not known.
    pub protocol: Option<IpProtocol>,
    /// The ports; `None` where they are not known.
    pub ports: Option<RangeInclusive<u16>>,
    /// The ranges it is for.
    pub ranges: Vec<IpNet>,
    /// The groups whose members it is for.
    pub peers: Vec<Resource<'a>>,
    /// The AWS services it is for.
    pub services: Vec<&'a str>,
    /// Why it may be for more.
    pub incomplete: Option<String>,
}

/// Whether groups let something through.
#[derive(Debug)]
pub enum Admitted<'a> {
    /// They do, by this rule; by none where no group holds.
    Yes(Option<AttributePath<'a>>),
    /// No rule lets it through.
    No,
    /// It is not known, for this reason.
    Unknown(String),
}

impl<'a> GroupRules<'a> {
    /// Reads the security groups of a plan.
    pub fn of(inventory: &'a Inventory) -> Self {
        let mut all = Self::default();
        for direction in [Direction::In, Direction::Out] {
            for opening in SecurityGroupRule::in_direction(inventory, direction) {
                all.add(&opening, direction);
            }
        }
        for group in inventory.all_of(&GROUPS) {
            for (direction, name) in [(Direction::In, "ingress"), (Direction::Out, "egress")] {
                let place = group.at(name);
                if place.value().is_unknown() && place.is_written() && place.waits() {
                    all.doubts.entry((group, direction)).or_insert_with(|| place.known_later());
                }
            }
        }
        all
    }

    fn add(&mut self, opening: &SecurityGroupRule<'a>, direction: Direction) {
        if let Some(doubt) = opening.doubt() {
            let doubt = format!("whose rule {} is: {doubt}", opening.place.resource().address());
            let among = opening.place.at("security_group_id").link_to(&GROUPS);
            if among.links.is_empty() {
                self.doubt.entry(direction).or_insert(doubt);
                return;
            }
            for group in among.resources() {
                self.doubts.entry((group, direction)).or_insert_with(|| doubt.clone());
            }
            return;
        }
        if let Some(group) = opening.group {
            self.rules.entry((group, direction)).or_default().push(GroupRule::of(opening, group));
        }
    }

    /// Every range that a rule names.
    pub fn ranges(&self) -> impl Iterator<Item = IpNet> {
        self.rules.values().flatten().flat_map(|rule| rule.ranges.iter().copied())
    }

    /// Every rule, with its group and direction.
    pub fn all(&self) -> impl Iterator<Item = (Resource<'a>, Direction, &GroupRule<'a>)> {
        self.rules.iter().flat_map(|((group, direction), rules)| {
            rules.iter().map(|rule| (*group, *direction, rule))
        })
    }

    /// The ports of every rule.
    pub fn ports(&self) -> impl Iterator<Item = RangeInclusive<u16>> {
        self.rules.values().flatten().filter_map(|rule| rule.ports.clone())
    }

    /// The rules of a group.
    pub fn rules(&self, group: Resource<'a>, direction: Direction) -> &[GroupRule<'a>] {
        self.rules.get(&(group, direction)).map(Vec::as_slice).unwrap_or_default()
    }

    /// Whether a group may have more rules than these.
    pub fn is_doubtful(&self, group: Resource<'a>, direction: Direction) -> bool {
        self.doubts.contains_key(&(group, direction)) || self.doubt.contains_key(&direction)
    }

    /// Whether the groups of an interface let through what it sends to another, or another to it.
    pub fn admit(
        &self,
        own: &Groups<'a>,
        direction: Direction,
        other: Other<'_, 'a>,
        protocol: IpProtocol,
        port: u16,
    ) -> Admitted<'a> {
        if !own.filters {
            return Admitted::Yes(None);
        }
        let mut unknown = own.doubt.clone();
        if let Some(vpc) = own.made_with {
            let is_member = other.groups.is_some_and(|groups| groups.made_with == Some(vpc));
            if direction == Direction::Out || is_member {
                return Admitted::Yes(None);
            }
        }
        let mut narrowest: Option<&GroupRule<'a>> = None;
        for group in &own.known {
            for rule in self.rules(*group, direction) {
                match rule.fits(other, protocol, port) {
                    Planned::Known(true)
                        if narrowest.is_none_or(|best| rule.width() < best.width()) =>
                    {
                        narrowest = Some(rule);
                    }
                    Planned::Unknown => {
                        unknown = unknown.or_else(|| {
                            let why = rule.incomplete.clone().unwrap_or_else(|| {
                                "its arguments are known only after the apply".to_owned()
                            });
                            Some(format!(
                                "whom {} lets through: {why}",
                                rule.place.resource().address()
                            ))
                        });
                    }
                    _ => {}
                }
            }
            let doubt =
                self.doubts.get(&(*group, direction)).or_else(|| self.doubt.get(&direction));
            unknown = unknown.or_else(|| doubt.cloned());
        }
        if let Some(rule) = narrowest {
            return Admitted::Yes(Some(rule.place.clone()));
        }
        unknown.map_or(Admitted::No, Admitted::Unknown)
    }
}

impl<'a> GroupRule<'a> {
    fn of(opening: &SecurityGroupRule<'a>, group: Resource<'a>) -> Self {
        let mut rule = Self {
            place: opening.place.clone(),
            protocol: opening.protocol.known(),
            ports: opening.ports.clone(),
            ranges: Vec::new(),
            peers: Vec::new(),
            services: Vec::new(),
            incomplete: None,
        };
        for source in &opening.sources {
            match source.string().known().and_then(|text| text.parse().ok()) {
                Some(range) => rule.ranges.push(range),
                None if source.string().is_unknown() => {
                    rule.incomplete = Some(source.known_later())
                }
                None => {}
            }
        }
        let peers = opening.peers();
        rule.peers.extend(peers.resources().filter(|_| peers.ambiguous.is_none()));
        if !peers.is_complete() || peers.ambiguous.is_some() {
            rule.incomplete.get_or_insert_with(|| peers.reason());
        }
        rule.incomplete = rule.incomplete.or_else(|| opening.nameless_peers());
        match opening.is_for_itself() {
            Planned::Known(true) => rule.peers.push(group),
            Planned::Unknown => {
                rule.incomplete =
                    Some("whether it is for its own group is known only after the apply".to_owned())
            }
            _ => {}
        }
        for list in opening.prefix_lists() {
            match list {
                PrefixList::Service(service) => rule.services.push(service),
                PrefixList::Ranges(ranges) => rule.ranges.extend(ranges),
                PrefixList::Unknown(reason) => rule.incomplete = Some(reason),
            }
        }
        rule
    }

    /// For how much it is: of several that let something through, the one for the least is the one
    /// that is used.
    fn width(&self) -> (usize, usize) {
        let ports = self
            .ports
            .as_ref()
            .map_or(0, |ports| usize::from(ports.end().saturating_sub(*ports.start())));
        let bits = |range: &IpNet| usize::from(range.max_prefix_len() - range.prefix_len()) + 1;
        (self.ranges.iter().map(bits).max().unwrap_or_default(), ports)
    }

    /// Whether it is for a connection.
    fn fits(&self, other: Other<'_, 'a>, protocol: IpProtocol, port: u16) -> Planned<bool> {
        if self.protocol.is_some_and(|own| !own.carries(protocol)) {
            return Planned::Known(false);
        }
        if self.ports.as_ref().is_some_and(|ports| !ports.contains(&port)) {
            return Planned::Known(false);
        }
        let is_certain = self.protocol.is_some() && self.ports.is_some();
        match self.is_for(other) {
            Planned::Known(true) if is_certain => Planned::Known(true),
            Planned::Known(true) => Planned::Unknown,
            other => other,
        }
    }

    fn is_for(&self, other: Other<'_, 'a>) -> Planned<bool> {
        let by_address = other
            .address
            .is_some_and(|address| self.ranges.iter().any(|range| range.contains(&address)));
        let by_group = other
            .groups
            .is_some_and(|groups| groups.known.iter().any(|group| self.peers.contains(group)));
        let by_service = other.service.is_some_and(|service| self.services.contains(&service));
        if by_address || by_group || by_service {
            return Planned::Known(true);
        }
        // Any address of its family is in these.
        let mut ranges = self.ranges.iter().filter(|range| other.family.has(range.addr()));
        let is_everyone = ranges.clone().any(|range| range.prefix_len() == 0);
        if other.address.is_none() && is_everyone {
            return Planned::Known(true);
        }
        let may_be = self.incomplete.is_some()
            || other.address.is_none() && ranges.next().is_some()
            || other.groups.is_some_and(|groups| groups.doubt.is_some()) && !self.peers.is_empty();
        if may_be { Planned::Unknown } else { Planned::Known(false) }
    }
}
