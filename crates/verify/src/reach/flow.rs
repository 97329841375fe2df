//! [`Flow`]: a connection that a stack needs, and whether it is possible.

use std::fmt;

use ipnet::IpNet;

use super::answer::{Answer, Block};
use super::network::{Network, Peer};
use crate::declared::Protocol;
use crate::{AttributePath, Resource};

/// A connection that a stack needs.
#[derive(Debug)]
pub struct Flow<'a> {
    /// The source.
    pub from: End<'a>,
    /// The destination.
    pub to: End<'a>,
    /// The protocol.
    pub protocol: Protocol,
    /// The port.
    pub port: u16,
    /// What it is for.
    pub why: String,
    /// What says that it is needed; None where a policy file does.
    pub by: Option<AttributePath<'a>>,
    /// Where it is declared, as `paytf-verify.toml:12:1`.
    pub declared_at: Option<String>,
    /// Its connections, one for each source and destination. All of them must be possible.
    pub pairs: Vec<Pair<'a>>,
    /// Why its ends are not all known.
    pub doubt: Option<String>,
}

/// One of the connections of a flow.
#[derive(Debug)]
pub struct Pair<'a> {
    /// The source.
    pub from: Peer,
    /// The destination.
    pub to: Peer,
    /// Whether the connection is possible.
    pub answer: Answer<'a>,
}

/// One end of a flow.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum End<'a> {
    /// Clients, or something outside, in the internet.
    Internet,
    /// A range of addresses.
    Range(IpNet),
    /// An AWS service: through an endpoint of the network, or by its public addresses.
    Service(&'static str),
    /// A resource of the plan.
    Resource(Resource<'a>),
    /// What a policy file names and no resource of the plan is.
    Nothing(String),
}

/// Whether a flow is possible.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// All of its connections do.
    Open,
    /// One does not.
    Blocked,
    /// It is not known of one.
    Unknown,
}

impl<'a> Flow<'a> {
    /// Whether it is possible.
    pub fn verdict(&self) -> Verdict {
        if self.blocked().next().is_some() {
            return Verdict::Blocked;
        }
        let is_open = self.doubt.is_none() && self.pairs.iter().all(|pair| pair.answer.is_open());
        if is_open { Verdict::Open } else { Verdict::Unknown }
    }

    /// The connections that are blocked, and what stops each.
    pub fn blocked(&self) -> impl Iterator<Item = (&Pair<'a>, &Block<'a>)> {
        self.pairs.iter().filter_map(|pair| match &pair.answer {
            Answer::Blocked(block) => Some((pair, &**block)),
            _ => None,
        })
    }

    /// Why it is not known whether it is possible.
    pub fn reasons(&self) -> impl Iterator<Item = &str> {
        let pairs = self.pairs.iter().filter_map(|pair| match &pair.answer {
            Answer::Unknown(reason) => Some(reason.as_str()),
            _ => None,
        });
        self.doubt.as_deref().into_iter().chain(pairs)
    }
}

impl Verdict {
    /// Its name in one word.
    pub fn word(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Blocked => "blocked",
            Self::Unknown => "unknown",
        }
    }
}

impl fmt::Display for End<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Internet => f.write_str("internet"),
            Self::Range(range) => range.fmt(f),
            Self::Service(service) => write!(f, "AWS service {service}"),
            Self::Resource(resource) => f.write_str(resource.address()),
            Self::Nothing(pattern) => f.write_str(pattern),
        }
    }
}

impl fmt::Display for Flow<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let protocol = self.protocol.to_string().to_uppercase();
        write!(f, "{} to {} on {protocol} {}", self.from, self.to, self.port)
    }
}

impl Peer {
    /// What it is called, for a person.
    pub fn name(self, network: &Network) -> String {
        match self {
            Self::Interface(id) => network.interface(id).name(),
            Self::Address(address) => address.to_string(),
            Self::Internet => "internet".to_owned(),
            Self::InternetV6 => "internet over IPv6".to_owned(),
            Self::Service(service) => format!("AWS service {service}"),
            Self::Client(node, _) => format!("a client through {}", network.interface(node).name()),
        }
    }
}
