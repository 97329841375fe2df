//! [`Answer`]: whether a connection is possible, with its way, or what stops it.

use std::fmt;

use crate::AttributePath;

/// Whether one reaches another.
#[derive(Debug, Clone)]
pub enum Answer<'a> {
    /// It does, on this way.
    Open(Vec<Hop<'a>>),
    /// It does not.
    Blocked(Box<Block<'a>>),
    /// The plan does not show, for this reason.
    Unknown(String),
}

/// What stops a connection.
#[derive(Debug, Clone)]
pub struct Block<'a> {
    /// The way up to there.
    pub hops: Vec<Hop<'a>>,
    /// What stops it: a security group, an ACL or one of its entries, a route table, a subnet.
    pub element: AttributePath<'a>,
    /// What is missing there, in a sentence.
    pub missing: String,
    /// The step that is not taken.
    pub step: Step,
}

/// A step of the way, and what lets the connection take it.
#[derive(Debug, Clone)]
pub struct Hop<'a> {
    /// The step.
    pub step: Step,
    /// What lets it: a rule, entries, a route; nothing where nothing holds it up.
    pub by: Vec<AttributePath<'a>>,
    /// The zone that is lost with it, where it leads through one.
    pub zone: Option<&'a str>,
}

/// The steps of a connection, in their order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Step {
    /// The security groups of the caller let it out.
    GroupOut,
    /// The route table of the caller's subnet leads on.
    Route,
    /// The ACL of the caller's subnet lets it out.
    AclOut,
    /// The ACL of the gateway's subnet lets it in.
    GatewayIn,
    /// The route table of the gateway's subnet leads on.
    GatewayRoute,
    /// The ACL of the gateway's subnet lets it out.
    GatewayOut,
    /// The ACL of the subnet lets it in.
    AclIn,
    /// The security groups of the one that is called let it in.
    GroupIn,
    /// The ACL lets the answer out.
    AnswerOut,
    /// The ACL of the gateway's subnet lets the answer in.
    AnswerGatewayIn,
    /// The ACL of the gateway's subnet lets the answer out.
    AnswerGatewayOut,
    /// The ACL of the caller's subnet lets the answer in.
    AnswerIn,
}

impl<'a> Answer<'a> {
    /// Whether one reaches the other.
    pub fn is_open(&self) -> bool {
        matches!(self, Self::Open(_))
    }

    /// Whether it is certain that one does not reach the other.
    pub fn is_blocked(&self) -> bool {
        matches!(self, Self::Blocked(_))
    }

    /// The way: the whole, or up to what stops it.
    pub fn hops(&self) -> &[Hop<'a>] {
        match self {
            Self::Open(hops) => hops,
            Self::Blocked(block) => &block.hops,
            Self::Unknown(_) => &[],
        }
    }

    /// Its name in one word.
    pub fn word(&self) -> &'static str {
        match self {
            Self::Open(_) => "open",
            Self::Blocked(_) => "blocked",
            Self::Unknown(_) => "unknown",
        }
    }
}

impl fmt::Display for Answer<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Open(_) => f.write_str("open"),
            Self::Blocked(block) => write!(f, "blocked: {}", block.missing),
            Self::Unknown(reason) => write!(f, "unknown: {reason}"),
        }
    }
}

impl fmt::Display for Step {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::GroupOut => "the caller's security groups let it out",
            Self::Route => "the route of the caller's subnet leads on",
            Self::AclOut => "the ACL of the caller's subnet lets it out",
            Self::GatewayIn => "the ACL of the NAT gateway's subnet lets it in",
            Self::GatewayRoute => "the route of the NAT gateway's subnet leads on",
            Self::GatewayOut => "the ACL of the NAT gateway's subnet lets it out",
            Self::AclIn => "the ACL of the subnet lets it in",
            Self::GroupIn => "the security groups let it in",
            Self::AnswerOut => "the ACL of the subnet lets the answer out",
            Self::AnswerGatewayIn => "the ACL of the NAT gateway's subnet lets the answer in",
            Self::AnswerGatewayOut => "the ACL of the NAT gateway's subnet lets the answer out",
            Self::AnswerIn => "the ACL of the caller's subnet lets the answer in",
        })
    }
}

impl fmt::Display for Hop<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.step.fmt(f)?;
        for (place, by) in self.by.iter().enumerate() {
            write!(f, "{}{}", if place == 0 { ": " } else { ", " }, by.resource().address())?;
            if !by.path().is_empty() {
                write!(f, " {}", by.path())?;
            }
        }
        Ok(())
    }
}
