//! [`FlowReport`]: the flows that a stack needs, as they are reported.

use schemars::JsonSchema;
use serde::Serialize;

use crate::Inventory;
use crate::reach::{Answer, Flow, Network, Peer, Reach, Unread};

/// A flow that the stack needs.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct FlowReport {
    /// Who connects: the address of a resource, `internet`, or a range.
    pub from: String,
    /// To whom: the same, or an AWS service.
    pub to: String,
    /// `tcp` or `udp`.
    pub protocol: String,
    /// The port.
    pub port: u16,
    /// What it is for.
    pub why: String,
    /// What says that it is needed: an address, or where it is declared.
    pub by: String,
    /// `open`, `blocked` or `unknown`.
    pub verdict: &'static str,
    /// How many connections it is: from each place of the one to each of the other.
    pub connections: usize,
    /// What stops it, or why it is not known; empty where it is open.
    pub reason: String,
}

/// A resource that may need flows, where the plan does not show whether it does, or which.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct UnreadReport {
    /// What is not known.
    pub what: String,
    /// The address of the resource that does not say it.
    pub by: String,
    /// Why it is not known.
    pub reason: String,
}

impl UnreadReport {
    /// One for each resource that may need flows.
    pub fn all(reach: &Reach) -> Vec<Self> {
        let inventory = reach.network.inventory();
        let report = |unread: &Unread| Self {
            what: inventory.redacted(&unread.what),
            by: unread.place.resource().address().to_owned(),
            reason: inventory.redacted(&unread.reason),
        };
        reach.unread.iter().map(report).collect()
    }
}

/// One connection: of a question, each that its two ends can make.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Connection {
    /// Who connects, and in which subnet.
    pub from: String,
    /// To whom, and in which subnet.
    pub to: String,
    /// `open`, `blocked` or `unknown`.
    pub verdict: &'static str,
    /// Its way, hop by hop: the whole, or up to what stops it.
    pub hops: Vec<String>,
    /// What stops it, or why it is not known; empty where it is open.
    pub reason: String,
}

impl FlowReport {
    /// Of a flow; what Terraform calls sensitive is not shown.
    pub fn of(flow: &Flow, inventory: &Inventory) -> Self {
        let by = flow.by.as_ref().map(|place| place.resource().address().to_owned());
        let blocked = flow.blocked().next().map(|(_, block)| block.missing.clone());
        let reason = blocked.or_else(|| flow.reasons().next().map(str::to_owned));
        Self {
            from: flow.from.to_string(),
            to: flow.to.to_string(),
            protocol: flow.protocol.to_string(),
            port: flow.port,
            why: inventory.redacted(&flow.why),
            by: by.or_else(|| flow.declared_at.clone()).unwrap_or_default(),
            verdict: flow.verdict().word(),
            connections: flow.pairs.len(),
            reason: inventory.redacted(&reason.unwrap_or_default()),
        }
    }

    /// Of all that a stack needs.
    pub fn all(reach: &Reach) -> Vec<Self> {
        reach.flows.iter().map(|flow| Self::of(flow, reach.network.inventory())).collect()
    }
}

impl Connection {
    /// Of an answer.
    pub fn of(network: &Network, from: Peer, to: Peer, answer: &Answer) -> Self {
        let reason = match answer {
            Answer::Open(_) => String::new(),
            Answer::Blocked(block) => block.missing.clone(),
            Answer::Unknown(reason) => reason.clone(),
        };
        Self {
            from: from.name(network),
            to: to.name(network),
            verdict: answer.word(),
            hops: answer
                .hops()
                .iter()
                .map(|hop| network.inventory().redacted(&hop.to_string()))
                .collect(),
            reason: network.inventory().redacted(&reason),
        }
    }
}
