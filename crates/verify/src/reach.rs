//! [`Network`]: who reaches whom, by the routes, network ACLs and security groups of a plan.
//!
//! An answer is exact for what the plan says: a connection is followed hop by hop, there and back, for every distinct place that
//! its two ends can have. What it proves are flows in the plan, not that AWS does what it documents. What a plan does not tell is
//! unknown, and never open.

mod access_list;
mod answer;
mod group;
mod interface;
mod network;
mod routing;
mod trace;

pub use answer::{Answer, Block, Hop, Step};
pub use group::Groups;
pub use interface::{Interface, InterfaceId, Kind};
pub use network::{Network, Peer};

pub use super::policy_file::Protocol;
