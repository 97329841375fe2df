//! Only a load balancer lets everyone in, and only on the ports of its listeners.
//!
//! ## Why
//!
//! A group that lets everyone in is fine for a load balancer, on the ports it answers on. On a
//! service, a database or an endpoint it opens a way around the load balancer, its firewall and its
//! log; only a network ACL or a missing route is then left.
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
//! Let in the security group of the load balancer instead of `0.0.0.0/0`.
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

use crate::aws::balancing::{Ports, is_balancer, ports_of};
use crate::aws::network::{SecurityGroupRule, carriers};
use crate::{Check, Resource};

rule! { Warning, AnyStack, ["NET-3"] }

/// Types that are reached through a load balancer or from their own network only, and the argument
/// that names their groups.
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
    for opening in SecurityGroupRule::all(check.inventory()) {
        let Some((group, world)) = opening.group.zip(opening.world()) else {
            check.pass(&opening.place);
            continue;
        };
        if let Some(reason) = behind(group) {
            check.fail(world, reason);
            continue;
        }
        match beside_listeners(group, &opening) {
            Ok(None) => check.pass(world),
            Ok(Some(reason)) => check.fail(world, reason),
            Err(reason) => check.unknown(world, reason),
        }
    }
}

fn behind(group: Resource) -> Option<String> {
    let mut users = BEHIND
        .iter()
        .flat_map(|(kind, argument)| group.inventory().referrers(group, kind, argument));
    let user = users.find(|user| !is_behind_network_balancer(*user))?;
    Some(format!("lets everyone reach {}", user.address()))
}

/// A network load balancer passes on the addresses of the clients.
fn is_behind_network_balancer(service: Resource) -> bool {
    let groups =
        service.at("load_balancer").items().into_iter().map(|block| block.at("target_group_arn"));
    let groups = groups.flat_map(|place| place.links("aws_lb_target_group").links);
    let is_network =
        |protocol: Option<&str>| matches!(protocol, Some("TCP" | "TLS" | "UDP" | "TCP_UDP"));
    groups.into_iter().any(|link| is_network(link.resource.at("protocol").string().known()))
}

/// Load balancers answer on the ports of their listeners; what else the group lets in has no use,
/// where only they carry it.
fn beside_listeners(
    group: Resource,
    opening: &SecurityGroupRule,
) -> Result<Option<String>, String> {
    let carriers = carriers(group);
    let Some(first) = carriers.first().filter(|_| carriers.iter().all(is_balancer)) else {
        return Ok(None);
    };
    let mut heard = BTreeSet::new();
    for balancer in &carriers {
        let Ports::Known(ports) = ports_of(*balancer)? else { return Ok(None) };
        heard.extend(ports);
    }
    let Some(ports) = opening.ports.clone().filter(|_| opening.has_ports) else {
        return if opening.has_ports {
            Err("its ports are known only after the apply".to_owned())
        } else {
            Ok(None)
        };
    };
    let unheard = ports.clone().any(|port| !heard.contains(&port));
    Ok(unheard
        .then(|| format!("opens {opening} to everyone, where {} has no listener", first.address())))
}
