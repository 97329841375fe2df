//! [`Interface`]: something that has addresses in subnets, and security groups.

use std::net::IpAddr;
use std::ops::RangeInclusive;

use super::group::Groups;
use crate::aws::network::{
    CARRIERS, Endpoint, EndpointKind, Follow, GROUPS, RULES, Subnet, ZonePlacement,
};
use crate::aws::zonal::{of_group, table};
use crate::loss::of_scaling_group;
use crate::{AttributePath, Inventory, Planned, Resource};

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

/// The addresses that a machine is given.
fn addresses(resource: Resource) -> Vec<IpAddr> {
    let (v4, v6) = match resource.kind() {
        "aws_instance" => (resource.at("private_ip"), resource.at("ipv6_addresses")),
        _ => return Vec::new(),
    };
    let texts = v4.string().known().into_iter().chain(v6.strings().known().unwrap_or_default());
    texts.filter_map(|text| text.parse().ok()).collect()
}

/// Whether a resource has an address of IPv6: where its subnet has none, nothing in it has.
/// Source: Amazon VPC User Guide, "IPv6 support in VPC"; the pages of each service; Amazon ECS
/// Developer Guide, account setting `dualStackIPv6`, which is on by default.
fn has_v6(resource: Resource, subnet: Option<Subnet>) -> Planned<bool> {
    let flag = |argument: &str| resource.at(argument).bool().or(false);
    let is = |argument: &str, texts: &[&str]| match resource.at(argument).string() {
        Planned::Unknown if !resource.at(argument).waits() => Planned::Known(false),
        text => text.map(|text| texts.contains(&text)).or(false),
    };
    let own = match resource.kind() {
        "aws_lb" => is("ip_address_type", &["dualstack", "dualstack-without-public-ipv4"]),
        "aws_elb"
        | "aws_nat_gateway"
        | "aws_db_proxy"
        | "aws_db_proxy_endpoint"
        | "aws_efs_mount_target" => Planned::Known(false),
        "aws_lambda_function" => flag("vpc_config.0.ipv6_allowed_for_dual_stack"),
        "aws_vpc_endpoint" => is("ip_address_type", &["dualstack", "ipv6"]),
        "aws_rds_cluster" | "aws_db_instance" | "aws_docdb_cluster" => {
            is("network_type", &["DUAL"])
        }
        "aws_elasticache_cluster" | "aws_elasticache_replication_group" => {
            is("network_type", &["dual_stack", "ipv6"])
        }
        "aws_ecs_service" | "aws_ecs_task_set" => Planned::Known(true),
        "aws_instance" => {
            let count = resource.at("ipv6_address_count");
            let is_given = resource.at("ipv6_addresses").value().is_set()
                && !resource.at("ipv6_addresses").value().is_unknown();
            match count.number() {
                Planned::Known(count) => Planned::Known(count > 0.0 || is_given),
                _ if is_given => Planned::Known(true),
                _ => match subnet {
                    Some(subnet) => subnet.0.at("assign_ipv6_address_on_creation").bool().or(false),
                    None => Planned::Unknown,
                },
            }
        }
        _ => Planned::Unknown,
    };
    let has_range =
        match subnet.map(|subnet| (subnet.0.at("ipv6_cidr_block"), subnet.0.at("ipv6_native"))) {
            None => Planned::Unknown,
            Some((range, native)) => match range.string() {
                Planned::Known(_) => Planned::Known(true),
                Planned::Unknown if range.waits() => Planned::Known(true),
                _ => Planned::Known(native.bool() == Planned::Known(true)),
            },
        };
    has_range.and(own)
}

/// Whether a resource has a public IP address; absent where its subnet decides.
fn is_public(resource: Resource) -> Planned<bool> {
    let flag = |argument: &str| resource.at(argument).bool().or(false);
    match resource.kind() {
        "aws_lb" | "aws_elb" => flag("internal").not(),
        "aws_nat_gateway" => {
            resource.at("connectivity_type").string().or("public").map(|kind| kind == "public")
        }
        "aws_ecs_service" => flag("network_configuration.0.assign_public_ip"),
        "aws_db_instance" => flag("publicly_accessible"),
        // Each instance of a cluster says it for itself.
        "aws_rds_cluster" => {
            let instances = resource.inventory().referrers(
                resource,
                "aws_rds_cluster_instance",
                "cluster_identifier",
            );
            let public = instances
                .iter()
                .map(|instance| instance.at("publicly_accessible").bool().or(false));
            public.fold(Planned::Known(false), Planned::or_else)
        }
        "aws_instance" => {
            let addresses = resource.inventory().referrers(resource, "aws_eip", "instance");
            match addresses.is_empty() {
                true => resource.at("associate_public_ip_address").bool(),
                false => Planned::Known(true),
            }
        }
        "aws_autoscaling_group" => match template(resource) {
            Some(template) => {
                template.at("network_interfaces.0.associate_public_ip_address").bool()
            }
            None => Planned::Absent,
        },
        _ => Planned::Known(false),
    }
}

/// A machine that does not say it has what its subnet gives.
/// Source: AWS provider 5.100.0, `aws_subnet`, `map_public_ip_on_launch`: "Default is `false`";
/// default subnets have it.
fn or_mapped(own: Planned<bool>, resource: Resource, subnet: Option<Subnet>) -> Planned<bool> {
    // What the provider computes where nothing is written is what the subnet gives.
    let is_said =
        own.is_set() && (!own.is_unknown() || resource.at("associate_public_ip_address").waits());
    if is_said {
        return own;
    }
    match subnet {
        Some(subnet) => {
            let is_default = subnet.0.kind() == "aws_default_subnet";
            subnet.0.at("map_public_ip_on_launch").bool().or(is_default)
        }
        None => Planned::Unknown,
    }
}

/// What an Auto Scaling group or a node group launches instances from.
fn template(group: Resource<'_>) -> Option<Resource<'_>> {
    const MIXED: &str =
        "mixed_instances_policy.0.launch_template.0.launch_template_specification.0";
    let own = |path: &str| {
        group.at(path).link("aws_launch_template").proven().ok().filter(|own| !own.is_data())
    };
    let mixed = |name: &str| own(&format!("{MIXED}.{name}"));
    let plain = || own("launch_template.0.id").or_else(|| own("launch_template.0.name"));
    plain().or_else(|| mixed("launch_template_id")).or_else(|| mixed("launch_template_name"))
}

/// The interface that an instance is given, where it is given one: or where it is not known which.
fn first_interface<'a>(instance: Resource<'a>) -> Option<Result<Resource<'a>, AttributePath<'a>>> {
    let place = instance.at("network_interface.0.network_interface_id");
    let is_given = !instance.at("network_interface").items().is_empty();
    is_given.then(|| place.link("aws_network_interface").proven().map_err(|_| place.clone()))
}

/// Why the group that AWS makes with something may have more rules than AWS gives it.
fn more_rules(of: Resource) -> Option<String> {
    let mut rules =
        RULES.iter().flat_map(|kind| of.inventory().referrers(of, kind, "security_group_id"));
    let rule = rules.next()?;
    Some(format!(
        "{} adds to the security group that AWS makes with {}, which is not followed",
        rule.address(),
        of.address()
    ))
}

/// The security groups of a resource.
fn groups<'a>(resource: Resource<'a>, placement: &ZonePlacement<'a>) -> Groups<'a> {
    let none = Groups::default();
    match resource.kind() {
        "aws_nat_gateway" => none,
        // A Network Load Balancer may have none, and a Gateway Load Balancer has none.
        // Source: Elastic Load Balancing, "Security groups for your Network Load Balancers".
        "aws_lb"
            if resource.at("load_balancer_type").string().or("application")
                != Planned::Known("application")
                && !resource.at("security_groups").value().is_set() =>
        {
            none
        }
        "aws_autoscaling_group" => match template(resource) {
            Some(template) => {
                let places = ["network_interfaces.0.security_groups", "vpc_security_group_ids"]
                    .map(|path| template.at(path));
                named(&places, placement)
            }
            None => {
                match resource.at("launch_configuration").link("aws_launch_configuration").one() {
                    Some(configuration) => named(&[configuration.at("security_groups")], placement),
                    None => Groups {
                        filters: true,
                        doubt: Some(format!(
                            "the launch template of {} is not known",
                            resource.address()
                        )),
                        ..none
                    },
                }
            }
        },
        "aws_eks_cluster" => {
            let place = resource.at("vpc_config.0.security_group_ids");
            let own = if is_given(&place) { named(&[place], placement) } else { none };
            with_cluster(own, resource)
        }
        "aws_eks_node_group" | "aws_eks_fargate_profile" => {
            let given = template(resource)
                .map(|template| {
                    ["network_interfaces.0.security_groups", "vpc_security_group_ids"]
                        .map(|path| template.at(path))
                })
                .filter(|places| places.iter().any(is_given));
            let is_written = !resource.at("launch_template").items().is_empty();
            match (given, resource.at("cluster_name").link("aws_eks_cluster").proven()) {
                (Some(places), _) => named(&places, placement),
                (None, Ok(cluster))
                    if !cluster.is_data() && (!is_written || template(resource).is_some()) =>
                {
                    with_cluster(none, cluster)
                }
                _ => Groups {
                    filters: true,
                    doubt: Some(format!(
                        "the security groups of {} are not part of this plan",
                        resource.address()
                    )),
                    ..none
                },
            }
        }
        "aws_instance" if first_interface(resource).is_some() => match first_interface(resource) {
            Some(Ok(own)) => named(&[own.at("security_groups")], placement),
            _ => Groups {
                filters: true,
                doubt: Some(format!(
                    "the network interface of {} is not known",
                    resource.address()
                )),
                ..none
            },
        },
        kind => {
            let arguments = CARRIERS.iter().filter(|(carrier, _)| *carrier == kind);
            let places: Vec<_> = arguments.map(|(_, argument)| resource.at(argument)).collect();
            named(&places, placement)
        }
    }
}

/// The groups that the first argument names that is given; where none is, the default group of the
/// network.
fn named<'a>(places: &[AttributePath<'a>], placement: &ZonePlacement<'a>) -> Groups<'a> {
    let Some(place) = places.iter().find(|place| is_given(place)) else {
        return default_group(placement);
    };
    let links = place.links_to(&GROUPS);
    let is_data = links.resources().find(|group| group.is_data());
    let doubt = match is_data {
        Some(group) => Some(format!("the rules of {} are not part of this plan", group.address())),
        None if !links.is_complete() || links.ambiguous.is_some() => Some(links.reason()),
        None if links.links.is_empty() => Some(place.known_later()),
        None => None,
    };
    let known = links.resources().filter(|_| links.ambiguous.is_none()).collect();
    Groups { known, filters: true, doubt, made_with: None }
}

fn is_given(place: &AttributePath) -> bool {
    match place.value() {
        Planned::Known(value) => !value.as_array().is_some_and(Vec::is_empty),
        Planned::Unknown => place.waits(),
        Planned::Absent => false,
    }
}

/// With the group that EKS makes with a cluster, which the control plane and nodes without groups
/// of their own are members of. Source: Amazon EKS User Guide, "View Amazon EKS security group
/// requirements for clusters".
fn with_cluster<'a>(groups: Groups<'a>, cluster: Resource<'a>) -> Groups<'a> {
    let doubt = groups.doubt.or_else(|| more_rules(cluster));
    Groups { filters: true, made_with: Some(cluster), doubt, ..groups }
}

fn default_group<'a>(placement: &ZonePlacement<'a>) -> Groups<'a> {
    let unknown =
        |reason: String| Groups { filters: true, doubt: Some(reason), ..Groups::default() };
    let Some((subnet, _)) = placement.subnets.first().filter(|_| !placement.is_ambiguous) else {
        return unknown(
            "its security group is the default one of a network that is not known".to_owned(),
        );
    };
    let vpc = match Subnet(*subnet).network(Follow::Proven) {
        Ok(Some(vpc)) if !vpc.is_data() => vpc,
        Ok(_) => {
            return unknown(
                "its security group is the default one of a network that is not part of this plan"
                    .to_owned(),
            );
        }
        Err(reason) => return unknown(reason),
    };
    match Follow::Proven.referrers(vpc, "aws_default_security_group", "vpc_id") {
        Ok(adopted) => match adopted.first() {
            Some(group) => Groups { known: vec![*group], filters: true, ..Groups::default() },
            None => Groups {
                filters: true,
                made_with: Some(vpc),
                doubt: more_rules(vpc),
                ..Groups::default()
            },
        },
        Err(reason) => unknown(reason),
    }
}
