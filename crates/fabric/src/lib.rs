//! The network of a plan, brought up on one Linux machine: every subnet a bridge, every network
//! interface a network namespace, route tables as policy routing, network ACLs and security groups
//! as nftables.
//!
//! [`read`] takes a plan's inventory to a [`Network`], [`Fabric`] builds it, [`Sandbox`] does so in
//! a process of its own and asks the kernel who reaches whom. None of it uses what `verify` says of
//! networks: the fabric is an oracle for `verify`, so it reads AWS's documentation by itself.
//!
//! Everything happens in a network namespace, a PID namespace and, for whoever is not root, a user
//! namespace. The machine's own network is never touched, and when the first process in there ends,
//! however it ends, the kernel removes all of it.
#![cfg(target_os = "linux")]
#![warn(missing_docs)]
#![cfg_attr(not(test), deny(clippy::unwrap_used, clippy::print_stdout, clippy::print_stderr))]

mod error;
mod fabric;
mod isolation;
mod namespace;
mod network;
mod nftables;
mod probe;
mod read;
mod sandbox;

pub use error::{Error, Result};
pub use fabric::{Fabric, Refusal};
pub use isolation::{isolated, isolated_as};
pub use namespace::Namespace;
pub use network::{
    Acl, AclEntry, CLIENT_PORTS, End, Group, GroupRule, Interface, Network, OUTSIDE, PUBLIC, Peer,
    PortRange, Protocol, Route, SERVICE, Service, Subnet, Target, Way,
};
pub use probe::{Answer, Probe};
pub use read::read;
pub use sandbox::{Sandbox, serve};
