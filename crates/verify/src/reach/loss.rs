//! The flows that need a zone which is lost, although what connects is in another.

use super::Reach;
use super::flow::{End, Flow, Pair, Verdict};
use super::network::Peer;
use crate::aws::balancing::is_balancer;
use crate::aws::network::Subnet;

/// A flow that needs a zone.
#[derive(Debug)]
pub struct Severed<'r, 'a> {
    /// The flow.
    pub flow: &'r Flow<'a>,
    /// Who is left and cannot connect.
    pub from: Peer,
    /// One of its connections that needs the zone: it leads through a gateway in the zone, or to
    /// something there.
    pub through: &'r Pair<'a>,
    /// Whether nobody who is left connects any more.
    pub is_whole: bool,
}

impl<'a> Reach<'a> {
    /// The flows that are open now, and not when zones are lost, for something that is left.
    pub fn severed(&self, lost: &[&str]) -> Vec<Severed<'_, 'a>> {
        let mut severed = Vec::new();
        // The targets of a load balancer are alternatives, and the load balancer itself is judged
        // by its zones.
        let is_judged = |flow: &&Flow<'a>| match &flow.from {
            End::Resource(from) => !is_balancer(from) && flow.verdict() == Verdict::Open,
            _ => false,
        };
        for flow in self.flows.iter().filter(is_judged) {
            let mut left: Vec<(Peer, bool, &Pair<'a>)> = Vec::new();
            for pair in flow.pairs.iter().filter(|pair| !self.is_in(pair.from, lost)) {
                let is_through = pair
                    .answer
                    .hops()
                    .iter()
                    .any(|hop| hop.zone.is_some_and(|zone| lost.contains(&zone)));
                let goes_on = !is_through && !self.is_in(pair.to, lost);
                match left.iter_mut().find(|(from, ..)| *from == pair.from) {
                    Some((_, any, _)) => *any |= goes_on,
                    None => left.push((pair.from, goes_on, pair)),
                }
            }
            let is_whole = left.iter().all(|(_, goes_on, _)| !goes_on);
            let gone = left.into_iter().filter(|(_, goes_on, _)| !goes_on);
            severed.extend(gone.map(|(from, _, pair)| Severed {
                flow,
                from,
                through: pair,
                is_whole,
            }));
        }
        severed
    }

    /// Whether a peer is in one of the zones.
    fn is_in(&self, peer: Peer, zones: &[&str]) -> bool {
        let Peer::Interface(id) = peer else { return false };
        let zone = self.network.interface(id).subnet.and_then(Subnet::zone);
        zone.is_some_and(|zone| zones.contains(&zone))
    }
}
