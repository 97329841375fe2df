//! Load balancers to what they balance: on the port of the target and on that of its health check, from every node.
//! Source: Elastic Load Balancing, "Security groups for your Application Load Balancer": listener and health check ports.

use std::collections::BTreeSet;

use super::{Because, Needs};
use crate::aws::balancing::{behind_classic, fronts, targets};
use crate::{Inventory, Planned, Resource};

pub fn add(needs: &mut Needs) {
    let fronts = fronts(needs.inventory);
    for (group, target) in targets(needs.inventory) {
        for balancer in fronts.get(group.address()).into_iter().flatten() {
            add_target(needs, *balancer, group, target);
        }
    }
    for (balancer, target) in behind_classic(needs.inventory) {
        for listener in balancer.at("listener").items() {
            if let Some(port) = port(&listener.at("instance_port")) {
                let because = Because::new("the load balancer sends requests", listener.at("instance_port"));
                needs.between(balancer, target, port, because);
            }
        }
    }
}

fn add_target<'a>(needs: &mut Needs<'_, 'a>, balancer: Resource<'a>, group: Resource<'a>, target: Resource<'a>) {
    let own = ports(needs.inventory, group, target);
    // A Network Load Balancer may hand on the addresses of the clients: then only its checks come from itself.
    let is_network = balancer.at("load_balancer_type").text() == Planned::Known("network");
    let is_plain = !is_network || is_replaced(group);
    for port in own.iter().filter(|_| is_plain) {
        needs.between(balancer, target, *port, Because::new("the load balancer sends requests", group.at("port")));
    }
    let check = group.at("health_check.0.port");
    let checked = match check.text() {
        Planned::Known("traffic-port") | Planned::Absent => own,
        _ => port(&check).into_iter().collect(),
    };
    for port in checked {
        needs.between(balancer, target, port, Because::new("the load balancer checks health", check.clone()));
    }
}

/// The ports at which a target is registered with a group.
fn ports(inventory: &Inventory, group: Resource, target: Resource) -> BTreeSet<u16> {
    if target.kind() == "aws_ecs_service" {
        let blocks = target.at("load_balancer").items().into_iter();
        let blocks = blocks.filter(|block| {
            let links = block.at("target_group_arn").links("aws_lb_target_group");
            links.links.is_empty() || links.resources().any(|own| own == group)
        });
        return blocks.filter_map(|block| port(&block.at("container_port"))).collect();
    }
    let attachments = inventory.referrers(group, "aws_lb_target_group_attachment", "target_group_arn").into_iter();
    let own = attachments
        .filter(|attachment| attachment.at("target_id").links(target.kind()).resources().any(|own| own == target));
    let own: BTreeSet<_> = own.filter_map(|attachment| port(&attachment.at("port"))).collect();
    if own.is_empty() { port(&group.at("port")).into_iter().collect() } else { own }
}

fn port(place: &crate::Place) -> Option<u16> {
    place.number().known().map(|number| number as u16).filter(|port| *port > 0)
}

/// Whether targets see the address of the load balancer instead of the client's.
/// Source: Elastic Load Balancing, "Client IP preservation": off by default for IP targets of TCP and TLS only.
fn is_replaced(group: Resource) -> bool {
    let is_by_address = group.at("target_type").text() == Planned::Known("ip");
    let is_tcp = matches!(group.at("protocol").text(), Planned::Known("TCP" | "TLS"));
    let default = !(is_by_address && is_tcp);
    group.at("preserve_client_ip").flag().or(default) == Planned::Known(false)
}
