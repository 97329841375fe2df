//! No security group opens a port of administration or of a database to everyone.
//!
//! ## Why
//!
//! Such ports are scanned day and night. Behind each is a login that attackers try to guess, or a
//! service without any.
//!
//! ## Example
//!
//! ```hcl
//! resource "aws_vpc_security_group_ingress_rule" "ssh" {
//!   security_group_id = aws_security_group.app.id
//!   cidr_ipv4         = "0.0.0.0/0"
//!   ip_protocol       = "tcp"
//!   from_port         = 22
//!   to_port           = 22
//! }
//! ```
//!
//! ## Fix
//!
//! Let in only the security group, or the addresses, that have to reach the port; reach machines
//! through Session Manager.
//!
//! ```hcl
//! resource "aws_vpc_security_group_ingress_rule" "database" {
//!   security_group_id            = aws_security_group.database.id
//!   referenced_security_group_id = aws_security_group.app.id
//!   ip_protocol                  = "tcp"
//!   from_port                    = 5432
//!   to_port                      = 5432
//! }
//! ```
//!
//! ## Source
//!
//! - [Security Hub controls EC2.13, EC2.14, EC2.18 and EC2.19](https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html)
//! - [Security group rules](https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html)

use crate::aws::balancing::{Ports, is_application, is_balancer, ports_of};
use crate::aws::network::{SecurityGroupRule, carriers};
use crate::{Check, Resource};

rule! { Error, AnyStack, ["NET-3"] }

/// Ports on which machines are administered and data is kept, the most telling first. Source:
/// Security Hub controls EC2.13, EC2.14 and EC2.19; IANA service names.
const PORTS: [(u16, &str); 28] = [
    (22, "SSH"),
    (3389, "RDP"),
    (5432, "PostgreSQL"),
    (3306, "MySQL"),
    (20, "FTP"),
    (21, "FTP"),
    (23, "Telnet"),
    (111, "RPC"),
    (135, "RPC"),
    (139, "NetBIOS"),
    (445, "SMB"),
    (1433, "SQL Server"),
    (1521, "Oracle"),
    (2049, "NFS"),
    (2375, "Docker"),
    (2376, "Docker"),
    (2379, "etcd"),
    (5439, "Redshift"),
    (5601, "Kibana"),
    (5900, "VNC"),
    (5985, "WinRM"),
    (5986, "WinRM"),
    (6379, "Redis"),
    (9042, "Cassandra"),
    (9092, "Kafka"),
    (9200, "Elasticsearch"),
    (11211, "Memcached"),
    (27017, "MongoDB"),
];

fn check(check: &mut Check) {
    for opening in SecurityGroupRule::all(check.inventory()) {
        let reached: Vec<_> = PORTS.iter().filter(|(port, _)| opening.includes(*port)).collect();
        match (opening.world(), reached.first(), opening.may_be_world()) {
            (Some(world), Some(_), _) => match answering(&opening, &reached) {
                Ok(Some((port, name))) => {
                    check.fail(
                        world,
                        format_args!("opens {opening} to everyone, with {name} on {port}"),
                    );
                }
                Ok(None) => check.pass(&opening.place),
                Err(reason) => {
                    check.unknown(world, format_args!("opens {opening} to everyone; {reason}"))
                }
            },
            (Some(world), None, _) if opening.has_ports && opening.ports.is_none() => {
                check.unknown(
                    world,
                    "which ports are open to everyone is known only after the apply",
                );
            }
            (None, Some(_), Some(source)) => check.known_later(source),
            _ => check.pass(&opening.place),
        }
    }
}

/// Whether a load balancer may lead to what is administered on a port: one for HTTP leads nowhere
/// else.
fn may_lead_there(balancer: Resource, port: u16) -> bool {
    const OVER_HTTP: [u16; 7] = [2375, 2376, 2379, 5601, 5985, 5986, 9200];
    let is_for_http = balancer.kind() == "aws_lb" && is_application(balancer);
    !is_for_http || OVER_HTTP.contains(&port)
}

/// The first port on which something answers: anything may that carries the group, but load
/// balancers only where they have a listener.
fn answering(
    opening: &SecurityGroupRule,
    reached: &[&'static (u16, &str)],
) -> Result<Option<(u16, &'static str)>, String> {
    let group =
        opening.group.ok_or("its group is not part of this plan, nor is what carries it")?;
    let carriers = carriers(group);
    if carriers.is_empty() {
        return Err(format!("nothing in this plan carries {}", group.address()));
    }
    if carriers.iter().any(|carrier| !is_balancer(carrier)) {
        return Ok(reached.first().map(|first| **first));
    }
    let mut heard = Vec::new();
    for balancer in carriers {
        match ports_of(balancer)? {
            Ports::Known(ports) => {
                heard.extend(ports.into_iter().filter(|port| may_lead_there(balancer, *port)))
            }
            Ports::Elsewhere => {
                return Err(format!(
                    "the listeners of {} are not part of this plan",
                    balancer.address()
                ));
            }
        }
    }
    Ok(reached.iter().find(|(port, _)| heard.contains(port)).map(|found| **found))
}
