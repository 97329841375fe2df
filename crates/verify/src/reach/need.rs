//! [`Needs`]: the flows that a stack needs, derived from what it is made of, and those that people
//! declare.

mod call;
mod client;
mod cluster;
mod data;
mod declared;
mod named;
mod program;
mod store;
mod target;
mod task;

use std::collections::{HashMap, HashSet};

use super::answer::{Answer, Step};
use super::flow::{End, Flow, Pair};
use super::interface::InterfaceId;
use super::network::{Network, Peer};
use super::service::{Endpoints, ServiceEndpoints};
use super::unread::Unread;
use crate::declared::Protocol;
use crate::policy::Policy;
use crate::{AttributePath, Inventory, Planned, Resource};

/// AWS services are called, and images are pulled, on this port.
const HTTPS: u16 = 443;

/// Every flow that a stack needs, with whether it is possible; and what may need others, of which
/// the plan does not show.
pub fn flows<'a>(
    inventory: &'a Inventory,
    network: &Network<'a>,
    policies: &[Policy<'a>],
) -> (Vec<Flow<'a>>, Vec<Unread<'a>>) {
    let mut needs = Needs {
        inventory,
        network,
        flows: Vec::new(),
        unread: Vec::new(),
        seen: HashSet::new(),
        services: HashMap::new(),
        endpoints: Endpoints::of(inventory),
        reported: HashSet::new(),
    };
    client::add(&mut needs);
    target::add(&mut needs);
    let programs = program::programs(&mut needs);
    named::add(&mut needs, &programs);
    data::add(&mut needs, &programs);
    task::add(&mut needs, &programs);
    call::add(&mut needs, &programs, policies);
    cluster::add(&mut needs);
    declared::add(&mut needs);
    (needs.flows, needs.unread)
}

/// The flows found so far.
struct Needs<'n, 'a> {
    inventory: &'a Inventory,
    network: &'n Network<'a>,
    flows: Vec<Flow<'a>>,
    unread: Vec<Unread<'a>>,
    /// The flows found so far, so that one that two resources need is added once.
    seen: HashSet<(End<'a>, End<'a>, Protocol, u16)>,
    /// Where each network finds a service.
    services: HashMap<(Resource<'a>, &'static str), ServiceEndpoints>,
    endpoints: Endpoints<'a>,
    /// What was reported as unread, so that each resource reports it once.
    reported: HashSet<(Resource<'a>, String, String)>,
}

/// What a flow is for, and what says so.
struct Because<'a> {
    why: String,
    by: AttributePath<'a>,
}

impl<'a> Because<'a> {
    fn new(why: impl Into<String>, by: AttributePath<'a>) -> Self {
        Self { why: why.into(), by }
    }
}

/// Whether something is named at a place, and not left to AWS or to the provider.
fn is_given(place: &AttributePath) -> bool {
    match place.value() {
        Planned::Absent => false,
        Planned::Known(value) => {
            value.as_str() != Some("") && !value.as_array().is_some_and(Vec::is_empty)
        }
        Planned::Unknown => place.waits(),
    }
}

impl<'a> Needs<'_, 'a> {
    /// Reports that the plan does not show which flows something needs, or whether it needs any.
    fn unread(
        &mut self,
        place: &AttributePath<'a>,
        what: impl Into<String>,
        reason: impl Into<String>,
    ) {
        self.unread_of(Unread {
            place: place.clone(),
            what: what.into(),
            reason: reason.into(),
            port: None,
        });
    }

    /// Reports the same for calls of AWS services and registries, which use port 443.
    fn unread_calls(
        &mut self,
        place: &AttributePath<'a>,
        what: impl Into<String>,
        reason: impl Into<String>,
    ) {
        let unread = Unread {
            place: place.clone(),
            what: what.into(),
            reason: reason.into(),
            port: Some(HTTPS),
        };
        self.unread_of(unread);
    }

    fn unread_of(&mut self, new: Unread<'a>) {
        if self.reported.insert((new.place.resource(), new.what.clone(), new.reason.clone())) {
            self.unread.push(new);
        }
    }

    /// The resource of the plan that a place names. If it names one that is not certain or not part
    /// of the plan, this is reported as unread.
    fn linked(
        &mut self,
        place: &AttributePath<'a>,
        kinds: &[&str],
        what: impl Fn() -> String,
    ) -> Option<Resource<'a>> {
        if !is_given(place) {
            return None;
        }
        let links = place.link_to(kinds);
        match links.proven() {
            Ok(resource) if !resource.is_data() => Some(resource),
            Ok(resource) => {
                self.unread(
                    place,
                    what(),
                    format!("{} is not part of this plan", resource.address()),
                );
                None
            }
            Err(reason) => {
                // If the value comes from something of another type, the message says from what.
                let is_other = links.links.is_empty()
                    && links.incomplete.is_empty()
                    && links.elsewhere.is_empty();
                let reason = if is_other { place.known_later() } else { reason };
                self.unread(place, what(), format!("{}: {reason}", place.path()));
                None
            }
        }
    }

    /// The same as [`Needs::linked`] for a list: reports what is not certain.
    fn linked_all(&mut self, place: &AttributePath<'a>, kinds: &[&str], what: impl Fn() -> String) {
        if is_given(place) {
            let links = place.links_to(kinds);
            if !links.is_complete() || links.ambiguous.is_some() {
                self.unread(place, what(), format!("{}: {}", place.path(), links.reason()));
            }
        }
    }

    /// A flow between what has interfaces: each of one to each of the other.
    fn between(
        &mut self,
        from: Resource<'a>,
        to: Resource<'a>,
        protocol: Protocol,
        port: u16,
        because: Because<'a>,
    ) {
        let pairs = self.pairs(from, to, |_, _| true);
        if pairs.is_empty() {
            let reason = format!("{} has no address in the networks of this plan", to.address());
            return self.unread(
                &because.by,
                format!("whether {} reaches {} on port {port}", from.address(), to.address()),
                reason,
            );
        }
        self.add(End::Resource(from), End::Resource(to), protocol, port, pairs, because);
    }

    /// From each interface of one to each of the other. A function that is in no network comes from
    /// AWS's public addresses. Source: AWS Lambda Developer Guide, "Giving Lambda functions
    /// access to resources in an Amazon VPC".
    fn pairs(
        &self,
        from: Resource<'a>,
        to: Resource<'a>,
        wanted: impl Fn(InterfaceId, InterfaceId) -> bool,
    ) -> Vec<(Peer, Peer)> {
        let mut pairs = Vec::new();
        let targets = || self.network.of_resource(to);
        for from in self.network.of_resource(from) {
            for to in targets().filter(|to| to.id != from.id && wanted(from.id, to.id)) {
                pairs.push((Peer::Interface(from.id), Peer::Interface(to.id)));
            }
        }
        let is_outside =
            from.kind() == "aws_lambda_function" && self.network.of_resource(from).next().is_none();
        pairs.extend(
            targets().filter(|_| is_outside).map(|to| (Peer::Internet, Peer::Interface(to.id))),
        );
        pairs
    }

    /// A flow to an AWS service: through the endpoints of the network, or out of it.
    fn calls(&mut self, from: Resource<'a>, service: &'static str, because: Because<'a>) {
        let mut pairs = Vec::new();
        let mut doubt = None;
        let mut unused = None;
        let network = self.network;
        for interface in network.of_resource(from) {
            let own = Peer::Interface(interface.id);
            let vpc = network
                .ground(interface)
                .and_then(|ground| ground.vpc.as_ref().ok()?.as_ref().copied());
            let Some(vpc) = vpc else {
                pairs.push((own, Peer::Service(service)));
                continue;
            };
            let found = self
                .services
                .entry((vpc, service))
                .or_insert_with(|| ServiceEndpoints::of(network, &self.endpoints, vpc, service));
            doubt = doubt.or_else(|| found.doubt.clone());
            unused = unused.or_else(|| found.unused.clone());
            match found.endpoints.is_empty() {
                true => pairs.push((own, Peer::Service(service))),
                false => pairs.extend(
                    found.endpoints.iter().map(|endpoint| (own, Peer::Interface(*endpoint))),
                ),
            }
        }
        let before = self.flows.len();
        self.add(End::Resource(from), End::Service(service), Protocol::Tcp, HTTPS, pairs, because);
        if let Some(flow) = self.flows.get_mut(before) {
            flow.doubt = doubt;
            // Why the endpoint that there is does not help.
            let blocked = flow.pairs.iter_mut().filter_map(|pair| match &mut pair.answer {
                Answer::Blocked(block) if block.step == Step::Route => Some(block),
                _ => None,
            });
            blocked.for_each(|block| {
                block.missing.extend(unused.iter().map(|why| format!("; {why}")))
            });
        }
    }

    /// A flow out to something in the internet.
    fn calls_internet(&mut self, from: Resource<'a>, port: u16, because: Because<'a>) {
        let pairs = self
            .network
            .of_resource(from)
            .map(|own| (Peer::Interface(own.id), Peer::Internet))
            .collect();
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
        let is_new =
            !pairs.is_empty() && self.seen.insert((from.clone(), to.clone(), protocol, port));
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
        let answered =
            |(from, to)| Pair { from, to, answer: self.network.probe(from, to, protocol, port) };
        pairs.into_iter().map(answered).collect()
    }
}
