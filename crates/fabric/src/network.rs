//! [`Network`]: the parts of a plan that decide which packets arrive.

use std::net::Ipv4Addr;

use ipnet::Ipv4Net;
use serde::{Deserialize, Serialize};

/// Somewhere on the internet. Of a range that is for documentation, RFC 5737, so that no rule of a
/// plan means it alone.
pub const OUTSIDE: Ipv4Addr = Ipv4Addr::new(198, 51, 100, 10);

/// The first of the services of AWS that have a gateway endpoint, as S3: they have public
/// addresses, here of another range of RFC 5737.
pub const SERVICE: Ipv4Addr = Ipv4Addr::new(192, 0, 2, 10);

/// The first of the public addresses that the internet gateway translates, of the third range of
/// RFC 5737.
pub const PUBLIC: Ipv4Addr = Ipv4Addr::new(203, 0, 113, 1);

/// From which ports a client on the internet opens connections: Linux and Windows.
/// Source: Amazon VPC User Guide, "Custom network ACLs", "Ephemeral ports".
pub const CLIENT_PORTS: PortRange = PortRange { from: 32_768, to: 65_535 };

/// The network of one VPC.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Network {
    /// The VPC's ranges of addresses.
    pub ranges: Vec<Ipv4Net>,
    /// Its subnets.
    pub subnets: Vec<Subnet>,
    /// What is in them.
    pub interfaces: Vec<Interface>,
    /// Its network ACLs.
    pub acls: Vec<Acl>,
    /// Its security groups.
    pub groups: Vec<Group>,
    /// The services that it has gateway endpoints for.
    pub services: Vec<Service>,
}

/// A service with a gateway endpoint.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Service {
    /// Its name, as `com.amazonaws.us-east-1.s3`.
    pub name: String,
    /// The address that stands for all of its prefix list.
    pub ip: Ipv4Addr,
}

/// One end of a connection.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum End {
    /// An interface, by its place in [`Network::interfaces`].
    Interface(usize),
    /// A host on the internet.
    Internet,
    /// A service with a gateway endpoint, by its place in [`Network::services`].
    Service(usize),
}

/// A subnet, with what is associated with it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Subnet {
    /// Its address in the plan.
    pub address: String,
    /// Its zone.
    pub zone: String,
    /// Its range of addresses.
    pub range: Ipv4Net,
    /// Its network ACL, by its place in [`Network::acls`].
    pub acl: usize,
    /// The routes of its route table, without the local ones.
    pub routes: Vec<Route>,
}

/// A route.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Route {
    /// The addresses that it is for.
    pub to: Ipv4Net,
    /// Where they are sent.
    pub target: Target,
}

/// Where a route leads.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Target {
    /// The VPC's internet gateway.
    InternetGateway,
    /// A NAT gateway, by its place in [`Network::interfaces`].
    NatGateway(usize),
    /// A gateway endpoint.
    GatewayEndpoint,
    /// Something that is not attached, so that the route is a black hole.
    Nowhere,
}

/// A network interface, or several that nothing tells apart: of the same subnet, with the same
/// groups.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Interface {
    /// The addresses of the resources that have one.
    pub owners: Vec<String>,
    /// Its subnet, by its place in [`Network::subnets`].
    pub subnet: usize,
    /// Its private address.
    pub ip: Ipv4Addr,
    /// The public address that the internet gateway translates, where it has one.
    pub public: Option<Ipv4Addr>,
    /// The ports from which it opens connections.
    pub ports: PortRange,
    /// How it treats packets.
    pub way: Way,
}

/// How an interface treats packets.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Way {
    /// It is guarded by security groups, by their places in [`Network::groups`].
    Guarded(Vec<usize>),
    /// A NAT gateway, which has none.
    Nat,
}

/// A network ACL.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Acl {
    /// Its address in the plan.
    pub address: String,
    /// Its entries in the order in which they are tried. What none of them is for is denied.
    pub entries: Vec<AclEntry>,
}

/// An entry of a network ACL.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AclEntry {
    /// Its number: the lowest is tried first.
    pub number: u32,
    /// Whether it is for what leaves the subnet.
    pub egress: bool,
    /// Whether it allows or denies.
    pub allows: bool,
    /// Of which protocol, to which ports.
    pub protocol: Protocol,
    /// The other side.
    pub range: Ipv4Net,
}

/// A protocol, with the ports it is sent to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Protocol {
    /// Every one.
    All,
    /// TCP.
    Tcp(PortRange),
    /// UDP.
    Udp(PortRange),
    /// Another one, by its number. Its types are not kept: no probe is of it.
    Other(u8),
}

/// Ports, from the first to the last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct PortRange {
    /// The first.
    pub from: u16,
    /// The last.
    pub to: u16,
}

/// A security group.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Group {
    /// Its address in the plan.
    pub address: String,
    /// What it lets in and out; nothing else passes.
    pub rules: Vec<GroupRule>,
}

/// A rule of a security group.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct GroupRule {
    /// Whether it is for connections that the interface opens.
    pub egress: bool,
    /// Of which protocol, to which ports.
    pub protocol: Protocol,
    /// The other side.
    pub peer: Peer,
}

/// The other side of a security group's rule.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Peer {
    /// A range of addresses.
    Range(Ipv4Net),
    /// Every interface with a security group, by its place in [`Network::groups`].
    Group(usize),
    /// The addresses of a service, by its place in [`Network::services`].
    Service(usize),
}

impl Network {
    /// The ports at which anything changes: the first of each run of ports that no rule and no
    /// entry tells apart, so that a probe of each of them is one of every port.
    pub fn telling_ports(&self) -> Vec<u16> {
        let groups = self.groups.iter().flat_map(|group| &group.rules).map(|rule| rule.protocol);
        let acls = self.acls.iter().flat_map(|acl| &acl.entries).map(|entry| entry.protocol);
        let ranges = groups.chain(acls).filter_map(|protocol| match protocol {
            Protocol::Tcp(range) => Some(range),
            Protocol::All | Protocol::Udp(_) | Protocol::Other(_) => None,
        });
        // Port 0 is none that anyone can listen on.
        let mut ports: Vec<u16> = ranges
            .flat_map(|range| [Some(range.from.max(1)), range.to.checked_add(1)])
            .flatten()
            .collect();
        ports.push(1);
        ports.sort_unstable();
        ports.dedup();
        ports
    }
}
