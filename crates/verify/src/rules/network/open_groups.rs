//! Only a load balancer lets everyone in, and only on the ports of its listeners.
//!
//! ## Why
//!
//! A group that lets everyone in is fine for a load balancer, on the ports it answers on. On a service, a database or an endpoint it
//! opens a way round the load balancer, its firewall and its log; the network ACL or the missing route are then all that is left.
//!
//! ## Example
//!
//! ```hcl
//! resource "aws_vpc_security_group_ingress_rule" "app" {
//!   security_group_id = aws_security_group.app.id
//!   cidr_ipv4         = "0.0.0.0/0"
//!   ip_protocol       = "tcp"
//!   from_port         = 8443
//!   to_port           = 8443
//! }
//! ```
//!
//! ## Fix
//!
//! Let in the security group of the load balancer in place of `0.0.0.0/0`.
//!
//! ```hcl
//! resource "aws_vpc_security_group_ingress_rule" "app" {
//!   security_group_id            = aws_security_group.app.id
//!   referenced_security_group_id = aws_security_group.balancer.id
//!   ip_protocol                  = "tcp"
//!   from_port                    = 8443
//!   to_port                      = 8443
//! }
//! ```
//!
//! ## Source
//!
//! - [Security groups for your Application Load Balancer](https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-update-security-groups.html)
//! - [Security Hub control EC2.18](https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html)

use std::collections::BTreeSet;

use crate::aws::network::Opening;
use crate::{Check, Resource};

rule! { Warning, AnyStack, ["NET-3"] }

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
    let groups = groups.flat_map(|place| place.links("aws_lb_target_group").links);
    let is_network = |protocol: Option<&str>| matches!(protocol, Some("TCP" | "TLS" | "UDP" | "TCP_UDP"));
    groups.into_iter().any(|link| is_network(link.resource.at("protocol").text().known()))
}

/// A load balancer answers on the ports of its listeners; what else its group lets in has no use.
fn beside_listeners(group: Resource, opening: &Opening) -> Option<String> {
    let ports = opening.ports.clone().filter(|_| opening.has_ports)?;
    for balancer in group.inventory().referrers(group, "aws_lb", "security_groups") {
        let listeners = group.inventory().referrers(balancer, "aws_lb_listener", "load_balancer_arn");
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
    None
}
