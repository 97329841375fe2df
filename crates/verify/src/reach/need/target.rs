//! Load balancers to what they balance: on the port of the target and on that of its health check,
//! from every node. Source: Elastic Load Balancing, "Security groups for your Application Load
//! Balancer": listener and health check ports.

use std::collections::BTreeSet;
use std::net::IpAddr;

use super::client::protocols;
use super::{Because, Needs};
use crate::aws::balancing::{behind_classic, fronts, listeners, targets};
use crate::aws::network::Direction;
use crate::declared::Protocol;
use crate::reach::flow::End;
use crate::reach::interface::Interface;
use crate::reach::network::Peer;
use crate::{AttributePath, Planned, Resource};

const GROUP: &str = "aws_lb_target_group";
const MACHINES: &str = "aws_autoscaling_group";

pub fn add(needs: &mut Needs) {
    unread(needs);
    let fronts = fronts(needs.inventory);
    for (group, target) in targets(needs.inventory) {
        for balancer in fronts.get(group.address()).into_iter().flatten() {
            // A function is invoked, and not by its network.
            if target.kind() != "aws_lambda_function" {
                add_target(needs, *balancer, group, target);
            }
        }
    }
    for (balancer, target) in behind_classic(needs.inventory) {
        for listener in balancer.at("listener").items() {
            if let Some(port) = port(needs, &listener.at("instance_port"), balancer) {
                let because =
                    Because::new("the load balancer sends requests", listener.at("instance_port"));
                needs.between(balancer, target, Protocol::Tcp, port, because);
            }
        }
        // As `HTTP:8080/health`.
        let check = balancer.at("health_check.0.target");
        if let Planned::Known(text) = check.string()
            && let Some(port) = text.split(['/', ':']).nth(1).and_then(|port| port.parse().ok())
        {
            let because = Because::new("the load balancer checks health", check);
            needs.between(balancer, target, Protocol::Tcp, port, because);
        }
    }
}

/// What refers to a load balancer, a listener or a target group that the plan does not show.
fn unread(needs: &mut Needs) {
    let inventory = needs.inventory;
    for listener in listeners(inventory) {
        forwards(needs, &listener.at("default_action"));
    }
    for rule in inventory.all("aws_lb_listener_rule") {
        let what = || format!("what {} forwards", rule.address());
        needs.linked(&rule.at("listener_arn"), &["aws_lb_listener"], what);
        forwards(needs, &rule.at("action"));
    }
    for service in inventory.all("aws_ecs_service") {
        let what = || format!("which load balancer sends requests to {}", service.address());
        let blocks = service.at("load_balancer");
        if blocks.is_dynamic() && blocks.waits() {
            needs.unread(&blocks, what(), blocks.known_later());
        }
        for block in blocks.items() {
            needs.linked(&block.at("target_group_arn"), &[GROUP], what);
            needs.linked(&block.at("elb_name"), &["aws_elb"], what);
        }
    }
    for machines in inventory.all(MACHINES) {
        let what = || format!("which load balancer sends requests to {}", machines.address());
        needs.linked_all(&machines.at("target_group_arns"), &[GROUP], what);
        needs.linked_all(&machines.at("load_balancers"), &["aws_elb"], what);
    }
    for attachment in inventory.all_of(&[
        "aws_autoscaling_attachment",
        "aws_lb_target_group_attachment",
        "aws_elb_attachment",
    ]) {
        let what =
            || format!("which load balancer sends requests to what, by {}", attachment.address());
        let ends: &[(&str, &[&str])] = match attachment.kind() {
            "aws_autoscaling_attachment" => &[
                ("autoscaling_group_name", &[MACHINES]),
                ("lb_target_group_arn", &[GROUP]),
                ("elb", &["aws_elb"]),
            ],
            "aws_elb_attachment" => &[("elb", &["aws_elb"]), ("instance", &["aws_instance"])],
            _ => {
                const TARGETS: &[&str] =
                    &["aws_instance", "aws_lambda_function", "aws_lambda_alias", "aws_lb"];
                &[("target_group_arn", &[GROUP]), ("target_id", TARGETS)]
            }
        };
        for (argument, kinds) in ends {
            needs.linked(&attachment.at(argument), kinds, what);
        }
    }
}

/// The target groups of actions.
fn forwards<'a>(needs: &mut Needs<'_, 'a>, actions: &AttributePath<'a>) {
    let what = || format!("where {} forwards requests to", actions.resource().address());
    if actions.is_dynamic() && actions.waits() {
        needs.unread(actions, what(), actions.known_later());
    }
    for action in actions.items() {
        needs.linked(&action.at("target_group_arn"), &[GROUP], what);
        for group in action.at("forward.0.target_group").items() {
            needs.linked(&group.at("arn"), &[GROUP], what);
        }
    }
}

fn add_target<'a>(
    needs: &mut Needs<'_, 'a>,
    balancer: Resource<'a>,
    group: Resource<'a>,
    target: Resource<'a>,
) {
    let own = ports(needs, group, target);
    let Some(protocols) = protocols(&group.at("protocol")) else {
        let what =
            format!("the requests that {} sends to {}", balancer.address(), target.address());
        return needs.unread(&group.at("protocol"), what, group.at("protocol").known_later());
    };
    let is_network = balancer.at("load_balancer_type").string() == Planned::Known("network");
    for protocol in protocols {
        for port in &own {
            let because = Because::new("the load balancer sends requests", group.at("port"));
            match is_network && !is_replaced(group) {
                true => from_clients(needs, balancer, target, *protocol, *port, because),
                false => needs.between(balancer, target, *protocol, *port, because),
            }
        }
    }
    let check = group.at("health_check.0.port");
    let checked = match check.string() {
        Planned::Known("traffic-port") | Planned::Absent => own,
        Planned::Unknown if !check.waits() => own,
        _ => port(needs, &check, balancer).into_iter().collect(),
    };
    for port in checked {
        let because = Because::new("the load balancer checks health", check.clone());
        needs.between(balancer, target, Protocol::Tcp, port, because);
    }
}

/// A Network Load Balancer that keeps the addresses of its clients: targets see these. Who calls an
/// internal one, no plan shows.
fn from_clients<'a>(
    needs: &mut Needs<'_, 'a>,
    balancer: Resource<'a>,
    target: Resource<'a>,
    protocol: Protocol,
    port: u16,
    because: Because<'a>,
) {
    if balancer.at("internal").bool().or(false) == Planned::Known(true) {
        return;
    }
    let network = needs.network;
    let pairs = needs.pairs(balancer, target, |_, _| true);
    let client = |(node, target): (Peer, Peer)| match (node, target) {
        (Peer::Interface(node), Peer::Interface(id)) => {
            let addresses = outside(network, network.interface(id));
            let peers = || addresses.iter().map(|address| Peer::Client(node, *address));
            let is_open = |from: &Peer| network.probe(*from, target, protocol, port).is_open();
            (
                peers().find(is_open).or_else(|| peers().next()).unwrap_or(Peer::Interface(node)),
                target,
            )
        }
        other => other,
    };
    let pairs = pairs.into_iter().map(client).collect();
    needs.add(End::Internet, End::Resource(target), protocol, port, pairs, because);
}

/// Who may be a client outside of the network: everyone, else those whom the groups of the target
/// name.
fn outside<'a>(network: &crate::reach::Network<'a>, target: &Interface<'a>) -> Vec<IpAddr> {
    let ranges = network.ground(target).map(|ground| ground.vpc_ranges.clone()).unwrap_or_default();
    let rules =
        target.groups.known.iter().flat_map(|group| network.rules.rules(*group, Direction::In));
    let named = rules.flat_map(|rule| &rule.ranges).map(ipnet::IpNet::network);
    let is_outside =
        |address: &IpAddr| address.is_ipv4() && !ranges.iter().any(|range| range.contains(address));
    std::iter::once(network.internet()[0]).chain(named.filter(is_outside)).collect()
}

/// The ports at which a target is registered with a group.
fn ports<'a>(
    needs: &mut Needs<'_, 'a>,
    group: Resource<'a>,
    target: Resource<'a>,
) -> BTreeSet<u16> {
    let inventory = needs.inventory;
    if target.kind() == "aws_ecs_service" {
        let blocks = target.at("load_balancer").items().into_iter();
        let blocks = blocks.filter(|block| {
            let links = block.at("target_group_arn").links(GROUP);
            links.links.is_empty() || links.resources().any(|own| own == group)
        });
        return blocks
            .filter_map(|block| port(needs, &block.at("container_port"), target))
            .collect();
    }
    let attachments = inventory
        .referrers(group, "aws_lb_target_group_attachment", "target_group_arn")
        .into_iter();
    let own = attachments.filter(|attachment| {
        attachment.at("target_id").links(target.kind()).resources().any(|own| own == target)
    });
    let own: BTreeSet<_> =
        own.filter_map(|attachment| port(needs, &attachment.at("port"), target)).collect();
    if own.is_empty() { port(needs, &group.at("port"), target).into_iter().collect() } else { own }
}

/// A port; that it is not known is said.
fn port<'a>(needs: &mut Needs<'_, 'a>, place: &AttributePath<'a>, of: Resource<'a>) -> Option<u16> {
    if place.number().is_unknown() && place.waits() {
        needs.unread(
            place,
            format!("on which port requests are sent to {}", of.address()),
            place.known_later(),
        );
    }
    place.number().known().map(|number| number as u16).filter(|port| *port > 0)
}

/// Whether targets see the address of the load balancer instead of the client's.
/// Source: Elastic Load Balancing, "Client IP preservation": off by default for IP targets of TCP
/// and TLS only.
fn is_replaced(group: Resource) -> bool {
    let is_by_address = group.at("target_type").string() == Planned::Known("ip");
    let is_tcp = matches!(group.at("protocol").string(), Planned::Known("TCP" | "TLS"));
    let default = !(is_by_address && is_tcp);
    group.at("preserve_client_ip").bool().or(default) == Planned::Known(false)
}
