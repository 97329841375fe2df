//! [`Interface`]: something that has addresses in subnets, and security groups.

mod address;
mod attachment;
mod membership;

use std::net::IpAddr;
use std::ops::RangeInclusive;

use address::{addresses, has_v6, is_public, or_mapped};
use attachment::first_interface;
use membership::groups;

use super::group::Groups;
use crate::aws::network::{CARRIERS, Endpoint, EndpointKind, Subnet, ZonePlacement};
use crate::aws::zonal::{of_group, table};
use crate::loss::of_scaling_group;
use crate::{Inventory, Planned, Resource};

/// The number of an interface among those of its network.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct InterfaceId(pub usize);

/// What a resource has in one subnet: one stands for all that it has there.
#[derive(Debug, Clone)]
pub struct Interface<'a> {
    /// Its number.
    pub id: InterfaceId,
    /// The resource.
    pub resource: Resource<'a>,
    /// The kind.
    pub kind: Kind,
    /// The subnet; `None` where it is not known.
    pub subnet: Option<Subnet<'a>>,
    /// Why the subnet is not known.
    pub doubt: Option<String>,
    /// Its security groups.
    pub groups: Groups<'a>,
    /// Whether it has a public IP address.
    pub is_public: Planned<bool>,
    /// Whether it has an address of IPv6.
    pub has_v6: Planned<bool>,
    /// Its addresses, where they are known and all that it has.
    pub addresses: Vec<IpAddr>,
}

/// What has interfaces.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Kind {
    /// A node of a load balancer.
    BalancerNode,
    /// A task of an ECS service.
    Task,
    /// A Lambda function.
    Function,
    /// An RDS Proxy.
    Proxy,
    /// A database.
    Database,
    /// A VPC endpoint.
    Endpoint,
    /// A NAT gateway.
    Nat,
    /// A machine, or a group of them.
    Machine,
    /// Anything else: a cache, a broker, a file system.
    Other,
}

/// The ports that clients call from, of most kernels of Linux.
/// Source: VPC User Guide, "Network ACLs", "Ephemeral ports".
pub const EPHEMERAL: RangeInclusive<u16> = 32768..=60999;
/// Those of load balancers, NAT gateways and functions. Source: the same.
pub const WIDE_EPHEMERAL: RangeInclusive<u16> = 1024..=65535;
/// Those of clients in the internet: Linux, and Windows from 49152. Source: the same.
pub const CLIENT_EPHEMERAL: RangeInclusive<u16> = 32768..=65535;

impl Interface<'_> {
    /// What it is called, for a person.
    pub fn name(&self) -> String {
        match self.subnet {
            Some(subnet) => format!("{} in {}", self.resource.address(), subnet.address()),
            None => self.resource.address().to_owned(),
        }
    }

    /// The ports that it calls from.
    pub fn ephemeral(&self) -> RangeInclusive<u16> {
        match self.kind {
            Kind::BalancerNode | Kind::Nat | Kind::Function => WIDE_EPHEMERAL,
            _ => EPHEMERAL,
        }
    }
}

/// Every interface of a plan, numbered.
pub fn interfaces(inventory: &Inventory) -> Vec<Interface<'_>> {
    let mut all: Vec<Interface> = Vec::new();
    let mut kinds: Vec<&str> =
        CARRIERS.iter().map(|(kind, _)| *kind).filter(|kind| !IS_PART.contains(kind)).collect();
    kinds.extend([
        "aws_autoscaling_group",
        "aws_eks_fargate_profile",
        "aws_eks_node_group",
        "aws_nat_gateway",
    ]);
    kinds.dedup();
    for kind in kinds {
        for resource in inventory.all(kind) {
            add(&mut all, resource);
        }
    }
    for (place, interface) in all.iter_mut().enumerate() {
        interface.id = InterfaceId(place);
    }
    all
}

/// What names groups for something else.
const IS_PART: [&str; 6] = [
    "aws_alb",
    "aws_launch_configuration",
    "aws_launch_template",
    "aws_network_interface",
    "aws_network_interface_sg_attachment",
    "aws_ec2_client_vpn_endpoint",
];

fn add<'a>(all: &mut Vec<Interface<'a>>, resource: Resource<'a>) {
    let Some(placement) = placement(resource) else { return };
    let (kind, groups, is_public) =
        (kind_of(resource), groups(resource, &placement), is_public(resource));
    let new = |subnet: Option<Subnet<'a>>, doubt: Option<String>| Interface {
        id: InterfaceId(0),
        resource,
        kind,
        subnet,
        doubt,
        groups: groups.clone(),
        is_public: or_mapped(is_public, resource, subnet),
        has_v6: has_v6(resource, subnet),
        addresses: addresses(resource),
    };
    // Where an index that is not shown chooses the subnets, none of them is certain.
    let subnets: Vec<_> = placement
        .subnets
        .iter()
        .map(|(subnet, _)| *subnet)
        .filter(|_| !placement.is_ambiguous)
        .collect();
    let is_more = !placement.elsewhere.is_empty()
        || subnets.is_empty()
        || placement.incomplete.is_some()
            && !placement.is_whole
            && placement.subnets.iter().all(|(_, zone)| zone.is_some());
    let here = subnets
        .iter()
        .filter(|subnet| !subnet.is_data())
        .map(|subnet| new(Some(Subnet(*subnet)), None));
    all.extend(here);
    if is_more || subnets.iter().any(|subnet| subnet.is_data()) {
        let reason =
            placement.incomplete.clone().unwrap_or_else(|| match placement.elsewhere.first() {
                Some(id) => format!("{id} is not part of this plan"),
                None => "it is given no subnet in this plan".to_owned(),
            });
        all.push(new(
            None,
            Some(format!("the subnets of {} are not all known: {reason}", resource.address())),
        ));
    }
}

fn kind_of(resource: Resource) -> Kind {
    match resource.kind() {
        "aws_lb" | "aws_elb" => Kind::BalancerNode,
        "aws_ecs_service" | "aws_ecs_task_set" => Kind::Task,
        "aws_lambda_function" => Kind::Function,
        "aws_db_proxy" | "aws_db_proxy_endpoint" => Kind::Proxy,
        "aws_rds_cluster" | "aws_db_instance" | "aws_docdb_cluster" | "aws_neptune_cluster" => {
            Kind::Database
        }
        "aws_vpc_endpoint" => Kind::Endpoint,
        "aws_nat_gateway" => Kind::Nat,
        "aws_instance"
        | "aws_autoscaling_group"
        | "aws_spot_instance_request"
        | "aws_eks_node_group" => Kind::Machine,
        _ => Kind::Other,
    }
}

/// The subnets of a resource; `None` where it has none of its own.
fn placement(resource: Resource<'_>) -> Option<ZonePlacement<'_>> {
    let single = |argument: &str| Some(ZonePlacement::of_each([resource.at(argument)]));
    match resource.kind() {
        "aws_ecs_service" => {
            let network = resource.at("network_configuration");
            (network.has_unknown() || network.at("0").value().is_set())
                .then(|| ZonePlacement::of(&network.at("0.subnets")))
        }
        "aws_rds_cluster" | "aws_db_instance" => {
            Some(of_group(&resource.at("db_subnet_group_name")))
        }
        "aws_elasticache_cluster" if resource.at("replication_group_id").string().is_set() => None,
        "aws_elasticache_cluster" | "aws_elasticache_replication_group" => {
            Some(of_group(&resource.at("subnet_group_name")))
        }
        "aws_mq_broker" => Some(ZonePlacement::of(&resource.at("subnet_ids"))),
        "aws_msk_cluster" => {
            Some(ZonePlacement::of(&resource.at("broker_node_group_info.0.client_subnets")))
        }
        "aws_opensearch_domain" | "aws_elasticsearch_domain" => {
            let options = resource.at("vpc_options.0.subnet_ids");
            options.value().is_set().then(|| ZonePlacement::of(&options))
        }
        "aws_instance" => match first_interface(resource) {
            Some(Ok(own)) => Some(ZonePlacement::of_each([own.at("subnet_id")])),
            Some(Err(place)) => Some(ZonePlacement {
                incomplete: Some(place.known_later()),
                ..ZonePlacement::default()
            }),
            None => single("subnet_id"),
        },
        "aws_efs_mount_target" => single("subnet_id"),
        "aws_eks_node_group" | "aws_eks_fargate_profile" => {
            Some(ZonePlacement::of(&resource.at("subnet_ids")))
        }
        "aws_nat_gateway" => {
            resource.at("subnet_id").string().is_set().then(|| single("subnet_id")).flatten()
        }
        "aws_autoscaling_group" => Some(of_scaling_group(resource)),
        "aws_vpc_endpoint" => (Endpoint(resource).kind()
            == Planned::Known(EndpointKind::Interface))
        .then(|| Endpoint(resource).placement()),
        kind => {
            let zonal = table().spread.get(kind).or_else(|| table().named.get(kind));
            zonal.and_then(|zonal| zonal.placement(resource))
        }
    }
}
