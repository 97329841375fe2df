//! [`Network`]: who reaches whom, by the routes, network ACLs and security groups of a plan.
//!
//! An answer is exact for what the plan says: a connection is followed hop by hop, there and back,
//! for every distinct place that its two ends can have. What it proves are flows in the plan, not
//! that AWS does what it documents. What a plan does not show is unknown, and never open.

mod access_list;
mod answer;
mod exposure;
mod family;
mod flow;
mod group;
mod interface;
mod loss;
mod need;
mod network;
mod probe;
mod routing;
mod service;
mod trace;
mod unread;
mod uses;

pub use answer::{Answer, Block, Hop, Step};
pub use exposure::{Exposure, exposures};
pub use family::Family;
pub use flow::{End, Flow, Pair, Verdict};
pub use group::Groups;
pub use interface::{Interface, InterfaceId, Kind};
pub use loss::Severed;
pub use network::{Network, Peer};
pub use unread::Unread;
pub use uses::{Use, Uses};

use crate::Inventory;
use crate::policy::{Policy, policies};

pub use super::declared::Protocol;

/// The network of a plan, and the flows that it needs.
#[derive(Debug)]
pub struct Reach<'a> {
    /// The network.
    pub network: Network<'a>,
    /// The flows, with whether each is possible.
    pub flows: Vec<Flow<'a>>,
    /// What may need others, which the plan does not show.
    pub unread: Vec<Unread<'a>>,
}

impl<'a> Reach<'a> {
    /// Reads the connections of a plan.
    pub fn of(inventory: &'a Inventory) -> Self {
        Self::with_policies(inventory, &policies(inventory))
    }

    /// Of a plan whose policies are read already.
    pub(crate) fn with_policies(inventory: &'a Inventory, policies: &[Policy<'a>]) -> Self {
        let network = Network::of(inventory);
        let (flows, unread) = need::flows(inventory, &network, policies);
        Self { network, flows, unread }
    }
}
