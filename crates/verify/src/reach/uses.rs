//! [`Uses`]: which rules and entries the needed flows lead through, and what of each they use.

use std::collections::{BTreeSet, HashMap};

use super::Reach;
use super::answer::Step;
use crate::aws::network::{IpProtocol, acl_entries};
use crate::{Place, Planned};

/// What the needed flows use.
pub struct Uses<'r, 'a> {
    reach: &'r Reach<'a>,
    /// The ports to which flows lead through each rule and entry, by where it is written; those of answers are left out.
    ports: HashMap<(String, String), BTreeSet<u16>>,
}

/// What of a rule or an entry is used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Use {
    /// All of it.
    All,
    /// Nothing.
    None,
    /// These ports, of more.
    Ports(String),
}

impl<'r, 'a> Uses<'r, 'a> {
    /// Of the flows of a plan, all of which come about.
    pub fn of(reach: &'r Reach<'a>) -> Self {
        let mut ports: HashMap<_, BTreeSet<u16>> = HashMap::new();
        for flow in &reach.flows {
            for hop in flow.pairs.iter().flat_map(|pair| pair.answer.hops()) {
                for by in &hop.by {
                    let used = ports.entry(key(by)).or_default();
                    if !is_answer(hop.step) {
                        used.insert(flow.port);
                    }
                }
            }
        }
        Self { reach, ports }
    }

    /// Every rule of a security group and every entry of an ACL that lets something through, with what of it is used.
    pub fn all(&self) -> Vec<(Place<'a>, Use)> {
        let mut all = Vec::new();
        for (_, _, rule) in self.reach.network.rules.all() {
            if has_ports(rule.protocol) {
                let ports = rule.ports.clone().filter(|_| rule.protocol != Some(IpProtocol::Any));
                all.push((rule.place.clone(), self.of_place(&rule.place, ports.as_ref(), true)));
            }
        }
        let inventory = self.reach.network.inventory();
        for entry in acl_entries(inventory).into_iter().filter(|entry| entry.action() == Planned::Known(true)) {
            if has_ports(entry.protocol().known()) {
                let ports = entry.ports().known();
                let is_call =
                    ports.as_ref().is_some_and(|ports| *ports.end() < super::interface::EPHEMERAL.start() - 1);
                all.push((entry.place.clone(), self.of_place(&entry.place, ports.as_ref(), is_call)));
            }
        }
        all.sort_by_key(|(place, _)| key(place));
        all
    }

    fn of_place(&self, place: &Place<'a>, ports: Option<&std::ops::RangeInclusive<u16>>, is_call: bool) -> Use {
        let used = self.ports.get(&key(place));
        match (used, ports) {
            (None, _) => Use::None,
            (Some(used), Some(ports)) if is_call && !used.is_empty() && is_wider(ports, used) => {
                let needed: Vec<_> = used.iter().map(u16::to_string).collect();
                Use::Ports(needed.join(", "))
            }
            _ => Use::All,
        }
    }
}

fn is_wider(ports: &std::ops::RangeInclusive<u16>, used: &BTreeSet<u16>) -> bool {
    usize::from(*ports.end() - *ports.start()) + 1 > used.len()
}

/// Whether a flow can lead through it at all: one of TCP or UDP.
fn has_ports(protocol: Option<IpProtocol>) -> bool {
    protocol != Some(IpProtocol::Other)
}

fn is_answer(step: Step) -> bool {
    step >= Step::AnswerOut
}

fn key(place: &Place) -> (String, String) {
    (place.resource().address().to_owned(), place.path().to_owned())
}
