//! Clients to the listeners of load balancers that face the internet.

use super::{Because, Needs};
use crate::aws::balancing::listeners;
use crate::aws::network::Direction;
use crate::aws::network::endpoint_service::known;
use crate::declared::Protocol;
use crate::reach::flow::End;
use crate::reach::network::Peer;
use crate::{AttributePath, Planned, Resource};

pub fn add(needs: &mut Needs) {
    for listener in listeners(needs.inventory) {
        let what = || format!("whether clients reach {}", listener.address());
        if let Some(balancer) = needs.linked(&listener.at("load_balancer_arn"), &["aws_lb"], what) {
            add_listener(needs, balancer, &listener.at("port"), &listener.at("protocol"));
        }
    }
    for balancer in needs.inventory.all("aws_elb") {
        for listener in balancer.at("listener").items() {
            add_listener(needs, balancer, &listener.at("lb_port"), &listener.at("lb_protocol"));
        }
    }
}

fn add_listener<'a>(
    needs: &mut Needs<'_, 'a>,
    balancer: Resource<'a>,
    port: &AttributePath<'a>,
    protocol: &AttributePath<'a>,
) {
    let what = || format!("whether clients reach {}", port.resource().address());
    let internal = balancer.at("internal");
    match internal.bool().or(false) {
        Planned::Known(true) => return,
        Planned::Unknown if internal.waits() => {
            return needs.unread(&internal, what(), internal.known_later());
        }
        _ => {}
    }
    // A listener of a Gateway Load Balancer has no port.
    let number = match port.number() {
        Planned::Known(number) => number as u16,
        Planned::Absent => return,
        Planned::Unknown if !port.waits() => return,
        Planned::Unknown => return needs.unread(port, what(), port.known_later()),
    };
    let Some(protocols) = protocols(protocol) else {
        return needs.unread(protocol, what(), protocol.known_later());
    };
    let family = balancer.at("ip_address_type");
    let families: &[Peer] = match family.string() {
        Planned::Known("dualstack") => &[Peer::Internet, Peer::InternetV6],
        Planned::Known("dualstack-without-public-ipv4") => &[Peer::InternetV6],
        Planned::Unknown if family.waits() => {
            return needs.unread(&family, what(), family.known_later());
        }
        _ => &[Peer::Internet],
    };
    for protocol in protocols {
        let mut pairs = Vec::new();
        for family in families {
            let from = clients(needs, balancer, *family, *protocol, number);
            pairs.extend(
                needs.network.of_resource(balancer).map(|node| (from, Peer::Interface(node.id))),
            );
        }
        let because = Because::new("clients call the listener", port.clone());
        needs.add(End::Internet, End::Resource(balancer), *protocol, number, pairs, because);
    }
}

/// The protocols of a listener, or of a target group; none where they are not known.
/// Source: Elastic Load Balancing API, `CreateListener`, "Protocol".
pub fn protocols(place: &AttributePath) -> Option<&'static [Protocol]> {
    match place.string() {
        Planned::Known("UDP" | "QUIC") => Some(&[Protocol::Udp]),
        Planned::Known("TCP_UDP" | "TCP_QUIC") => Some(&[Protocol::Tcp, Protocol::Udp]),
        Planned::Unknown if place.waits() => None,
        _ => Some(&[Protocol::Tcp]),
    }
}

/// Who the clients are: everyone, else those whom the groups of the load balancer name.
pub fn clients<'a>(
    needs: &Needs<'_, 'a>,
    balancer: Resource<'a>,
    everyone: Peer,
    protocol: Protocol,
    port: u16,
) -> Peer {
    let network = needs.network;
    let Some(node) = network.of_resource(balancer).next() else { return everyone };
    let named = node
        .groups
        .known
        .iter()
        .flat_map(|group| network.rules.rules(*group, Direction::In))
        .flat_map(|rule| {
            let ranges = rule
                .ranges
                .iter()
                .filter(|range| range.addr().is_ipv4() == (everyone == Peer::Internet));
            let ranges = ranges.map(|range| Peer::Address(range.network()));
            ranges
                .chain(rule.services.iter().filter_map(|service| known(service)).map(Peer::Service))
                .collect::<Vec<_>>()
        });
    let is_open =
        |from: &Peer| network.probe(*from, Peer::Interface(node.id), protocol, port).is_open();
    std::iter::once(everyone).chain(named).find(is_open).unwrap_or(everyone)
}
