//! Virtual Ethernet links and IP addresses.

use std::net::Ipv4Addr;

use ipnet::Ipv4Net;

use super::{Fabric, Refusal};
use crate::network::{Interface, OUTSIDE, Way};
use crate::{Namespace, Result};

/// The ends of cables, by what is at the other one.
pub const GATEWAY: &str = "gateway";
pub const SERVICES: &str = "services";
pub const ROUTER: &str = "router";
pub const INTERNET: &str = "internet";

/// The cables between router, gateway, internet and services have link-local addresses, RFC 3927,
/// which no VPC has.
pub const ROUTER_TO_GATEWAY: Ipv4Addr = Ipv4Addr::new(169, 254, 1, 1);
pub const GATEWAY_TO_ROUTER: Ipv4Addr = Ipv4Addr::new(169, 254, 1, 2);
pub const ROUTER_TO_SERVICES: Ipv4Addr = Ipv4Addr::new(169, 254, 2, 1);
pub const SERVICES_TO_ROUTER: Ipv4Addr = Ipv4Addr::new(169, 254, 2, 2);
pub const GATEWAY_TO_INTERNET: Ipv4Addr = Ipv4Addr::new(198, 51, 100, 1);

/// The range that [`SERVICE`](crate::network::SERVICE) is of.
const SERVICES_RANGE: &str = "192.0.2.0/24";

/// The bridge of a subnet.
pub fn bridge(subnet: usize) -> String {
    format!("subnet{subnet}")
}

/// The router's end of an interface's cable, by its address: a name has no more than 15 bytes.
pub fn cable(interface: &Interface) -> String {
    format!("i{:08x}", interface.ip.to_bits())
}

/// The address of the router in a subnet: the second one. Source: Amazon VPC User Guide, "Subnet
/// sizing for IPv4".
pub fn router_in(range: Ipv4Net) -> Ipv4Addr {
    Ipv4Addr::from_bits(range.network().to_bits() + 1)
}

/// For probes, what the kernel remembers of a connection that was refused is soon forgotten: the
/// next network may let it through.
const FORGETFUL: [(&str, &str); 7] = [
    ("ipv4.tcp_synack_retries", "1"),
    ("netfilter.nf_conntrack_tcp_timeout_syn_sent", "2"),
    ("netfilter.nf_conntrack_tcp_timeout_syn_recv", "2"),
    ("netfilter.nf_conntrack_tcp_timeout_fin_wait", "2"),
    ("netfilter.nf_conntrack_tcp_timeout_time_wait", "2"),
    ("netfilter.nf_conntrack_tcp_timeout_close", "2"),
    ("netfilter.nf_conntrack_tcp_timeout_established", "5"),
];

/// A host that forwards does so wherever a packet comes from, and as often as it is asked.
const FORWARDING: [(&str, &str); 6] = [
    ("ipv4.ip_forward", "1"),
    ("ipv4.conf.all.rp_filter", "0"),
    ("ipv4.conf.default.rp_filter", "0"),
    ("ipv4.conf.all.send_redirects", "0"),
    ("ipv4.conf.default.send_redirects", "0"),
    ("ipv4.icmp_ratemask", "0"),
];

impl Fabric {
    /// The router with a bridge for each subnet, the gateway, the internet and the services.
    pub(super) fn lay_out(&self) -> Result<()> {
        for namespace in [&self.router, &self.gateway] {
            forward(namespace)?;
        }
        // Packets within a subnet see no ACL; a kernel that can show bridged packets to nftables
        // must not.
        let _ = self.router.set("bridge.bridge-nf-call-iptables", "0");
        let mut router = Vec::new();
        for (place, subnet) in self.network.subnets.iter().enumerate() {
            let bridge = bridge(place);
            router.push(format!("link add {bridge} type bridge mcast_snooping 0"));
            router.push(format!(
                "addr add {}/{} dev {bridge}",
                router_in(subnet.range),
                subnet.range.prefix_len()
            ));
            router.push(format!("link set {bridge} up"));
        }
        let (gateway, services, internet) =
            (self.gateway.path()?, self.services.path()?, self.internet.path()?);
        router.extend([
            format!("link add {GATEWAY} type veth peer name {ROUTER} netns {gateway}"),
            format!("addr add {ROUTER_TO_GATEWAY}/30 dev {GATEWAY}"),
            format!("link set {GATEWAY} up"),
            format!("link add {SERVICES} type veth peer name {ROUTER} netns {services}"),
            format!("addr add {ROUTER_TO_SERVICES}/30 dev {SERVICES}"),
            format!("link set {SERVICES} up"),
        ]);
        self.router.ip(&router)?;
        let to_network = self
            .network
            .ranges
            .iter()
            .map(|range| format!("route add {range} via {ROUTER_TO_GATEWAY}"));
        let ends = [
            format!("addr add {GATEWAY_TO_ROUTER}/30 dev {ROUTER}"),
            format!("link set {ROUTER} up"),
            format!("link add {INTERNET} type veth peer name {GATEWAY} netns {internet}"),
            format!("addr add {GATEWAY_TO_INTERNET}/24 dev {INTERNET}"),
            format!("link set {INTERNET} up"),
        ];
        let to_services = format!("route add {SERVICES_RANGE} via {OUTSIDE}");
        self.gateway.ip(&ends
            .into_iter()
            .chain(to_network)
            .chain([to_services])
            .collect::<Vec<_>>())?;
        let own = |device: &str| {
            self.network
                .services
                .iter()
                .map(|service| format!("addr add {}/32 dev {device}", service.ip))
                .collect::<Vec<_>>()
        };
        let internet = [
            vec![format!("addr add {OUTSIDE}/24 dev {GATEWAY}"), format!("link set {GATEWAY} up")],
            own(GATEWAY),
            vec![format!("route add default via {GATEWAY_TO_INTERNET}")],
        ];
        self.internet.ip(&internet.concat())?;
        let services = [
            vec![
                format!("addr add {SERVICES_TO_ROUTER}/30 dev {ROUTER}"),
                format!("link set {ROUTER} up"),
            ],
            own(ROUTER),
            vec![format!("route add default via {ROUTER_TO_SERVICES}")],
        ];
        self.services.ip(&services.concat())
    }

    /// An interface, with a cable to its subnet's bridge.
    pub(super) fn connect(&self, interface: &Interface) -> Result<Namespace> {
        let namespace = Namespace::new()?;
        if self.refusal == Refusal::Rejected {
            for (key, value) in FORGETFUL {
                // Which of them a kernel lets a user namespace set differs; another source port for
                // each network does the rest.
                let _ = namespace.set(key, value);
            }
        }
        // A NAT gateway sends on; for probes, what has its place may become one.
        if interface.way == Way::Nat || self.refusal == Refusal::Rejected {
            forward(&namespace)?;
        }
        let (cable, range) = (cable(interface), self.network.subnets[interface.subnet].range);
        self.router.ip(&[
            format!("link add {cable} type veth peer name {ROUTER} netns {}", namespace.path()?),
            format!("link set {cable} master {} up", bridge(interface.subnet)),
        ])?;
        namespace.ip(&[
            format!("addr add {}/{} dev {ROUTER}", interface.ip, range.prefix_len()),
            format!("link set {ROUTER} up"),
            format!("route add default via {}", router_in(range)),
        ])?;
        Ok(namespace)
    }
}

fn forward(namespace: &Namespace) -> Result<()> {
    FORWARDING.iter().try_for_each(|(key, value)| namespace.set(key, value))
}
