//! [`Node`]: a resource in zones, with a part in each.

use super::{Card, Subject};
use verify::Resource;
use verify::aws::network::ZonePlacement;

/// Something that is in zones.
#[derive(Debug, Clone)]
pub struct Node<'a> {
    /// The resource; or several that are alike.
    pub members: Vec<Resource<'a>>,
    /// Its position among the nodes in the same subnets: traffic goes down.
    pub layer: Layer,
    /// The subnets it is given.
    pub subnets: Vec<Resource<'a>>,
    /// Its part in each zone.
    pub parts: Vec<Part<'a>>,
}

/// The part of something in one zone.
#[derive(Debug, Clone)]
pub struct Part<'a> {
    /// The zone; `None` where it is not known.
    pub zone: Option<&'a str>,
    /// The card that is drawn.
    pub card: Card,
}

/// The order of things from the internet down to the data.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Layer {
    /// Takes the requests.
    LoadBalancer,
    /// Lets subnets out.
    Nat,
    /// Tasks of a service.
    Service,
    /// Machines.
    Machine,
    /// Functions.
    Function,
    /// Ways to AWS's own services.
    Endpoint,
    /// Keeps connections to a database.
    Proxy,
    /// A database.
    Database,
    /// A cache.
    Cache,
    /// Another way between networks, or into one.
    Attachment,
    /// Something else that computes.
    Workload,
    /// Something else that keeps data.
    Store,
}

impl Layer {
    /// What it is about.
    pub fn subject(self) -> Subject {
        match self {
            Self::LoadBalancer | Self::Nat | Self::Endpoint | Self::Attachment => Subject::Network,
            Self::Service | Self::Machine | Self::Function | Self::Workload => Subject::Compute,
            Self::Proxy | Self::Database | Self::Cache | Self::Store => Subject::Data,
        }
    }
}

impl<'a> Node<'a> {
    /// A node that has the same part in each zone of its subnets.
    pub fn placement(
        resource: Resource<'a>,
        layer: Layer,
        placement: &ZonePlacement<'a>,
        card: Card,
    ) -> Self {
        let zones = placement.drawn_zones().into_iter().map(Some);
        let mut parts: Vec<_> = zones.map(|zone| Part { zone, card: card.clone() }).collect();
        let incomplete =
            placement.incomplete.as_ref().filter(|_| !placement.is_ambiguous || parts.is_empty());
        let reason = match (incomplete, parts.is_empty()) {
            (Some(reason), _) => Some(reason.as_str()),
            (None, true) => Some("it is given no subnet in this plan"),
            (None, false) => None,
        };
        if let Some(reason) = reason {
            let mut card = card;
            card.address = format!("{}: {reason}", card.address);
            parts.push(Part { zone: None, card });
        }
        let subnets = placement.subnets.iter().map(|(subnet, _)| *subnet).collect();
        Self { members: vec![resource], layer, subnets, parts }
    }

    /// What it is called, for a table.
    pub fn label(&self) -> (String, String) {
        let card = self.parts.first().map(|part| &part.card);
        card.map(|card| (card.title.clone(), card.name.clone())).unwrap_or_default()
    }
}
