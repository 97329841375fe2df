//! The path of requests: clients → load balancers → their targets → what security groups let these
//! reach.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::node::{Layer, Node};
use super::tiers::{Positions, faces_internet};
use super::{End, Flow, FlowKind, Subject, cards};
use verify::aws::balancing::balanced;
use verify::aws::network;
use verify::loss::Cluster;
use verify::{Inventory, Resource};

/// Every way of requests.
pub fn flows<'a>(
    inventory: &'a Inventory,
    nodes: &[Node<'a>],
    places: &Positions<'a>,
) -> Vec<Flow> {
    let balancers =
        nodes.iter().filter(|node| node.layer == Layer::LoadBalancer && faces_internet(node));
    let faced: Vec<_> = balancers.flat_map(|node| places.of(node.members[0])).copied().collect();
    let mut flows = vec![flow(vec![End::Clients], faced)];
    flows.extend(grouped(balanced(inventory), places, &[]));
    let writers = writers(inventory, places);
    flows.extend(grouped(admitted(inventory, nodes), places, &writers));
    flows.extend(grouped(proxied(inventory), places, &writers));
    flows.retain(|flow| !flow.from.is_empty() && !flow.to.is_empty());
    flows
}

fn flow(from: Vec<End>, to: Vec<End>) -> Flow {
    Flow { kind: FlowKind::Request, from, to }
}

type Pairs<'a> = Vec<(Resource<'a>, Resource<'a>)>;

/// One flow for all that lead to the same ends.
fn grouped(pairs: Pairs, places: &Positions, writers: &[(Resource, Vec<End>)]) -> Vec<Flow> {
    let ends = |resource: Resource| {
        let writer = writers
            .iter()
            .find(|(cluster, _)| *cluster == resource)
            .map(|(_, ends)| ends.as_slice());
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

/// What computes, and the data that security groups let it reach.
fn admitted<'a>(inventory: &'a Inventory, nodes: &[Node<'a>]) -> Pairs<'a> {
    let mut of_group: HashMap<&str, Vec<Resource>> = HashMap::new();
    let (callers, data): (Vec<_>, Vec<_>) = nodes
        .iter()
        .filter(|node| matches!(node.layer.subject(), Subject::Compute | Subject::Data))
        .flat_map(|node| node.members.iter().map(move |member| (*member, node.layer.subject())))
        .partition(|(_, subject)| *subject == Subject::Compute);
    for (target, _) in data {
        for group in network::groups_of(target) {
            of_group.entry(group.address()).or_default().push(target);
        }
    }
    let doors = network::admitted(inventory);
    let mut pairs = Vec::new();
    for (caller, _) in callers {
        for group in network::groups_of(caller) {
            let open = doors.iter().filter(|(from, _)| *from == group);
            pairs.extend(
                open.flat_map(|(_, to)| of_group.get(to.address()).into_iter().flatten())
                    .map(|target| (caller, *target)),
            );
        }
    }
    pairs
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
fn writers<'a>(inventory: &'a Inventory, places: &Positions) -> Vec<(Resource<'a>, Vec<End>)> {
    let writer = |cluster: Cluster<'a>| {
        let writer = cards::writer(&cluster)?;
        let index =
            cluster.instances.iter().position(|instance| instance.resource == writer.resource)?;
        Some((cluster.resource, vec![*places.of(cluster.resource).get(index)?]))
    };
    Cluster::all(inventory).filter_map(writer).collect()
}
