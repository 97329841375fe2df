//! What stands on the card of each type of resource, in AWS's words.

use super::thing::{Part, Rank, Thing};
use super::{Card, words};
use verify::aws::balancing::listeners_of;
use verify::aws::network::{Standing, zone_of};
use verify::loss::{Cluster, Instance, Service, Tasks, Zonal};
use verify::{Planned, Resource};

fn card(resource: Resource, rank: Rank, title: &str, details: Vec<String>) -> Card {
    let (subject, name, address) = (rank.subject(), words::name(resource), words::clean(resource.address()));
    Card { subject, title: title.to_owned(), name, details, address, mark: None }
}

/// Something that is in zones, with a part in each, or alone in one.
pub fn zonal<'a>(zonal: Zonal<'a>) -> Thing<'a> {
    let resource = zonal.resource;
    let (rank, title) = named(resource, &zonal.title);
    let details = match rank {
        Rank::LoadBalancer => listens(resource),
        Rank::Endpoint => service_name(resource),
        Rank::Database => class_and_standby(resource),
        _ => zonal.details.iter().map(|detail| words::clean(detail)).collect(),
    };
    let card = card(resource, rank, title, details);
    if !zonal.is_one {
        return Thing::standing(resource, rank, &zonal.standing, card);
    }
    let zones: Vec<_> = zonal.standing.drawn_zones().into_iter().collect();
    let zone = if zones.len() == 1 { zones.first().copied() } else { None };
    let subnets = zonal.standing.subnets.iter().map(|(subnet, _)| *subnet).collect();
    Thing { members: vec![resource], rank, subnets, parts: vec![Part { zone, card }] }
}

/// The rank of a type, and its name on a card, where a card calls it otherwise than a table does.
fn named<'t>(resource: Resource, title: &'t str) -> (Rank, &'t str) {
    match resource.kind() {
        "aws_lb" => (Rank::LoadBalancer, load_balancer(resource)),
        "aws_elb" => (Rank::LoadBalancer, "Classic LB node"),
        "aws_db_proxy" => (Rank::Proxy, title),
        "aws_lambda_function" => (Rank::Function, title),
        "aws_vpc_endpoint" => (Rank::Endpoint, "Interface endpoint"),
        "aws_autoscaling_group" | "aws_eks_node_group" | "aws_instance" => (Rank::Machine, title),
        "aws_ecs_service" => (Rank::Service, "ECS tasks"),
        "aws_db_instance" => (Rank::Database, title),
        "aws_rds_cluster" => (Rank::Store, title),
        "aws_elasticache_cluster" | "aws_elasticache_replication_group" | "aws_elasticache_serverless_cache" => {
            (Rank::Cache, title)
        }
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
            (Rank::Attachment, title)
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
            (Rank::Workload, title)
        }
        _ => (Rank::Store, title),
    }
}

/// What lets subnets out of the network, in its zone.
pub fn way_out(resource: Resource<'_>) -> Thing<'_> {
    let title = match resource.kind() {
        "aws_nat_gateway" => "NAT gateway",
        "aws_instance" | "aws_network_interface" => "NAT instance",
        _ => "Firewall endpoint",
    };
    let standing = match resource.kind() {
        "aws_networkfirewall_firewall" | "aws_vpc_endpoint" => Standing::of(&resource.at("subnet_ids")),
        _ => Standing::of_each([resource.at("subnet_id")]),
    };
    let zone = zone_of(resource).or_else(|| standing.subnets.first().and_then(|(_, zone)| *zone));
    let part = Part { zone, card: card(resource, Rank::Nat, title, Vec::new()) };
    let subnets = standing.subnets.into_iter().map(|(subnet, _)| subnet).collect();
    Thing { members: vec![resource], rank: Rank::Nat, subnets, parts: vec![part] }
}

fn load_balancer(resource: Resource) -> &'static str {
    match resource.at("load_balancer_type").text() {
        Planned::Known("network") => "NLB node",
        Planned::Known("gateway") => "GWLB node",
        _ => "ALB node",
    }
}

/// The listeners of a load balancer, and what stands before it.
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
    let protocol = resource.at("protocol").text().known()?;
    Some(words::clean(&format!("{protocol} {}", number(resource, "port")?)))
}

fn number(resource: Resource, path: &str) -> Option<u64> {
    resource.at(path).number().known().map(|number| number.max(0.0) as u64)
}

/// `com.amazonaws.us-east-1.ecr.api` is `ecr.api`.
fn service_name(endpoint: Resource) -> Vec<String> {
    let name = endpoint.at("service_name").text().known();
    name.map(|name| words::clean(name.splitn(4, '.').last().unwrap_or(name))).into_iter().collect()
}

/// A service: how many tasks stand in each zone while it has the fewest.
pub fn service<'a>(service: &Service<'a>) -> Thing<'a> {
    let zones = u32::try_from(service.standing.drawn_zones().len()).unwrap_or(u32::MAX);
    let details = match service.tasks {
        Tasks::Fixed(Planned::Known(tasks)) => vec![share(tasks, zones)],
        Tasks::Scaled { min: Planned::Known(min), max: Planned::Known(max), .. } => {
            vec![share(min, zones), format!("scales to {max}")]
        }
        _ => vec!["task count known after apply".to_owned()],
    };
    let card = card(service.resource, Rank::Service, "ECS tasks", details);
    Thing::standing(service.resource, Rank::Service, &service.standing, card)
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
pub fn cluster<'a>(cluster: &Cluster<'a>) -> Thing<'a> {
    let group = cluster.resource.at("db_subnet_group_name").link("aws_db_subnet_group").one();
    let subnets = group.map(|group| Standing::of(&group.at("subnet_ids")).subnets).unwrap_or_default();
    let part = |instance: &Instance<'a>| {
        let title = match writer(cluster) {
            Some(writer) if writer.resource == instance.resource => "Aurora writer",
            Some(_) => "Aurora reader",
            None => "Aurora instance",
        };
        let class = instance.class.unwrap_or("class not known");
        let details = vec![words::clean(class), format!("promotion tier {}", instance.tier)];
        Part { zone: instance.zone, card: card(instance.resource, Rank::Database, title, details) }
    };
    let mut parts: Vec<_> = cluster.instances.iter().map(part).collect();
    if parts.is_empty() {
        let details = vec!["no instance in this plan".to_owned()];
        parts.push(Part { zone: None, card: card(cluster.resource, Rank::Database, "Aurora cluster", details) });
    }
    let subnets = subnets.into_iter().map(|(subnet, _)| subnet).collect();
    Thing { members: vec![cluster.resource], rank: Rank::Database, subnets, parts }
}

/// The instance of a cluster that comes first in the order of promotion, if it is one alone.
pub fn writer<'c, 'a>(cluster: &'c Cluster<'a>) -> Option<&'c Instance<'a>> {
    let first = cluster.candidate(cluster.instances.iter())?;
    let equals = cluster.instances.iter().filter(|instance| instance.tier == first.tier).count();
    (equals == 1).then_some(first)
}

/// The class of a database instance, and whether it has a standby.
fn class_and_standby(resource: Resource) -> Vec<String> {
    let class = resource.at("instance_class").text().known().map(words::clean);
    let standby = match resource.at("multi_az").flag().or(false) {
        Planned::Known(true) => Some("Multi-AZ"),
        Planned::Known(false) => Some("no standby"),
        _ => None,
    };
    class.into_iter().chain(standby.map(str::to_owned)).collect()
}
