//! [`Needs`]: the flows that a stack needs, derived from what it is made of, and those that people declare.

mod call;
mod client;
mod data;
mod declared;
mod named;
mod target;
mod task;

use std::collections::{HashMap, HashSet};

use super::flow::{End, Flow, Pair};
use super::interface::InterfaceId;
use super::network::{Network, Peer};
use super::service::Found;
use crate::policy::Policy;
use crate::policy_file::Protocol;
use crate::{Inventory, Place, Resource};

/// Every flow that a stack needs, with whether it comes about.
pub fn flows<'a>(inventory: &'a Inventory, network: &Network<'a>, policies: &[Policy<'a>]) -> Vec<Flow<'a>> {
    let mut needs = Needs { inventory, network, flows: Vec::new(), seen: HashSet::new(), services: HashMap::new() };
    client::add(&mut needs);
    target::add(&mut needs);
    named::add(&mut needs);
    data::add(&mut needs);
    task::add(&mut needs);
    call::add(&mut needs, policies);
    declared::add(&mut needs);
    needs.flows
}

/// The flows found so far.
struct Needs<'n, 'a> {
    inventory: &'a Inventory,
    network: &'n Network<'a>,
    flows: Vec<Flow<'a>>,
    /// A flow that two things ask for is one flow.
    seen: HashSet<(End<'a>, End<'a>, Protocol, u16)>,
    /// Where each network finds a service.
    services: HashMap<(Resource<'a>, &'static str), Found>,
}

/// What a flow is for, and what says so.
struct Because<'a> {
    why: String,
    by: Place<'a>,
}

impl<'a> Because<'a> {
    fn new(why: impl Into<String>, by: Place<'a>) -> Self {
        Self { why: why.into(), by }
    }
}

impl<'a> Needs<'_, 'a> {
    /// A flow between what has interfaces: each of one to each of the other.
    fn between(&mut self, from: Resource<'a>, to: Resource<'a>, port: u16, because: Because<'a>) {
        let pairs = self.pairs(from, to, |_, _| true);
        self.add(End::Resource(from), End::Resource(to), Protocol::Tcp, port, pairs, because);
    }

    fn pairs(
        &self,
        from: Resource<'a>,
        to: Resource<'a>,
        wanted: impl Fn(InterfaceId, InterfaceId) -> bool,
    ) -> Vec<(Peer, Peer)> {
        let mut pairs = Vec::new();
        for from in self.network.of_resource(from) {
            for to in self.network.of_resource(to).filter(|to| to.id != from.id && wanted(from.id, to.id)) {
                pairs.push((Peer::Interface(from.id), Peer::Interface(to.id)));
            }
        }
        pairs
    }

    /// A flow to an AWS service: through the endpoints of the network, or out of it.
    fn calls(&mut self, from: Resource<'a>, service: &'static str, because: Because<'a>) {
        let mut pairs = Vec::new();
        let mut doubt = None;
        let network = self.network;
        for interface in network.of_resource(from) {
            let own = Peer::Interface(interface.id);
            let vpc = network.ground(interface).and_then(|ground| ground.vpc.as_ref().ok()?.as_ref().copied());
            let Some(vpc) = vpc else {
                pairs.push((own, Peer::Service(service)));
                continue;
            };
            let found = self.services.entry((vpc, service)).or_insert_with(|| Found::of(network, vpc, service));
            doubt = doubt.or_else(|| found.doubt.clone());
            match found.endpoints.is_empty() {
                true => pairs.push((own, Peer::Service(service))),
                false => pairs.extend(found.endpoints.iter().map(|endpoint| (own, Peer::Interface(*endpoint)))),
            }
        }
        const HTTPS: u16 = 443;
        let before = self.flows.len();
        self.add(End::Resource(from), End::Service(service), Protocol::Tcp, HTTPS, pairs, because);
        if let Some(flow) = self.flows.get_mut(before) {
            flow.doubt = doubt;
        }
    }

    /// A flow out to something in the internet.
    fn calls_internet(&mut self, from: Resource<'a>, port: u16, because: Because<'a>) {
        let pairs = self.network.of_resource(from).map(|own| (Peer::Interface(own.id), Peer::Internet)).collect();
        self.add(End::Resource(from), End::Internet, Protocol::Tcp, port, pairs, because);
    }

    fn add(
        &mut self,
        from: End<'a>,
        to: End<'a>,
        protocol: Protocol,
        port: u16,
        pairs: Vec<(Peer, Peer)>,
        because: Because<'a>,
    ) {
        let is_new = !pairs.is_empty() && self.seen.insert((from.clone(), to.clone(), protocol, port));
        if is_new {
            let Because { why, by } = because;
            let pairs = self.answered(pairs, protocol, port);
            self.flows.push(Flow {
                from,
                to,
                protocol,
                port,
                why,
                by: Some(by),
                declared_at: None,
                pairs,
                doubt: None,
            });
        }
    }

    fn answered(&self, pairs: Vec<(Peer, Peer)>, protocol: Protocol, port: u16) -> Vec<Pair<'a>> {
        let answered = |(from, to)| Pair { from, to, answer: self.network.probe(from, to, protocol, port) };
        pairs.into_iter().map(answered).collect()
    }
}
