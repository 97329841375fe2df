//! Network ACLs, one per tier of subnets: the second fence behind the security groups (NET-3).
//!
//! ACLs keep no state: each request needs its answer let through as well, on whatever port the
//! asking side chose. Load balancer, NAT gateways and Lambda choose from 1024-65535, so no narrower
//! range would do, although it contains ports such as 3389: on those the security groups alone
//! decide. Source: Amazon VPC User Guide, "Custom network ACLs for your VPC", "Ephemeral ports".
//!
//! ACLs take no prefix lists, so what goes to S3 or to card networks goes to 0.0.0.0/0; the data
//! tier does not know that range. DNS needs no rule. Quota: 20 rules per direction ("Amazon VPC
//! quotas").

use super::subnets::Subnets;
use super::{ANYWHERE, HTTP, HTTPS, Inputs, Network, POSTGRESQL, each};
use crate::aws::{AwsNetworkAcl, AwsNetworkAclRule, AwsSubnet, AwsVpc};
use crate::cidr::Zone;
use crate::naming::Kind;
use crate::tiers::{name_of, tags};
use Peer::{Anywhere, App, Data, Public};
use Traffic::{EphemeralPorts, FragmentationNeeded, Port};
use terraform::block;
use terraform::tf::{Attr, DeclareError, Handle, List, Module, Number};

const EPHEMERAL_PORTS: (u16, u16) = (1024, 65535);

/// The other side of a rule.
#[derive(Clone, Copy)]
enum Peer {
    Anywhere,
    Public,
    App,
    Data,
}

/// What a rule lets through.
#[derive(Clone)]
enum Traffic {
    /// TCP connections to one port.
    Port(Attr<Number>),
    /// TCP to the ports on which answers come back.
    EphemeralPorts,
    /// ICMP type 3, code 4: tells a sender of 9001-byte packets that the internet carries 1500.
    /// Without it they vanish. Source: Amazon VPC User Guide, "Path MTU Discovery".
    FragmentationNeeded,
}

/// One line of an ACL; with a tier as peer it becomes one rule per zone, numbered upwards from
/// `number`.
///
/// A number belongs to its line for good: a rule that took over the number of another could not be
/// created before the other is gone.
struct Line {
    egress: bool,
    number: u16,
    purpose: &'static str,
    peer: Peer,
    traffic: Traffic,
}

fn ingress(number: u16, purpose: &'static str, peer: Peer, traffic: Traffic) -> Line {
    Line { egress: false, number, purpose, peer, traffic }
}

fn egress(number: u16, purpose: &'static str, peer: Peer, traffic: Traffic) -> Line {
    Line { egress: true, number, purpose, peer, traffic }
}

/// Declares the three ACLs.
pub fn declare(
    module: &mut Module,
    network: &Network,
    vpc: &Handle<AwsVpc>,
    subnets: &Subnets,
    var: &Inputs,
) -> Result<(), DeclareError> {
    let container_port = Port(var.container_port.clone());
    let mut acl =
        |tier, subnets, lines| acl(module, tier, &network.zones, vpc, subnets, lines, var);
    acl("public", &subnets.public, public(&container_port))?;
    acl("app", &subnets.app, app(&container_port, !network.interface_endpoints.is_empty()))?;
    acl("data", &subnets.data, data(network.proxy))
}

fn public(container_port: &Traffic) -> Vec<Line> {
    vec![
        // From clients to the load balancer, and from the tasks to the NAT gateway.
        ingress(100, "https", Anywhere, port(HTTPS)),
        // From clients to the load balancer, which redirects them to HTTPS.
        ingress(110, "http", Anywhere, port(HTTP)),
        // From the tasks to the load balancer, and from the internet to the NAT gateway.
        ingress(120, "answers", Anywhere, EphemeralPorts),
        ingress(130, "fragmentation_needed", Anywhere, FragmentationNeeded),
        // From the load balancer to the tasks.
        egress(100, "container_port", App, container_port.clone()),
        // From the NAT gateway to the internet.
        egress(110, "https", Anywhere, port(HTTPS)),
        // From the load balancer to clients, and from the NAT gateway to the tasks.
        egress(120, "answers", Anywhere, EphemeralPorts),
        egress(130, "fragmentation_needed", Anywhere, FragmentationNeeded),
    ]
}

fn app(container_port: &Traffic, interface_endpoints: bool) -> Vec<Line> {
    let mut lines = vec![
        // From the load balancer to the tasks.
        ingress(100, "container_port", Public, container_port.clone()),
        // From the internet through NAT, from S3, and from the database to the tasks.
        ingress(120, "answers", Anywhere, EphemeralPorts),
        ingress(130, "fragmentation_needed", Anywhere, FragmentationNeeded),
        // From the tasks to RDS Proxy, or to Aurora.
        egress(100, "postgresql", Data, port(POSTGRESQL)),
        // From the tasks to card networks through NAT, to S3, and to interface endpoints.
        egress(110, "https", Anywhere, port(HTTPS)),
        // From the tasks to the load balancer.
        egress(120, "answers_to_public", Public, EphemeralPorts),
        egress(140, "fragmentation_needed", Anywhere, FragmentationNeeded),
    ];
    if interface_endpoints {
        // From the tasks to an endpoint in another zone, and back.
        lines.push(ingress(110, "https", App, port(HTTPS)));
        lines.push(egress(130, "answers_to_app", App, EphemeralPorts));
    }
    lines
}

fn data(proxy: bool) -> Vec<Line> {
    let mut lines = vec![
        // From the tasks to RDS Proxy, or to Aurora, and back.
        ingress(100, "postgresql", App, port(POSTGRESQL)),
        egress(100, "answers_to_app", App, EphemeralPorts),
    ];
    if proxy {
        // From RDS Proxy to Aurora in another zone, and back; the range contains the port of
        // PostgreSQL.
        lines.push(ingress(110, "proxy", Data, EphemeralPorts));
        lines.push(egress(110, "proxy", Data, EphemeralPorts));
    }
    lines
}

fn port(port: u16) -> Traffic {
    Port(port.into())
}

fn acl(
    module: &mut Module,
    tier: &str,
    zones: &[Zone],
    vpc: &Handle<AwsVpc>,
    subnets: &[Handle<AwsSubnet>],
    lines: Vec<Line>,
    var: &Inputs,
) -> Result<(), DeclareError> {
    let acl = module.resource(
        tier,
        block!(AwsNetworkAcl {
            vpc_id: vpc.id(),
            subnet_ids: each(subnets, |one| one.id()),
            tags: tags(name_of(Kind::NetworkAcl, tier)),
        }),
    )?;
    for line in &lines {
        let direction = if line.egress { "egress" } else { "ingress" };
        let label = format!("{tier}_{direction}_{}", line.purpose);
        for (label, number, cidr_block) in peers(label, line, zones, var) {
            module.resource(label, rule(&acl, line, number, cidr_block))?;
        }
    }
    Ok(())
}

/// Label, number and address range of each rule of a line.
fn peers(
    label: String,
    line: &Line,
    zones: &[Zone],
    var: &Inputs,
) -> Vec<(String, u16, Attr<String>)> {
    let per_zone = |cidr_blocks: &List<String>| {
        let rule = |(number, (place, zone)): (u16, (usize, &Zone))| {
            (format!("{label}_{}", zone.letter()), number, cidr_blocks.at(place))
        };
        (line.number..).zip(zones.iter().enumerate()).map(rule).collect()
    };
    match line.peer {
        Anywhere => vec![(label, line.number, ANYWHERE.into())],
        Public => per_zone(&var.public_subnet_cidr_blocks),
        App => per_zone(&var.app_subnet_cidr_blocks),
        Data => per_zone(&var.data_subnet_cidr_blocks),
    }
}

fn rule(
    acl: &Handle<AwsNetworkAcl>,
    line: &Line,
    number: u16,
    cidr_block: Attr<String>,
) -> AwsNetworkAclRule {
    let rule = block!(AwsNetworkAclRule {
        network_acl_id: acl.id(),
        egress: line.egress,
        rule_number: number,
        rule_action: "allow",
        cidr_block: cidr_block,
        protocol: "tcp",
    });
    let (first, last) = EPHEMERAL_PORTS;
    match &line.traffic {
        Port(port) => AwsNetworkAclRule { from_port: port.clone(), to_port: port.clone(), ..rule },
        EphemeralPorts => {
            AwsNetworkAclRule { from_port: first.into(), to_port: last.into(), ..rule }
        }
        FragmentationNeeded => AwsNetworkAclRule {
            protocol: "icmp".into(),
            icmp_type: 3.into(),
            icmp_code: 4.into(),
            ..rule
        },
    }
}
