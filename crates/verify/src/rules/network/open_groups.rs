use std::collections::BTreeSet;

use crate::security_group::Opening;
use crate::{Applies, Check, Resource, Rule, Severity};

pub const RULE: Rule = Rule {
    id: "network-open-groups",
    severity: Severity::Warning,
    applies: Applies::AnyStack,
    requirements: &["NET-3"],
    page: include_str!("../../../docs/rules/network-open-groups.md"),
    check,
};

/// What stands behind a load balancer or is for the own network only, and the argument that names its groups.
const BEHIND: [(&str, &str); 11] = [
    ("aws_db_instance", "vpc_security_group_ids"),
    ("aws_db_proxy", "vpc_security_group_ids"),
    ("aws_docdb_cluster", "vpc_security_group_ids"),
    ("aws_ecs_service", "network_configuration.0.security_groups"),
    ("aws_efs_mount_target", "security_groups"),
    ("aws_elasticache_cluster", "security_group_ids"),
    ("aws_elasticache_replication_group", "security_group_ids"),
    ("aws_mq_broker", "security_groups"),
    ("aws_rds_cluster", "vpc_security_group_ids"),
    ("aws_redshift_cluster", "vpc_security_group_ids"),
    ("aws_vpc_endpoint", "security_group_ids"),
];
const BALANCERS: [(&str, &str, &str); 2] =
    [("aws_lb", "aws_lb_listener", "security_groups"), ("aws_alb", "aws_alb_listener", "security_groups")];

fn check(check: &mut Check) {
    for opening in Opening::all(check.inventory()) {
        let Some((group, world)) = opening.group.zip(opening.world()) else {
            check.pass(&opening.place);
            continue;
        };
        match behind(group).or_else(|| beside_listeners(group, &opening)) {
            Some(reason) => check.fail(world, reason),
            None => check.pass(world),
        }
    }
}

fn behind(group: Resource) -> Option<String> {
    let mut users = BEHIND.iter().flat_map(|(kind, argument)| group.inventory().referrers(group, kind, argument));
    let user = users.find(|user| !is_behind_network_balancer(*user))?;
    Some(format!("lets everyone reach {}", user.address()))
}

/// A network load balancer hands on the addresses of the clients.
fn is_behind_network_balancer(service: Resource) -> bool {
    let groups = service.at("load_balancer").items().into_iter().map(|block| block.at("target_group_arn"));
    let groups = groups.flat_map(|place| place.links_to(&["aws_lb_target_group", "aws_alb_target_group"]).links);
    let is_network = |protocol: Option<&str>| matches!(protocol, Some("TCP" | "TLS" | "UDP" | "TCP_UDP"));
    groups.into_iter().any(|link| is_network(link.resource.at("protocol").text().known()))
}

/// A load balancer answers on the ports of its listeners; what else its group lets in has no use.
fn beside_listeners(group: Resource, opening: &Opening) -> Option<String> {
    let ports = opening.ports.clone().filter(|_| opening.has_ports)?;
    for (kind, listener, argument) in BALANCERS {
        for balancer in group.inventory().referrers(group, kind, argument) {
            let listeners = group.inventory().referrers(balancer, listener, "load_balancer_arn");
            let heard: BTreeSet<u16> = listeners
                .iter()
                .filter_map(|listener| listener.at("port").number().known())
                .map(|port| port as u16)
                .collect();
            let complete = !heard.is_empty() && heard.len() == listeners.len();
            if complete && ports.clone().any(|port| !heard.contains(&port)) {
                return Some(format!("opens {opening} to everyone, where {} has no listener", balancer.address()));
            }
        }
    }
    None
}
