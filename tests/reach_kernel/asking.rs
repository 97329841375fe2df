//! Which connections are tried, and what the kernel says of them.

use std::collections::BTreeMap;
use std::time::Duration;

use anyhow::Result;
use fabric::{Answer, End, Network, Probe, Sandbox, Way};

/// How long nothing is heard before what is left is taken to be dropped: on an idle machine an answer takes less than a millisecond.
const PATIENCE: Duration = Duration::from_millis(250);

/// A connection from one end to a port of another, from whichever port.
pub type Flow = (End, End, u16);

/// Every flow of a network: from every interface to every other and to what is outside, and from outside.
pub fn flows(network: &Network) -> Vec<Flow> {
    let guarded = network.interfaces.iter().enumerate().filter(|(_, interface)| matches!(interface.way, Way::Guarded(_)));
    let mut ends: Vec<_> = guarded.map(|(place, _)| End::Interface(place)).collect();
    ends.push(End::Internet);
    let services = (0..network.services.len()).map(End::Service);
    let to: Vec<_> = ends.iter().copied().chain(services).collect();
    let ports = network.telling_ports();
    let mut flows = Vec::new();
    for from in ends {
        for to in to.iter().copied().filter(|to| *to != from && (from, matches!(to, End::Service(_))) != (End::Internet, true)) {
            flows.extend(ports.iter().map(|port| (from, to, *port)));
        }
    }
    flows
}

/// What the kernel says: open where it is from the lowest and from the highest port that the sender may use.
pub fn verdicts(sandbox: &mut Sandbox, network: &Network, turn: u16) -> Result<BTreeMap<Flow, bool>> {
    let flows = flows(network);
    let ports = network.telling_ports();
    let mut open: BTreeMap<Flow, bool> = flows.iter().map(|flow| (*flow, true)).collect();
    for (place, source_port) in source_ports(turn, &ports).into_iter().enumerate() {
        let asked: Vec<_> = flows.iter().filter(|flow| open[flow]).copied().collect();
        let probes: Vec<_> = asked.iter().map(|(from, to, port)| Probe { from: *from, to: *to, port: *port, source_port }).collect();
        let answers = sandbox.ask((place == 0).then_some(network), &probes, PATIENCE)?;
        for (flow, answer) in asked.into_iter().zip(answers) {
            open.insert(flow, answer == Answer::Open);
        }
    }
    Ok(open)
}

/// From the lowest and the highest ports of Linux, others at each turn, since the kernel remembers connections for a while.
fn source_ports(turn: u16, listening: &[u16]) -> [u16; 2] {
    const TURNS: u16 = 256;
    let free = |port: &u16| !listening.contains(port);
    let turn = turn % TURNS;
    [(32_768 + turn..).find(free), (0..=60_999 - turn).rev().find(free)].map(Option::unwrap)
}
