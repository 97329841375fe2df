//! [`SecurityGroupRule`]: one rule of a security group, in any of the three forms that the provider
//! has. Source: AWS provider 5.100.0, `aws_security_group`, `aws_security_group_rule`,
//! `aws_vpc_security_group_ingress_rule`.

use std::fmt;
use std::ops::RangeInclusive;

use ipnet::IpNet;

use super::prefix_list::PrefixList;
use super::protocol::IpProtocol;
use crate::Planned::{self, Absent, Known, Unknown};
use crate::{Action, AttributePath, Inventory, Links, Resource};

const ALL_PORTS: RangeInclusive<u16> = 0..=u16::MAX;
/// Wider than any range of private addresses: `0.0.0.0/0`, or its halves.
const WORLD_V4: u8 = 7;
const WORLD_V6: u8 = 6;

/// Whether something is for what comes in, or for what goes out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Direction {
    /// Inbound.
    In,
    /// Outbound.
    Out,
}

impl Direction {
    fn argument(self) -> &'static str {
        match self {
            Self::In => "ingress",
            Self::Out => "egress",
        }
    }
}

/// What one rule lets in, or out.
#[derive(Debug, Clone)]
pub struct SecurityGroupRule<'a> {
    /// The block or resource that is the rule.
    pub place: AttributePath<'a>,
    /// The group, where it is part of the plan.
    pub group: Option<Resource<'a>>,
    /// The protocol.
    pub protocol: Planned<IpProtocol>,
    /// The ports; `None` where they are not known.
    pub ports: Option<RangeInclusive<u16>>,
    /// Whether it is for TCP or UDP, or for every protocol.
    pub has_ports: bool,
    /// From where, one for each range of addresses.
    pub sources: Vec<AttributePath<'a>>,
}

impl<'a> SecurityGroupRule<'a> {
    /// Every rule for what comes in.
    pub fn all(inventory: &'a Inventory) -> Vec<Self> {
        Self::in_direction(inventory, Direction::In)
    }

    /// Every rule for one direction.
    pub fn in_direction(inventory: &'a Inventory, direction: Direction) -> Vec<Self> {
        let argument = direction.argument();
        let groups = inventory.all_of(&GROUPS).flat_map(|group| inline(group, argument));
        let rules = inventory
            .all("aws_security_group_rule")
            .filter(|rule| rule.at("type").string() == Known(argument));
        let rules = rules.map(|rule| Self::of(rule.root(), linked(rule), &BLOCKS));
        let single = match direction {
            Direction::In => inventory.all("aws_vpc_security_group_ingress_rule"),
            Direction::Out => inventory.all("aws_vpc_security_group_egress_rule"),
        };
        let single = single.map(|rule| Self::of(rule.root(), linked(rule), &SINGLE));
        groups.chain(rules).chain(single).collect()
    }

    fn of(place: AttributePath<'a>, group: Option<Resource<'a>>, names: &Names) -> Self {
        let protocol = place.at(names.protocol).string().map(IpProtocol::of);
        let has_ports = protocol != Known(IpProtocol::Other);
        let ports =
            if protocol == Known(IpProtocol::Any) { Some(ALL_PORTS) } else { ports(&place) };
        let sources = names.sources.iter().flat_map(|name| sources(&place.at(name))).collect();
        Self { place, group, protocol, ports, has_ports, sources }
    }

    /// The groups whose members it is for.
    pub fn peers(&self) -> Links<'a> {
        match self.place.resource().kind() {
            "aws_security_group_rule" => self.place.at("source_security_group_id").link_to(&GROUPS),
            kind if GROUPS.contains(&kind) => self.place.at("security_groups").links_to(&GROUPS),
            _ => self.place.at("referenced_security_group_id").link_to(&GROUPS),
        }
    }

    /// Why it may be for the members of groups that are not found: it names some, which are of no
    /// resource that is one.
    pub fn nameless_peers(&self) -> Option<String> {
        const PLACES: [&str; 3] =
            ["source_security_group_id", "referenced_security_group_id", "security_groups"];
        let places = PLACES.map(|name| self.place.at(name));
        let place = places.iter().find(|place| place.value().is_unknown() && place.waits())?;
        self.peers().links.is_empty().then(|| place.known_later())
    }

    /// Whether it is for the members of its own group.
    pub fn is_for_itself(&self) -> Planned<bool> {
        self.place.at("self").bool().or(false)
    }

    /// The prefix lists that it is for.
    pub fn prefix_lists(&self) -> Vec<PrefixList<'a>> {
        PREFIX_LISTS.iter().flat_map(|name| PrefixList::all(&self.place.at(name))).collect()
    }

    /// Why it is not certain of which group it is a rule.
    pub fn doubt(&self) -> Option<String> {
        let is_inline = GROUPS.contains(&self.place.resource().kind());
        let links = self.place.at("security_group_id").link_to(&GROUPS);
        (!is_inline && (!links.incomplete.is_empty() || links.ambiguous.is_some()))
            .then(|| links.reason())
    }

    /// The source that is everyone, if one is.
    pub fn world(&self) -> Option<&AttributePath<'a>> {
        self.sources.iter().find(|source| source.string().known().is_some_and(is_world))
    }

    /// The source that may turn out to be everyone: known only after the apply, and of no network
    /// of this plan.
    pub fn may_be_world(&self) -> Option<&AttributePath<'a>> {
        self.sources
            .iter()
            .find(|source| source.string() == Unknown && source.links_to_any().links.is_empty())
    }

    /// Whether it lets in what a list of AWS's or of someone else's names.
    pub fn has_prefix_list(&self) -> bool {
        PREFIX_LISTS.iter().any(|name| {
            let place = self.place.at(name);
            place.string().is_set() || !place.items().is_empty() || place.value().is_unknown()
        })
    }

    /// Whether it lets in to a port.
    pub fn includes(&self, port: u16) -> bool {
        self.has_ports && self.ports.as_ref().is_some_and(|ports| ports.contains(&port))
    }
}

const PREFIX_LISTS: [&str; 2] = ["prefix_list_ids", "prefix_list_id"];

/// Groups that can hold rules themselves.
pub const GROUPS: [&str; 2] = ["aws_security_group", "aws_default_security_group"];

/// What carries security groups, and the argument that names them.
/// Source: AWS provider 5.100.0, the arguments for security groups.
pub const CARRIERS: [(&str, &str); 41] = [
    ("aws_alb", "security_groups"),
    ("aws_apigatewayv2_vpc_link", "security_group_ids"),
    ("aws_batch_compute_environment", "compute_resources.0.security_group_ids"),
    ("aws_codebuild_project", "vpc_config.0.security_group_ids"),
    ("aws_db_instance", "vpc_security_group_ids"),
    ("aws_db_proxy", "vpc_security_group_ids"),
    ("aws_db_proxy_endpoint", "vpc_security_group_ids"),
    ("aws_dms_replication_instance", "vpc_security_group_ids"),
    ("aws_docdb_cluster", "vpc_security_group_ids"),
    ("aws_ec2_client_vpn_endpoint", "security_group_ids"),
    ("aws_ecs_service", "network_configuration.0.security_groups"),
    ("aws_ecs_task_set", "network_configuration.0.security_groups"),
    ("aws_efs_mount_target", "security_groups"),
    ("aws_eks_cluster", "vpc_config.0.security_group_ids"),
    ("aws_elasticache_cluster", "security_group_ids"),
    ("aws_elasticache_replication_group", "security_group_ids"),
    ("aws_elasticache_serverless_cache", "security_group_ids"),
    ("aws_elasticsearch_domain", "vpc_options.0.security_group_ids"),
    ("aws_elb", "security_groups"),
    ("aws_fsx_windows_file_system", "security_group_ids"),
    ("aws_instance", "security_groups"),
    ("aws_instance", "vpc_security_group_ids"),
    ("aws_lambda_function", "vpc_config.0.security_group_ids"),
    ("aws_launch_configuration", "security_groups"),
    ("aws_launch_template", "network_interfaces.0.security_groups"),
    ("aws_launch_template", "vpc_security_group_ids"),
    ("aws_lb", "security_groups"),
    ("aws_memorydb_cluster", "security_group_ids"),
    ("aws_mq_broker", "security_groups"),
    ("aws_msk_cluster", "broker_node_group_info.0.security_groups"),
    ("aws_mwaa_environment", "network_configuration.0.security_group_ids"),
    ("aws_neptune_cluster", "vpc_security_group_ids"),
    ("aws_network_interface", "security_groups"),
    ("aws_network_interface_sg_attachment", "security_group_id"),
    ("aws_opensearch_domain", "vpc_options.0.security_group_ids"),
    ("aws_rds_cluster", "vpc_security_group_ids"),
    ("aws_redshift_cluster", "vpc_security_group_ids"),
    ("aws_sagemaker_notebook_instance", "security_groups"),
    ("aws_spot_instance_request", "vpc_security_group_ids"),
    ("aws_transfer_server", "endpoint_details.0.security_group_ids"),
    ("aws_vpc_endpoint", "security_group_ids"),
];

/// What carries a group.
pub fn carriers(group: Resource<'_>) -> Vec<Resource<'_>> {
    CARRIERS
        .iter()
        .flat_map(|(kind, argument)| group.inventory().referrers(group, kind, argument))
        .collect()
}

/// The groups that a resource carries, by its own arguments.
pub fn groups_of(carrier: Resource<'_>) -> Vec<Resource<'_>> {
    let arguments = CARRIERS.iter().filter(|(kind, _)| *kind == carrier.kind());
    arguments
        .flat_map(|(_, argument)| carrier.at(argument).links_to(&GROUPS).links)
        .map(|link| link.resource)
        .collect()
}

/// Resources that are one rule each.
pub const RULES: [&str; 3] = [
    "aws_security_group_rule",
    "aws_vpc_security_group_ingress_rule",
    "aws_vpc_security_group_egress_rule",
];

/// The rules that a group is written with itself. After the apply the provider shows there those of
/// other resources too.
pub fn is_inline(group: Resource, direction: &str) -> bool {
    let place = group.at(direction);
    let is_set = matches!(place.value(), Known(value) if value.is_array());
    is_set && (place.is_surely_written() || group.actions() == [Action::Create])
}

fn inline<'a>(group: Resource<'a>, direction: &str) -> Vec<SecurityGroupRule<'a>> {
    let is_own = is_inline(group, direction) || !has_rules(group);
    let blocks = if is_own { group.at(direction).items() } else { Vec::new() };
    blocks.into_iter().map(|block| SecurityGroupRule::of(block, Some(group), &BLOCKS)).collect()
}

/// Security groups, and those that they let in.
pub fn admitted(inventory: &Inventory) -> Vec<(Resource<'_>, Resource<'_>)> {
    let mut pairs = Vec::new();
    for (kind, source) in [
        ("aws_vpc_security_group_ingress_rule", "referenced_security_group_id"),
        ("aws_security_group_rule", "source_security_group_id"),
    ] {
        let rules =
            inventory.all(kind).filter(|rule| rule.at("type").string().known() != Some("egress"));
        for rule in rules {
            let from = rule.at(source).link_to(&GROUPS).one();
            pairs.extend(from.zip(linked(rule)));
        }
    }
    for group in inventory.all_of(&GROUPS) {
        for block in group.at("ingress").items() {
            pairs.extend(
                block.at("security_groups").links_to(&GROUPS).resources().map(|from| (from, group)),
            );
        }
    }
    pairs
}

/// Whether resources of their own are rules of a group.
pub fn has_rules(group: Resource) -> bool {
    RULES
        .iter()
        .any(|kind| !group.inventory().referrers(group, kind, "security_group_id").is_empty())
}

/// Why a rule of the plan may be one of a group's: its group is known only after the apply, and may
/// be this one.
pub fn has_open_rules(group: Resource) -> Option<String> {
    let rules = group
        .inventory()
        .all_of(&["aws_security_group_rule", "aws_vpc_security_group_ingress_rule"]);
    let may_be = |rule: &Resource| {
        let links = rule.at("security_group_id").link_to(&GROUPS);
        links.one().is_none()
            && !links.incomplete.is_empty()
            && (links.links.is_empty() || links.resources().any(|one| one == group))
    };
    let mut incomplete = rules.filter(may_be);
    incomplete.next().map(|rule| {
        format!("whether {} is a rule of {} is unknown", rule.address(), group.address())
    })
}

fn linked(rule: Resource<'_>) -> Option<Resource<'_>> {
    rule.at("security_group_id").link_to(&GROUPS).one()
}

struct Names {
    protocol: &'static str,
    sources: [&'static str; 2],
}

const BLOCKS: Names = Names { protocol: "protocol", sources: ["cidr_blocks", "ipv6_cidr_blocks"] };
const SINGLE: Names = Names { protocol: "ip_protocol", sources: ["cidr_ipv4", "cidr_ipv6"] };

fn ports(place: &AttributePath) -> Option<RangeInclusive<u16>> {
    // The ports are numbers of 16 bits, or -1 for what has none.
    let port = |name: &str| place.at(name).number().known().map(|number| number.max(0.0) as u16);
    Some(port("from_port")?..=port("to_port")?)
}

/// The items of a list, or the text itself.
fn sources<'a>(place: &AttributePath<'a>) -> Vec<AttributePath<'a>> {
    match place.value() {
        Absent => Vec::new(),
        Known(value) if value.is_array() => place.items(),
        Known(_) | Unknown => vec![place.clone()],
    }
}

/// Whether a range of addresses is everyone.
pub fn is_world(cidr: &str) -> bool {
    match cidr.parse() {
        Ok(IpNet::V4(net)) => net.prefix_len() <= WORLD_V4,
        Ok(IpNet::V6(net)) => net.prefix_len() <= WORLD_V6,
        Err(_) => false,
    }
}

impl fmt::Display for SecurityGroupRule<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.ports {
            None => f.write_str("its ports"),
            Some(ports) if *ports == ALL_PORTS => f.write_str("every port"),
            Some(ports) if ports.start() == ports.end() => write!(f, "port {}", ports.start()),
            Some(ports) => write!(f, "ports {} to {}", ports.start(), ports.end()),
        }
    }
}
