//! The text on the card of each type of resource, in AWS's terms.

use super::node::{Layer, Node, Part};
use super::{Card, words};
use verify::aws::balancing::listeners_of;
use verify::aws::network::{ZonePlacement, zone_of};
use verify::loss::{Cluster, Instance, Service, Tasks, Zonal};
use verify::{Planned, Resource};

fn card(resource: Resource, layer: Layer, title: &str, details: Vec<String>) -> Card {
    let (subject, name, address) =
        (layer.subject(), words::name(resource), words::clean(resource.address()));
    Card { subject, title: title.to_owned(), name, details, address, mark: None }
}

/// Something that is in zones, with a part in each, or alone in one.
pub fn zonal<'a>(zonal: Zonal<'a>) -> Node<'a> {
    let resource = zonal.resource;
    let (layer, title) = named(resource, &zonal.title);
    let details = match layer {
        Layer::LoadBalancer => listens(resource),
        Layer::Endpoint => service_name(resource),
        Layer::Database => class_and_standby(resource),
        _ => zonal.details.iter().map(|detail| words::clean(detail)).collect(),
    };
    let card = card(resource, layer, title, details);
    if !zonal.is_one {
        return Node::placement(resource, layer, &zonal.placement, card);
    }
    let zones: Vec<_> = zonal.placement.drawn_zones().into_iter().collect();
    let zone = if zones.len() == 1 { zones.first().copied() } else { None };
    let subnets = zonal.placement.subnets.iter().map(|(subnet, _)| *subnet).collect();
    Node { members: vec![resource], layer, subnets, parts: vec![Part { zone, card }] }
}

/// The rank of a type, and its name on a card, where a card calls it otherwise than a table does.
fn named<'t>(resource: Resource, title: &'t str) -> (Layer, &'t str) {
    match resource.kind() {
        "aws_lb" => (Layer::LoadBalancer, load_balancer(resource)),
        "aws_elb" => (Layer::LoadBalancer, "Classic LB node"),
        "aws_db_proxy" => (Layer::Proxy, title),
        "aws_lambda_function" => (Layer::Function, title),
        "aws_vpc_endpoint" => (Layer::Endpoint, "Interface endpoint"),
        "aws_autoscaling_group" | "aws_eks_node_group" | "aws_instance" => (Layer::Machine, title),
        "aws_ecs_service" => (Layer::Service, "ECS tasks"),
        "aws_db_instance" => (Layer::Database, title),
        "aws_rds_cluster" => (Layer::Store, title),
        "aws_elasticache_cluster"
        | "aws_elasticache_replication_group"
        | "aws_elasticache_serverless_cache" => (Layer::Cache, title),
        kind if [
            "attachment",
            "vpc_link",
            "endpoint",
            "firewall",
            "gateway",
            "connector",
            "association",
            "connection",
        ]
        .iter()
        .any(|word| kind.contains(word)) =>
        {
            (Layer::Attachment, title)
        }
        kind if [
            "_eks_",
            "_batch_",
            "_codebuild_",
            "_emr",
            "fleet",
            "_spot_",
            "beanstalk",
            "_mwaa_",
            "_ecs_",
            "instance",
        ]
        .iter()
        .any(|word| kind.contains(word)) =>
        {
            (Layer::Workload, title)
        }
        _ => (Layer::Store, title),
    }
}

/// What lets subnets out of the network, in its zone.
pub fn way_out(resource: Resource<'_>) -> Node<'_> {
    let title = match resource.kind() {
        "aws_nat_gateway" => "NAT gateway",
        "aws_instance" | "aws_network_interface" => "NAT instance",
        _ => "Firewall endpoint",
    };
    let placement = match resource.kind() {
        "aws_networkfirewall_firewall" | "aws_vpc_endpoint" => {
            ZonePlacement::of(&resource.at("subnet_ids"))
        }
        _ => ZonePlacement::of_each([resource.at("subnet_id")]),
    };
    let zone = zone_of(resource).or_else(|| placement.subnets.first().and_then(|(_, zone)| *zone));
    let part = Part { zone, card: card(resource, Layer::Nat, title, Vec::new()) };
    let subnets = placement.subnets.into_iter().map(|(subnet, _)| subnet).collect();
    Node { members: vec![resource], layer: Layer::Nat, subnets, parts: vec![part] }
}

fn load_balancer(resource: Resource) -> &'static str {
    match resource.at("load_balancer_type").string() {
        Planned::Known("network") => "NLB node",
        Planned::Known("gateway") => "GWLB node",
        _ => "ALB node",
    }
}

/// The listeners of a load balancer, and what is before it.
fn listens(resource: Resource) -> Vec<String> {
    let inventory = resource.inventory();
    let mut ports: Vec<_> = listeners_of(resource).into_iter().filter_map(listener).collect();
    ports.sort_unstable_by(|a, b| b.cmp(a));
    let mut details = if ports.is_empty() { Vec::new() } else { vec![ports.join(", ")] };
    if !inventory.referrers(resource, "aws_wafv2_web_acl_association", "resource_arn").is_empty() {
        details.push("behind AWS WAF".to_owned());
    }
    details
}

/// As `HTTPS 443`.
pub fn listener(resource: Resource) -> Option<String> {
    let protocol = resource.at("protocol").string().known()?;
    Some(words::clean(&format!("{protocol} {}", number(resource, "port")?)))
}

fn number(resource: Resource, path: &str) -> Option<u64> {
    resource.at(path).number().known().map(|number| number.max(0.0) as u64)
}

/// `com.amazonaws.us-east-1.ecr.api` is `ecr.api`.
fn service_name(endpoint: Resource) -> Vec<String> {
    let name = endpoint.at("service_name").string().known();
    name.map(|name| words::clean(name.splitn(4, '.').last().unwrap_or(name))).into_iter().collect()
}

/// A service: how many tasks are in each zone while it has the fewest.
pub fn service<'a>(service: &Service<'a>) -> Node<'a> {
    let zones = u32::try_from(service.placement.drawn_zones().len()).unwrap_or(u32::MAX);
    let details = match service.tasks {
        Tasks::Fixed(Planned::Known(tasks)) => vec![share(tasks, zones)],
        Tasks::Scaled { min: Planned::Known(min), max: Planned::Known(max), .. } => {
            vec![share(min, zones), format!("scales to {max}")]
        }
        _ => vec!["task count known after apply".to_owned()],
    };
    let card = card(service.resource, Layer::Service, "ECS tasks", details);
    Node::placement(service.resource, Layer::Service, &service.placement, card)
}

/// The tasks in a zone: ECS spreads them evenly, and which zone gets one more is its choice.
/// Source: Amazon ECS Developer Guide, "Balancing an Amazon ECS service across Availability Zones".
fn share(tasks: u32, zones: u32) -> String {
    match (tasks.checked_div(zones), tasks.checked_rem(zones)) {
        (Some(each), Some(0)) => format!("{each} of {tasks} tasks"),
        (Some(each), _) => format!("{each} or {} of {tasks} tasks", each + 1),
        (None, _) => words::counted(tasks as usize, "task"),
    }
}

/// A cluster: an instance in each zone.
pub fn cluster<'a>(cluster: &Cluster<'a>) -> Node<'a> {
    let group = cluster.resource.at("db_subnet_group_name").link("aws_db_subnet_group").one();
    let subnets =
        group.map(|group| ZonePlacement::of(&group.at("subnet_ids")).subnets).unwrap_or_default();
    let part = |instance: &Instance<'a>| {
        let title = match writer(cluster) {
            Some(writer) if writer.resource == instance.resource => "Aurora writer",
            Some(_) => "Aurora reader",
            None => "Aurora instance",
        };
        let class = instance.class.unwrap_or("class not known");
        let details = vec![words::clean(class), format!("promotion tier {}", instance.tier)];
        Part { zone: instance.zone, card: card(instance.resource, Layer::Database, title, details) }
    };
    let mut parts: Vec<_> = cluster.instances.iter().map(part).collect();
    if parts.is_empty() {
        let details = vec!["no instance in this plan".to_owned()];
        parts.push(Part {
            zone: None,
            card: card(cluster.resource, Layer::Database, "Aurora cluster", details),
        });
    }
    let subnets = subnets.into_iter().map(|(subnet, _)| subnet).collect();
    Node { members: vec![cluster.resource], layer: Layer::Database, subnets, parts }
}

/// The instance of a cluster that comes first in the order of promotion, if it is one alone.
pub fn writer<'c, 'a>(cluster: &'c Cluster<'a>) -> Option<&'c Instance<'a>> {
    let first = cluster.candidate(cluster.instances.iter())?;
    let equals = cluster.instances.iter().filter(|instance| instance.tier == first.tier).count();
    (equals == 1).then_some(first)
}

/// The class of a database instance, and whether it has a standby.
fn class_and_standby(resource: Resource) -> Vec<String> {
    let class = resource.at("instance_class").string().known().map(words::clean);
    let standby = match resource.at("multi_az").bool().or(false) {
        Planned::Known(true) => Some("Multi-AZ"),
        Planned::Known(false) => Some("no standby"),
        _ => None,
    };
    class.into_iter().chain(standby.map(str::to_owned)).collect()
}
