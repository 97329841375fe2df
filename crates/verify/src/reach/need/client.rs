//! Clients to the listeners of load balancers that face the internet.

use super::{Because, Needs};
use crate::aws::balancing::{balancer, listeners};
use crate::aws::network::Direction;
use crate::policy_file::Protocol;
use crate::reach::flow::End;
use crate::reach::network::Peer;
use crate::reach::service::known;
use crate::{Place, Planned, Resource};

pub fn add(needs: &mut Needs) {
    for listener in listeners(needs.inventory) {
        if let Some(balancer) = balancer(listener) {
            add_listener(needs, balancer, &listener.at("port"), &listener.at("protocol"));
        }
    }
    for balancer in needs.inventory.all("aws_elb") {
        for listener in balancer.at("listener").items() {
            add_listener(needs, balancer, &listener.at("lb_port"), &listener.at("lb_protocol"));
        }
    }
}

fn add_listener<'a>(needs: &mut Needs<'_, 'a>, balancer: Resource<'a>, port: &Place<'a>, protocol: &Place<'a>) {
    let internal = balancer.at("internal").flag().or(false);
    let Some(number) = port.number().known().map(|number| number as u16) else { return };
    if internal != Planned::Known(false) {
        return;
    }
    let protocol = match protocol.text() {
        Planned::Known("UDP" | "TCP_UDP") => Protocol::Udp,
        _ => Protocol::Tcp,
    };
    let families: &[Peer] = match balancer.at("ip_address_type").text() {
        Planned::Known("dualstack") => &[Peer::Internet, Peer::InternetV6],
        Planned::Known("dualstack-without-public-ipv4") => &[Peer::InternetV6],
        _ => &[Peer::Internet],
    };
    let mut pairs = Vec::new();
    for family in families {
        let from = clients(needs, balancer, *family, protocol, number);
        pairs.extend(needs.network.of_resource(balancer).map(|node| (from, Peer::Interface(node.id))));
    }
    let because = Because::new("clients call the listener", port.clone());
    needs.add(End::Internet, End::Resource(balancer), protocol, number, pairs, because);
}

/// Who the clients are: everyone, else those whom the groups of the load balancer name.
fn clients<'a>(needs: &Needs<'_, 'a>, balancer: Resource<'a>, everyone: Peer, protocol: Protocol, port: u16) -> Peer {
    let network = needs.network;
    let Some(node) = network.of_resource(balancer).next() else { return everyone };
    let named =
        node.groups.known.iter().flat_map(|group| network.rules.rules(*group, Direction::In)).flat_map(|rule| {
            let ranges = rule.ranges.iter().filter(|range| range.addr().is_ipv4() == (everyone == Peer::Internet));
            let ranges = ranges.map(|range| Peer::Address(range.network()));
            ranges
                .chain(rule.services.iter().filter_map(|service| known(service)).map(Peer::Service))
                .collect::<Vec<_>>()
        });
    let is_open = |from: &Peer| network.probe(*from, Peer::Interface(node.id), protocol, port).is_open();
    std::iter::once(everyone).chain(named).find(is_open).unwrap_or(everyone)
}
