//! [`Picture`]: what to draw, before anything has a position.

mod cards;
mod collapse;
mod collect;
mod egress;
mod external;
mod lost;
mod mark;
mod needed;
mod node;
mod regional;
mod tiers;
mod traffic;
mod words;

use std::collections::BTreeSet;

pub use lost::{Lost, NodeImpact, UnknownZone, zones_named};
pub use mark::Mark;

use node::Node;
use verify::Inventory;
use verify::reach::Reach;

/// What is drawn of a stack.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    /// The headline.
    pub title: String,
    /// The line below it: region, zones, how much there is.
    pub summary: String,
    /// What the frame around the zones says, line by line: the VPC, its name, its addresses.
    pub network: Vec<String>,
    /// The availability zones from left to right; last, if it is needed, a place for what is in a
    /// zone that is not known.
    pub columns: Vec<Column>,
    /// From the internet down to the data.
    pub tiers: Vec<Tier>,
    /// Who calls, if a load balancer faces the internet.
    pub clients: Option<External>,
    /// Where NAT gateways lead, if there are any.
    pub internet: Option<External>,
    /// The flows between nodes.
    pub flows: Vec<Flow>,
    /// The needed flows that are blocked or unknown, in words; empty if the picture shows requests
    /// rather than needed flows.
    pub messages: Vec<(FlowKind, String)>,
    /// What is in no zone, counted: `2 S3 buckets`.
    pub regional: Vec<String>,
    /// What becomes of everything when zones are lost; `None` where the stack is drawn as it is.
    pub lost: Option<Lost>,
}

/// A zone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// As `us-east-1a`; `None` for the place of what is in a zone that is not known.
    pub zone: Option<String>,
    /// Whether it is taken away.
    pub is_lost: bool,
}

/// The subnets of one kind, across the zones.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tier {
    /// As `Public subnets`.
    pub title: String,
    /// Whether its subnets are reached from the internet.
    pub is_public: bool,
    /// For each column its subnets, if it has any here.
    pub cells: Vec<Option<Cell>>,
    /// What is in them: the same thing is at the same height in every zone.
    pub slots: Vec<Slot>,
}

/// The subnets of one tier in one zone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cell {
    /// As `10.0.0.0/20`, or `2 subnets`.
    pub label: String,
    /// What is unusual about the way out, as `leaves through us-east-1a`.
    pub note: Option<String>,
    /// The addresses of the subnets.
    pub addresses: String,
}

/// One thing, and where it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Slot {
    /// Its part in each column.
    pub cards: Vec<Option<Card>>,
}

/// The part of something that is in one zone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Card {
    /// What it is about, for its colour.
    pub subject: Subject,
    /// In AWS's words: `Aurora writer`.
    pub title: String,
    /// What its owner calls it.
    pub name: String,
    /// What matters about it, a line each.
    pub details: Vec<String>,
    /// Where it is in the configuration.
    pub address: String,
    /// The impact on it.
    pub mark: Option<Mark>,
}

/// What a card is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Subject {
    /// Load balancers, NAT gateways, endpoints.
    Network,
    /// Tasks, functions, machines.
    Compute,
    /// Databases, proxies, caches.
    Data,
}

/// A box outside the VPC.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct External {
    /// As `Clients`.
    pub title: String,
    /// As `HTTPS 443`.
    pub detail: String,
}

/// Traffic from some ends to others: from any to any.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Flow {
    /// Its kind.
    pub kind: FlowKind,
    /// The sources.
    pub from: Vec<End>,
    /// The targets.
    pub to: Vec<End>,
}

/// A kind of traffic.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum FlowKind {
    /// A request on its way from clients to data, or a needed flow that is open.
    Request,
    /// A needed flow that is blocked.
    Blocked,
    /// A needed flow of which it is not known whether it is open.
    Unknown,
    /// Out of the VPC, through the NAT gateway of the same zone.
    Out,
    /// Out of the VPC, through the NAT gateway of another zone.
    Crossing,
}

/// Where traffic begins or leads.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum End {
    /// The clients of the stack.
    Clients,
    /// Where NAT gateways lead.
    Internet,
    /// The part of something in one zone.
    Card {
        /// Which tier.
        tier: usize,
        /// Which of its slots.
        slot: usize,
        /// Which zone.
        column: usize,
    },
    /// The subnets of a tier in one zone.
    Cell {
        /// Which tier.
        tier: usize,
        /// Which zone.
        column: usize,
    },
}

impl Picture {
    /// The picture of a stack, with a headline; if zones are `lost`, of what is left of it.
    pub fn of(inventory: &Inventory, title: &str, lost: Option<&[&str]>) -> Self {
        Self::drawn(inventory, title, lost, false)
    }

    /// The same picture with the flows that the stack needs, instead of the paths of requests.
    pub fn with_flows(inventory: &Inventory, title: &str, lost: Option<&[&str]>) -> Self {
        Self::drawn(inventory, title, lost, true)
    }

    fn drawn(
        inventory: &Inventory,
        title: &str,
        lost: Option<&[&str]>,
        are_flows_asked: bool,
    ) -> Self {
        let mut nodes = collapse::alike(Node::all(inventory));
        nodes.sort_by_key(|node| node.layer);
        let (columns, mut tiers, places) = tiers::arrange(inventory, &nodes);
        let reach = (are_flows_asked || lost.is_some()).then(|| Reach::of(inventory));
        let needed = reach.as_ref().filter(|_| are_flows_asked);
        let mut flows = match needed {
            Some(reach) => needed::flows(reach, &places),
            None => traffic::flows(inventory, &nodes, &places),
        };
        flows.extend(egress::flows(&mut tiers, &columns, &nodes, &places));
        let mut picture = Self {
            title: words::clean(title),
            summary: external::summary(inventory, &columns),
            network: external::network(inventory),
            clients: external::clients(inventory, &flows),
            internet: external::internet(&flows),
            regional: regional::counts(inventory, &nodes),
            columns,
            tiers,
            flows,
            messages: needed.map(needed::messages).unwrap_or_default(),
            lost: None,
        };
        if let (Some(lost), Some(reach)) = (lost, &reach) {
            lost::take_away(&mut picture, reach, &nodes, &places, lost);
        }
        picture
    }

    /// A card.
    pub fn card(&self, end: End) -> Option<&Card> {
        let End::Card { tier, slot, column } = end else { return None };
        self.tiers.get(tier)?.slots.get(slot)?.cards.get(column)?.as_ref()
    }

    /// The names of the zones that are known.
    pub fn zones(&self) -> BTreeSet<&str> {
        self.columns.iter().filter_map(|column| column.zone.as_deref()).collect()
    }

    /// Whether nothing at all is drawn.
    pub fn is_empty(&self) -> bool {
        self.tiers.is_empty() && self.regional.is_empty()
    }
}

impl FlowKind {
    /// Whether it leads from clients towards data, rather than out.
    pub fn is_inward(self) -> bool {
        matches!(self, Self::Request | Self::Blocked | Self::Unknown)
    }
}

impl End {
    /// The zone in which it is; `None` for what is outside.
    pub fn column(self) -> Option<usize> {
        match self {
            Self::Card { column, .. } | Self::Cell { column, .. } => Some(column),
            Self::Clients | Self::Internet => None,
        }
    }
}

impl Column {
    /// What is above it.
    pub fn title(&self) -> &str {
        self.zone.as_deref().unwrap_or("not known")
    }
}
