//! The flows that the stack needs, drawn instead of the path of requests: open, blocked and unknown
//! ones.

use std::collections::{BTreeMap, BTreeSet};

use super::tiers::Positions;
use super::{End, Flow, FlowKind, words};
use verify::reach::{self, Peer, Reach, Verdict};

/// The needed flows, one for all that lead to the same ends.
pub fn flows(reach: &Reach, positions: &Positions) -> Vec<Flow> {
    let mut by_source: BTreeMap<(FlowKind, Vec<End>), BTreeSet<End>> = BTreeMap::new();
    for flow in &reach.flows {
        let (from, to) = (sources(flow, positions), targets(reach, flow, positions));
        if !from.is_empty() && !to.is_empty() {
            by_source.entry((way(flow.verdict()), from)).or_default().extend(to);
        }
    }
    let mut by_target: BTreeMap<(FlowKind, BTreeSet<End>), BTreeSet<End>> = BTreeMap::new();
    for ((way, from), to) in by_source {
        let from: Vec<_> = from.into_iter().filter(|end| !to.contains(end)).collect();
        by_target.entry((way, to)).or_default().extend(from);
    }
    let flow = |((kind, to), from): ((FlowKind, BTreeSet<End>), BTreeSet<End>)| Flow {
        kind,
        from: from.into_iter().collect(),
        to: to.into_iter().collect(),
    };
    by_target.into_iter().map(flow).filter(|flow| !flow.from.is_empty()).collect()
}

/// The flows that are blocked, and those that are unknown, in words.
pub fn messages(reach: &Reach) -> Vec<(FlowKind, String)> {
    let inventory = reach.network.inventory();
    let mut messages = Vec::new();
    for flow in reach.flows.iter().filter(|flow| flow.verdict() != Verdict::Open) {
        let blocked = flow.blocked().next().map(|(_, block)| block.missing.clone());
        let reason =
            blocked.or_else(|| flow.reasons().next().map(str::to_owned)).unwrap_or_default();
        messages.push((
            way(flow.verdict()),
            words::clean(&inventory.redacted(&format!("{flow}: {reason}"))),
        ));
    }
    for unread in &reach.unread {
        messages.push((
            FlowKind::Unknown,
            words::clean(&inventory.redacted(&format!("{}: {}", unread.what, unread.reason))),
        ));
    }
    messages.sort();
    messages.dedup();
    messages
}

fn way(verdict: Verdict) -> FlowKind {
    match verdict {
        Verdict::Open => FlowKind::Request,
        Verdict::Blocked => FlowKind::Blocked,
        Verdict::Unknown => FlowKind::Unknown,
    }
}

fn sources(flow: &reach::Flow, positions: &Positions) -> Vec<End> {
    match &flow.from {
        reach::End::Internet | reach::End::Range(_) => vec![End::Clients],
        reach::End::Resource(resource) => positions.of(*resource).to_vec(),
        reach::End::Service(_) | reach::End::Nothing(_) => Vec::new(),
    }
}

/// Where a flow leads. A service is drawn at its interface endpoints; one with a gateway endpoint
/// has no place.
fn targets(reach: &Reach, flow: &reach::Flow, positions: &Positions) -> BTreeSet<End> {
    let of_pair = |to: Peer| match to {
        Peer::Interface(id) => positions.of(reach.network.interface(id).resource).to_vec(),
        _ => Vec::new(),
    };
    match &flow.to {
        reach::End::Internet | reach::End::Range(_) => BTreeSet::from([End::Internet]),
        reach::End::Resource(resource) => positions.of(*resource).iter().copied().collect(),
        reach::End::Service(_) => flow.pairs.iter().flat_map(|pair| of_pair(pair.to)).collect(),
        reach::End::Nothing(_) => BTreeSet::new(),
    }
}
