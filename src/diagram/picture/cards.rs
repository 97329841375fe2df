//! What stands on the card of each type of resource, in AWS's words.

use super::thing::{Part, Rank, Thing};
use super::{Card, words};
use verify::aws::network::{Standing, zone_of};
use verify::loss::{Cluster, Instance, Service, Spread, Tasks};
use verify::{Planned, Resource};

/// Types that stand in one zone, or where AWS decides: their rank, their title, and the attribute that says how large.
pub const SINGLE: [(&str, Rank, &str, &str); 5] = [
    ("aws_nat_gateway", Rank::Nat, "NAT gateway", ""),
    ("aws_instance", Rank::Machine, "EC2 instance", "instance_type"),
    ("aws_db_instance", Rank::Database, "RDS instance", "instance_class"),
    ("aws_elasticache_replication_group", Rank::Cache, "ElastiCache", "node_type"),
    ("aws_elasticache_cluster", Rank::Cache, "ElastiCache", "node_type"),
];

fn card(resource: Resource, rank: Rank, title: &str, details: Vec<String>) -> Card {
    let (subject, name, address) = (rank.subject(), words::name(resource), words::clean(resource.address()));
    Card { subject, title: title.to_owned(), name, details, address, mark: None }
}

/// Something with a part in each of its zones.
pub fn spread(spread: Spread) -> Thing {
    let resource = spread.resource;
    let range = |min: &str, max: &str| match (number(resource, min), number(resource, max)) {
        (Some(min), Some(max)) => vec![format!("{min} to {max} instances")],
        _ => Vec::new(),
    };
    let (rank, title, details) = match resource.kind() {
        "aws_db_proxy" => (Rank::Proxy, "RDS Proxy", Vec::new()),
        "aws_lambda_function" => (Rank::Function, "Lambda function", Vec::new()),
        "aws_vpc_endpoint" => (Rank::Endpoint, "Interface endpoint", service_name(resource)),
        "aws_autoscaling_group" => (Rank::Machine, "Auto Scaling group", range("min_size", "max_size")),
        "aws_eks_node_group" => {
            (Rank::Machine, "EKS node group", range("scaling_config.0.min_size", "scaling_config.0.max_size"))
        }
        "aws_elb" => (Rank::LoadBalancer, "Classic LB node", Vec::new()),
        _ => (Rank::LoadBalancer, load_balancer(resource), listens(resource)),
    };
    let card = card(resource, rank, title, details);
    Thing::standing(resource, rank, &spread.standing, card)
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
    let listeners = inventory.referrers(resource, "aws_lb_listener", "load_balancer_arn");
    let mut ports: Vec<_> = listeners.into_iter().filter_map(listener).collect();
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

/// A service without subnets of its own: its tasks stand where the machines of its cluster do.
pub fn service_on_machines(resource: Resource) -> Option<Thing> {
    let details = vec!["on the cluster's instances".to_owned()];
    let card = card(resource, Rank::Service, "ECS tasks", details);
    let is_own = resource.at("network_configuration.0").value().is_set();
    (!is_own).then(|| Thing::standing(resource, Rank::Service, &Standing::default(), card))
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

/// Something in one zone: its own, or that of its subnet.
pub fn single<'a>(resource: Resource<'a>, rank: Rank, title: &str, class: &str) -> Thing<'a> {
    let group = resource.at("db_subnet_group_name").link("aws_db_subnet_group").one();
    let group = group.or_else(|| resource.at("subnet_group_name").link("aws_elasticache_subnet_group").one());
    let subnets = match group {
        Some(group) => Standing::of(&group.at("subnet_ids")).subnets,
        None => Standing::of_each([resource.at("subnet_id")]).subnets,
    };
    let own = resource.at("subnet_id").link("aws_subnet").one().and_then(zone_of);
    let zone = zone_of(resource).or(own);
    let mut details: Vec<_> = resource.at(class).text().known().map(words::clean).into_iter().collect();
    details.extend(standby(resource).map(str::to_owned));
    let part = Part { zone, card: card(resource, rank, title, details) };
    Thing {
        members: vec![resource],
        rank,
        subnets: subnets.into_iter().map(|(subnet, _)| subnet).collect(),
        parts: vec![part],
    }
}

fn standby(resource: Resource) -> Option<&'static str> {
    let argument = match resource.kind() {
        "aws_db_instance" => "multi_az",
        "aws_elasticache_replication_group" => "multi_az_enabled",
        _ => return None,
    };
    match resource.at(argument).flag().or(false) {
        Planned::Known(true) => Some("Multi-AZ"),
        Planned::Known(false) => Some("no standby"),
        _ => None,
    }
}
