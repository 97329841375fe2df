//! [`Declared`]: the flows and calls that a stack needs and its plan cannot show.

use std::fmt;
use std::net::IpAddr;
use std::ops::RangeInclusive;

use ipnet::IpNet;
use wildmatch::WildMatch;

/// The flows and calls of a policy file, in its order.
#[derive(Debug, Clone, Default)]
pub struct Declared {
    /// Who must reach whom.
    pub flows: Vec<Flow>,
    /// Who must be allowed to do what.
    pub calls: Vec<Call>,
}

/// A flow that is needed: `[[flow]]`.
#[derive(Debug, Clone, PartialEq)]
pub struct Flow {
    /// The source.
    pub from: End,
    /// The destination.
    pub to: End,
    /// The ports.
    pub ports: Ports,
    /// The protocol.
    pub protocol: Protocol,
    /// What it is for.
    pub why: String,
    /// Where it is declared, as `paytf-verify.toml:12:1`.
    pub declared_at: String,
}

/// One end of a flow.
#[derive(Debug, Clone, PartialEq)]
pub enum End {
    /// Any address outside the stack's networks: `internet`.
    Internet,
    /// A range of addresses, or one.
    Range(IpNet),
    /// The resources whose address matches, where `*` matches any text and `?` for one character.
    Resources(WildMatch),
}

/// The ports of a flow.
pub type Ports = RangeInclusive<u16>;

/// The protocol of a flow.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Protocol {
    /// What a flow has that names none.
    #[default]
    Tcp,
    /// Datagrams.
    Udp,
}

/// A call that is needed: `[[call]]`.
#[derive(Debug, Clone, PartialEq)]
pub struct Call {
    /// The roles that make it, by their addresses, where `*` matches any text and `?` for one
    /// character.
    pub role: WildMatch,
    /// The action, as `s3:PutObject`.
    pub action: String,
    /// What it is made on: an ARN, or the address of a resource; `*` for an action that is made on
    /// none.
    pub resource: String,
    /// What it is for.
    pub why: String,
    /// Where it is declared, as `paytf-verify.toml:12:1`.
    pub declared_at: String,
}

impl End {
    /// What a text means; None where it is none of the three.
    pub(super) fn parse(text: &str) -> Option<Self> {
        if text == "internet" {
            return Some(Self::Internet);
        }
        let range =
            text.parse::<IpNet>().ok().or_else(|| text.parse::<IpAddr>().ok().map(IpNet::from));
        match range {
            Some(range) => Some(Self::Range(range)),
            None => is_address(text).then(|| Self::Resources(WildMatch::new(text))),
        }
    }
}

impl fmt::Display for End {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Internet => out.write_str("internet"),
            Self::Range(range) => range.fmt(out),
            Self::Resources(pattern) => pattern.fmt(out),
        }
    }
}

impl fmt::Display for Protocol {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(match self {
            Self::Tcp => "tcp",
            Self::Udp => "udp",
        })
    }
}

/// Whether a text can match the address of a resource: `aws_ecs_service.app`, `module.app.*`, `*`.
pub(super) fn is_address(text: &str) -> bool {
    let begins_well =
        text.starts_with(|first: char| first.is_ascii_alphabetic() || "*?_".contains(first));
    begins_well && (text.contains('.') || text.contains('*')) && !text.contains(['/', ' '])
}
