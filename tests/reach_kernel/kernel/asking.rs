//! Which connections are tried, and what the kernel says of them.

use std::collections::BTreeMap;
use std::time::Duration;

use anyhow::Result;
use fabric::{Answer, CLIENT_PORTS, End, Network, Probe, Sandbox, Way};

/// How long nothing is heard before what is left is taken to be dropped: on an idle machine an
/// answer takes less than a millisecond.
const PATIENCE: Duration = Duration::from_millis(250);
/// For what is asked once more.
const MORE_PATIENCE: Duration = Duration::from_secs(3);
/// Another source port for each network, this many times: the kernel remembers a connection for a
/// while.
const TURNS: u16 = 256;

/// A connection from one end to a port of another, from whichever port.
pub type Flow = (End, End, u16);

/// Every flow of a network: from every interface to every other, to the internet and to the
/// services of gateway endpoints, and from the internet to every interface.
pub fn flows(network: &Network) -> Vec<Flow> {
    let guarded = network
        .interfaces
        .iter()
        .enumerate()
        .filter(|(_, interface)| matches!(interface.way, Way::Guarded(_)));
    let from: Vec<_> =
        guarded.map(|(place, _)| End::Interface(place)).chain([End::Internet]).collect();
    let services = (0..network.services.len()).map(End::Service);
    let to: Vec<_> = from.iter().copied().chain(services).collect();
    let ports = network.telling_ports();
    let is_within = |end: &End| matches!(end, End::Interface(_));
    let pairs = from.iter().flat_map(|from| to.iter().map(move |to| (*from, *to)));
    let pairs = pairs.filter(|(from, to)| from != to && (is_within(from) || is_within(to)));
    pairs.flat_map(|(from, to)| ports.iter().map(move |port| (from, to, *port))).collect()
}

/// What the kernel says: open where it is from the lowest and from the highest port that the sender
/// may use.
pub fn verdicts(
    sandbox: &mut Sandbox,
    network: &Network,
    turn: u16,
) -> Result<BTreeMap<Flow, bool>> {
    let mut open: BTreeMap<Flow, bool> =
        flows(network).into_iter().map(|flow| (flow, true)).collect();
    for (place, highest) in [false, true].into_iter().enumerate() {
        let asked: Vec<_> = open.iter().filter(|(_, open)| **open).map(|(flow, _)| *flow).collect();
        let probes = probes(network, &asked, highest, turn);
        let answers = sandbox.ask((place == 0).then_some(network), &probes, PATIENCE)?;
        open.extend(
            asked.into_iter().zip(answers.into_iter().map(|answer| answer == Answer::Open)),
        );
    }
    Ok(open)
}

/// Asks once more of some flows of the network that was asked of last: on a busy machine an answer
/// may come late.
pub fn once_more(
    sandbox: &mut Sandbox,
    network: &Network,
    flows: &[Flow],
    turn: u16,
) -> Result<Vec<bool>> {
    let mut open = vec![true; flows.len()];
    for highest in [false, true] {
        let answers =
            sandbox.ask(None, &probes(network, flows, highest, turn + TURNS / 2), MORE_PATIENCE)?;
        open.iter_mut().zip(answers).for_each(|(open, answer)| *open &= answer == Answer::Open);
    }
    Ok(open)
}

fn probes(network: &Network, flows: &[Flow], highest: bool, turn: u16) -> Vec<Probe> {
    let listening = network.telling_ports();
    let probe = |(from, to, port): &Flow| {
        let ports = match from {
            End::Interface(place) => network.interfaces[*place].ports,
            End::Internet | End::Service(_) => CLIENT_PORTS,
        };
        let turn = turn % TURNS;
        let is_free = |port: &u16| !listening.contains(port);
        let source_port = match highest {
            false => (ports.from + turn..=ports.to).find(is_free),
            true => (ports.from..=ports.to - turn).rev().find(is_free),
        };
        Probe { from: *from, to: *to, port: *port, source_port: source_port.unwrap() }
    };
    flows.iter().map(probe).collect()
}
