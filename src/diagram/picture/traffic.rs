//! The way of requests: clients → load balancers → what they balance → what security groups let it reach.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::thing::{Rank, Thing};
use super::tiers::{Places, faces_internet};
use super::{End, Flow, Subject, Way, cards};
use verify::loss::Cluster;
use verify::{Inventory, Place, Resource};

const LOAD_BALANCERS: [&str; 2] = ["aws_lb", "aws_alb"];
const TARGET_GROUPS: [&str; 2] = ["aws_lb_target_group", "aws_alb_target_group"];

/// Every way of requests.
pub fn flows<'a>(inventory: &'a Inventory, things: &[Thing<'a>], places: &Places<'a>) -> Vec<Flow> {
    let balancers = things.iter().filter(|thing| thing.rank == Rank::LoadBalancer && faces_internet(thing));
    let faced: Vec<_> = balancers.flat_map(|thing| places.of(thing.members[0])).copied().collect();
    let mut flows = vec![flow(vec![End::Clients], faced)];
    flows.extend(grouped(balanced(inventory), places, &[]));
    let writers = writers(inventory, places);
    flows.extend(grouped(admitted(inventory, things), places, &writers));
    flows.extend(grouped(proxied(inventory), places, &writers));
    flows.retain(|flow| !flow.from.is_empty() && !flow.to.is_empty());
    flows
}

fn flow(from: Vec<End>, to: Vec<End>) -> Flow {
    Flow { way: Way::Request, from, to }
}

type Pairs<'a> = Vec<(Resource<'a>, Resource<'a>)>;

/// One flow for all that lead to the same ends.
fn grouped(pairs: Pairs, places: &Places, writers: &[(Resource, Vec<End>)]) -> Vec<Flow> {
    let ends = |resource: Resource| {
        let writer = writers.iter().find(|(cluster, _)| *cluster == resource).map(|(_, ends)| ends.as_slice());
        writer.unwrap_or_else(|| places.of(resource)).to_vec()
    };
    let mut by_source: BTreeMap<Vec<End>, BTreeSet<End>> = BTreeMap::new();
    for (from, to) in pairs {
        let from = places.of(from).to_vec();
        by_source.entry(from).or_default().extend(ends(to));
    }
    let mut by_target: BTreeMap<BTreeSet<End>, Vec<End>> = BTreeMap::new();
    for (mut from, to) in by_source {
        from.retain(|end| !to.contains(end));
        by_target.entry(to).or_default().extend(from);
    }
    by_target.into_iter().map(|(to, from)| flow(from, to.into_iter().collect())).collect()
}

/// Load balancers and what they balance, through listeners, their rules and target groups.
fn balanced(inventory: &Inventory) -> Pairs<'_> {
    let mut fronts: HashMap<&str, Vec<Resource>> = HashMap::new();
    for listener in inventory.all_of(&["aws_lb_listener", "aws_alb_listener"]) {
        let balancers: Vec<_> = listener.at("load_balancer_arn").link_to(&LOAD_BALANCERS).resources().collect();
        for group in target_groups(&listener.at("default_action")) {
            fronts.entry(group.address()).or_default().extend(&balancers);
        }
    }
    for rule in inventory.all("aws_lb_listener_rule").chain(inventory.all("aws_alb_listener_rule")) {
        let listeners = rule.at("listener_arn").link_to(&["aws_lb_listener", "aws_alb_listener"]);
        let balancers: Vec<_> = listeners
            .resources()
            .flat_map(|listener| listener.at("load_balancer_arn").link_to(&LOAD_BALANCERS).links)
            .map(|link| link.resource)
            .collect();
        for group in target_groups(&rule.at("action")) {
            fronts.entry(group.address()).or_default().extend(&balancers);
        }
    }
    let of_group = |group: Resource, target| {
        fronts.get(group.address()).into_iter().flatten().map(move |front| (*front, target)).collect::<Vec<_>>()
    };
    targets(inventory).into_iter().flat_map(|(group, target)| of_group(group, target)).collect()
}

/// The target groups that blocks name: by their values, else by what their expressions refer to.
fn target_groups<'a>(blocks: &Place<'a>) -> Vec<Resource<'a>> {
    let of_block = |block: &Place<'a>| {
        let forward = block.at("forward.0.target_group").items();
        let arns: Vec<_> = forward.iter().map(|group| group.at("arn")).chain([block.at("target_group_arn")]).collect();
        arns.iter().flat_map(|arn| arn.links_to(&TARGET_GROUPS).links).map(|link| link.resource).collect::<Vec<_>>()
    };
    let named: Vec<_> = blocks.items().iter().flat_map(of_block).collect();
    if named.is_empty() { blocks.links_to(&TARGET_GROUPS).resources().collect() } else { named }
}

/// Target groups and what registers with them.
fn targets(inventory: &Inventory) -> Pairs<'_> {
    let mut pairs = Vec::new();
    for (kind, argument) in [("aws_ecs_service", "load_balancer"), ("aws_autoscaling_group", "target_group_arns")] {
        for target in inventory.all(kind) {
            pairs.extend(target_groups(&target.at(argument)).into_iter().map(|group| (group, target)));
        }
    }
    for attachment in inventory.all("aws_lb_target_group_attachment") {
        let targets = attachment.at("target_id").link_to(&["aws_instance", "aws_lambda_function", "aws_lb"]);
        for group in target_groups(&attachment.at("target_group_arn")) {
            pairs.extend(targets.resources().map(|target| (group, target)));
        }
    }
    pairs
}

/// What computes, and the data that security groups let it reach.
fn admitted<'a>(inventory: &'a Inventory, things: &[Thing<'a>]) -> Pairs<'a> {
    let mut of_group: HashMap<&str, Vec<Resource>> = HashMap::new();
    let (callers, data): (Vec<_>, Vec<_>) = things
        .iter()
        .filter(|thing| matches!(thing.rank.subject(), Subject::Compute | Subject::Data))
        .flat_map(|thing| thing.members.iter().map(move |member| (*member, thing.rank.subject())))
        .partition(|(_, subject)| *subject == Subject::Compute);
    for (target, _) in data {
        for group in security_groups(target) {
            of_group.entry(group.address()).or_default().push(target);
        }
    }
    let doors = doors(inventory);
    let mut pairs = Vec::new();
    for (caller, _) in callers {
        for group in security_groups(caller) {
            let open = doors.iter().filter(|(from, _)| *from == group);
            pairs.extend(
                open.flat_map(|(_, to)| of_group.get(to.address()).into_iter().flatten())
                    .map(|target| (caller, *target)),
            );
        }
    }
    pairs
}

const SECURITY_GROUPS: [&str; 5] = [
    "network_configuration.0.security_groups",
    "vpc_config.0.security_group_ids",
    "vpc_security_group_ids",
    "security_group_ids",
    "security_groups",
];

fn security_groups(resource: Resource) -> Vec<Resource> {
    let places = SECURITY_GROUPS.iter().map(|path| resource.at(path));
    places.flat_map(|place| place.links("aws_security_group").links).map(|link| link.resource).collect()
}

/// Security groups, and those that let them in.
fn doors(inventory: &Inventory) -> Pairs<'_> {
    let mut doors = Vec::new();
    for (kind, source) in [
        ("aws_vpc_security_group_ingress_rule", "referenced_security_group_id"),
        ("aws_security_group_rule", "source_security_group_id"),
    ] {
        let rules = inventory.all(kind).filter(|rule| rule.at("type").text().known() != Some("egress"));
        for rule in rules {
            let to = rule.at("security_group_id").link("aws_security_group").one();
            let from = rule.at(source).link("aws_security_group").one();
            doors.extend(from.zip(to));
        }
    }
    for group in inventory.all("aws_security_group") {
        for block in group.at("ingress").items() {
            let from = block.at("security_groups").links("aws_security_group");
            doors.extend(from.resources().map(|from| (from, group)));
        }
    }
    doors
}

/// Proxies and the databases behind them.
fn proxied(inventory: &Inventory) -> Pairs<'_> {
    inventory
        .all("aws_db_proxy_target")
        .filter_map(|target| {
            let proxy = target.at("db_proxy_name").link("aws_db_proxy").one()?;
            let cluster = target.at("db_cluster_identifier").link("aws_rds_cluster").one();
            let instance = || target.at("db_instance_identifier").link("aws_db_instance").one();
            Some((proxy, cluster.or_else(instance)?))
        })
        .collect()
}

/// Who writes to a database reaches its writer, not its readers.
fn writers<'a>(inventory: &'a Inventory, places: &Places) -> Vec<(Resource<'a>, Vec<End>)> {
    let writer = |cluster: Cluster<'a>| {
        let writer = cards::writer(&cluster)?;
        let index = cluster.instances.iter().position(|instance| instance.resource == writer.resource)?;
        Some((cluster.resource, vec![*places.of(cluster.resource).get(index)?]))
    };
    Cluster::all(inventory).filter_map(writer).collect()
}
