//! [`Uses`]: which rules and entries the needed flows lead through, and the least that would do
//! instead of each.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::ops::RangeInclusive;

use ipnet::IpNet;

use super::Reach;
use super::answer::Step;
use super::group::GroupRule;
use super::interface::{EPHEMERAL, Kind};
use super::network::Peer;
use crate::aws::network::{Direction, IpProtocol, acl_entries};
use crate::declared::Protocol;
use crate::{AttributePath, Planned, Resource};

/// What the needed flows use.
pub struct Uses<'r, 'a> {
    reach: &'r Reach<'a>,
    /// The flows through each rule and entry, by where it is written.
    used: HashMap<(String, String), Used>,
}

/// The flows through one rule or entry; of answers, only that there are some.
#[derive(Debug, Default)]
struct Used {
    ports: BTreeMap<Protocol, BTreeSet<u16>>,
    /// Who is at the other end.
    others: BTreeSet<Peer>,
}

/// What of a rule or an entry is used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Use {
    /// All of it.
    All,
    /// Nothing.
    None,
    /// This is, and it is for more.
    Less(String),
}

impl<'r, 'a> Uses<'r, 'a> {
    /// Of the flows of a plan, all of which are open.
    pub fn of(reach: &'r Reach<'a>) -> Self {
        let mut all: HashMap<_, Used> = HashMap::new();
        for flow in &reach.flows {
            for pair in &flow.pairs {
                for hop in pair.answer.hops() {
                    for by in &hop.by {
                        let used = all.entry(key(by)).or_default();
                        if hop.step < Step::AnswerOut {
                            used.ports.entry(flow.protocol).or_default().insert(flow.port);
                            let is_out = hop.step == Step::GroupOut;
                            used.others.insert(if is_out { pair.to } else { pair.from });
                        }
                    }
                }
            }
        }
        Self { reach, used: all }
    }

    /// Every rule of a security group and every entry of an ACL that lets something through, with
    /// what of it is used.
    pub fn all(&self) -> Vec<(AttributePath<'a>, Use)> {
        let mut all = Vec::new();
        let network = &self.reach.network;
        let endpoints =
            network.interfaces().iter().filter(|interface| interface.kind == Kind::Endpoint);
        let called: HashSet<Resource<'a>> =
            endpoints.flat_map(|interface| interface.groups.known.clone()).collect();
        for (group, direction, rule) in network.rules.all() {
            if has_ports(rule.protocol) {
                // What calls services goes out, and in at endpoints.
                let may_be_needed = (direction == Direction::Out || called.contains(&group))
                    && self.may_be_needed(rule.ports.as_ref());
                let used = if may_be_needed { Use::All } else { self.of_rule(rule, direction) };
                all.push((rule.place.clone(), used));
            }
        }
        let inventory = self.reach.network.inventory();
        for entry in acl_entries(inventory)
            .into_iter()
            .filter(|entry| entry.action() == Planned::Known(true))
        {
            if has_ports(entry.protocol().known()) {
                let used =
                    self.of_entry(&entry.place, entry.ports().known(), entry.protocol().known());
                all.push((entry.place.clone(), used));
            }
        }
        all.sort_by_key(|(place, _)| key(place));
        all
    }

    /// Whether something may need these ports of which the plan does not show.
    fn may_be_needed(&self, ports: Option<&RangeInclusive<u16>>) -> bool {
        let mut unread = self.reach.unread.iter().filter_map(|unread| unread.port);
        unread.any(|port| ports.is_none_or(|ports| ports.contains(&port)))
    }

    fn of_entry(
        &self,
        place: &AttributePath<'a>,
        ports: Option<RangeInclusive<u16>>,
        protocol: Option<IpProtocol>,
    ) -> Use {
        if self.may_be_needed(ports.as_ref()) {
            return Use::All;
        }
        let Some(used) = self.used.get(&key(place)) else { return Use::None };
        // Answers go to ephemeral ports, whichever a client takes.
        let is_for_calls = |ports: &RangeInclusive<u16>| *ports.end() < EPHEMERAL.start() - 1;
        match (ports, protocol) {
            (Some(ports), Some(IpProtocol::Tcp | IpProtocol::Udp))
                if is_for_calls(&ports) && !used.ports.is_empty() && is_wider(&ports, used) =>
            {
                Use::Less(used.protocols())
            }
            _ => Use::All,
        }
    }

    fn of_rule(&self, rule: &GroupRule<'a>, direction: Direction) -> Use {
        let Some(used) = self.used.get(&key(&rule.place)) else { return Use::None };
        let has_wider_ports = match (&rule.ports, rule.protocol) {
            (_, Some(IpProtocol::Any)) => true,
            (Some(ports), _) => is_wider(ports, used),
            (None, _) => false,
        };
        let (ends, is_for_more) = self.ends(rule, used);
        if !has_wider_ports && !is_for_more || rule.incomplete.is_some() {
            return Use::All;
        }
        let word = if direction == Direction::In { "from" } else { "to" };
        Use::Less(format!(
            "{} {word} {}",
            used.protocols(),
            ends.into_iter().collect::<Vec<_>>().join(", ")
        ))
    }

    /// Who has to be named by a rule, and whether it is for more than these: for ranges and groups
    /// of which nobody is at the other end, or for ranges in place of the groups of all who
    /// are.
    fn ends(&self, rule: &GroupRule<'a>, used: &Used) -> (BTreeSet<String>, bool) {
        let (mut ends, mut is_for_more) = (BTreeSet::new(), false);
        for range in &rule.ranges {
            let within: Vec<_> =
                used.others.iter().filter(|other| self.may_be_in(**other, *range)).collect();
            let groups: Option<Vec<_>> =
                within.iter().map(|other| self.groups_of(**other)).collect();
            match groups {
                Some(groups) => {
                    is_for_more = true;
                    ends.extend(groups.into_iter().flatten());
                }
                None => _ = ends.insert(range.to_string()),
            }
        }
        for group in &rule.peers {
            let is_used = used.others.iter().any(|other| match self.interface_of(*other) {
                Some(interface) => {
                    interface.groups.known.contains(group) || interface.groups.doubt.is_some()
                }
                None => false,
            });
            match is_used {
                true => _ = ends.insert(group.address().to_owned()),
                false => is_for_more = true,
            }
        }
        for service in &rule.services {
            match used
                .others
                .iter()
                .any(|other| matches!(other, Peer::Service(own) if own == service))
            {
                true => _ = ends.insert(format!("the prefix list of {service}")),
                false => is_for_more = true,
            }
        }
        (ends, is_for_more)
    }

    fn interface_of(&self, peer: Peer) -> Option<&super::Interface<'a>> {
        match peer {
            Peer::Interface(id) => Some(self.reach.network.interface(id)),
            _ => None,
        }
    }

    /// The group that stands for a peer; none where only its address does.
    fn groups_of(&self, peer: Peer) -> Option<Vec<String>> {
        let groups = &self.interface_of(peer)?.groups;
        let first = groups.known.first().filter(|_| groups.filters && groups.doubt.is_none())?;
        Some(vec![first.address().to_owned()])
    }

    fn may_be_in(&self, peer: Peer, range: IpNet) -> bool {
        let network = &self.reach.network;
        match peer {
            Peer::Address(address) | Peer::Client(_, address) => range.contains(&address),
            Peer::Internet | Peer::Service(_) => range.contains(&network.internet()[0]),
            Peer::InternetV6 => range.contains(&network.internet()[1]),
            Peer::Interface(id) => {
                match network
                    .ground(network.interface(id))
                    .and_then(|ground| ground.subnet.range().known())
                {
                    Some(own) => range.contains(&own) || own.contains(&range),
                    None => true,
                }
            }
        }
    }
}

impl Used {
    /// Protocols and ports, as "TCP 443 and 5432".
    fn protocols(&self) -> String {
        let one = |(protocol, ports): (&Protocol, &BTreeSet<u16>)| {
            let ports: Vec<_> = ports.iter().map(u16::to_string).collect();
            format!("{} {}", protocol.to_string().to_uppercase(), ports.join(", "))
        };
        self.ports.iter().map(one).collect::<Vec<_>>().join(" and ")
    }
}

fn is_wider(ports: &RangeInclusive<u16>, used: &Used) -> bool {
    let most = used.ports.values().map(BTreeSet::len).max().unwrap_or_default();
    usize::from(ports.end().saturating_sub(*ports.start())) + 1 > most
}

/// Whether a flow can lead through it at all: one of TCP or UDP.
fn has_ports(protocol: Option<IpProtocol>) -> bool {
    protocol != Some(IpProtocol::Other)
}

fn key(place: &AttributePath) -> (String, String) {
    (place.resource().address().to_owned(), place.path().to_owned())
}
