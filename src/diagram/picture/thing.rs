//! [`Thing`]: something that stands in zones, with a part of itself in each.

use super::cards;
use super::{Card, Subject};
use verify::aws::network::Standing;
use verify::loss::{Cluster, Service, Spread};
use verify::{Inventory, Resource};

/// Something that stands in zones.
#[derive(Debug, Clone)]
pub struct Thing<'a> {
    /// The resource; or several that are alike.
    pub members: Vec<Resource<'a>>,
    /// Where it comes among what stands in the same subnets: traffic goes down.
    pub rank: Rank,
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
    /// What is drawn.
    pub card: Card,
}

/// The order of things from the internet down to the data.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Rank {
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
}

impl Rank {
    /// What it is about.
    pub fn subject(self) -> Subject {
        match self {
            Self::LoadBalancer | Self::Nat | Self::Endpoint => Subject::Network,
            Self::Service | Self::Machine | Self::Function => Subject::Compute,
            Self::Proxy | Self::Database | Self::Cache => Subject::Data,
        }
    }
}

impl<'a> Thing<'a> {
    /// Everything that stands in zones, in the order of the plan.
    pub fn all(inventory: &'a Inventory) -> Vec<Self> {
        let mut things: Vec<_> = Spread::all(inventory).into_iter().map(cards::spread).collect();
        things.extend(Service::all(inventory).map(|service| cards::service(&service)));
        things.extend(inventory.all("aws_ecs_service").filter_map(cards::service_on_machines));
        things.extend(Cluster::all(inventory).map(|cluster| cards::cluster(&cluster)));
        for (kind, rank, title, class) in cards::SINGLE {
            things.extend(inventory.all(kind).map(|resource| cards::single(resource, rank, title, class)));
        }
        things
    }

    /// Of something that stands where its subnets are, the same in each zone.
    pub fn standing(resource: Resource<'a>, rank: Rank, standing: &Standing<'a>, card: Card) -> Self {
        let zones = standing.drawn_zones().into_iter().map(Some);
        let mut parts: Vec<_> = zones.map(|zone| Part { zone, card: card.clone() }).collect();
        let open = standing.open.as_ref().filter(|_| !standing.is_assumed || parts.is_empty());
        let reason = match (open, parts.is_empty()) {
            (Some(reason), _) => Some(reason.as_str()),
            (None, true) => Some("it is given no subnet in this plan"),
            (None, false) => None,
        };
        if let Some(reason) = reason {
            let mut card = card;
            card.address = format!("{}: {reason}", card.address);
            parts.push(Part { zone: None, card });
        }
        let subnets = standing.subnets.iter().map(|(subnet, _)| *subnet).collect();
        Self { members: vec![resource], rank, subnets, parts }
    }

    /// What it is called, for a table.
    pub fn label(&self) -> (String, String) {
        let card = self.parts.first().map(|part| &part.card);
        card.map(|card| (card.title.clone(), card.name.clone())).unwrap_or_default()
    }
}
