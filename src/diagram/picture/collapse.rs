//! Draws many resources of one type in the same zones as one: a stack may have a hundred functions.

use indexmap::IndexMap;

use super::node::{Layer, Node, Part};
use super::words;

/// How many of a kind are drawn apart; endpoints of AWS's services are always drawn together.
const APART: usize = 4;

/// Things, with those that are alike made one.
pub fn alike(nodes: Vec<Node>) -> Vec<Node> {
    let mut groups: IndexMap<_, Vec<Node>> = IndexMap::new();
    for node in nodes {
        groups.entry(kind(&node)).or_default().push(node);
    }
    groups
        .into_values()
        .flat_map(|group| if is_many(&group) { vec![together(&group)] } else { group })
        .collect()
}

/// What makes things alike: their kind and where they are.
fn kind(node: &Node) -> (String, Vec<Option<String>>, Vec<String>) {
    let zones = node.parts.iter().map(|part| part.zone.map(str::to_owned)).collect();
    let subnets = node.subnets.iter().map(|subnet| subnet.address().to_owned()).collect();
    (node.label().0, zones, subnets)
}

fn is_many(group: &[Node]) -> bool {
    let apart = match group.first().map(|node| node.layer) {
        Some(Layer::Endpoint) => 1,
        Some(Layer::Nat | Layer::Database) | None => return false,
        Some(_) => APART,
    };
    group.len() > apart
}

fn together<'a>(group: &[Node<'a>]) -> Node<'a> {
    let first = group[0].clone();
    let names: Vec<_> = group.iter().map(name).collect();
    let addresses: Vec<_> = group
        .iter()
        .flat_map(|node| &node.members)
        .map(|member| words::clean(member.address()))
        .collect();
    let part = |part: &Part<'a>| {
        let mut part = part.clone();
        part.card.name = words::counted(group.len(), unit(first.layer));
        part.card.details = vec![names.join(", ")];
        part.card.address = addresses.join(", ");
        part.card.title = format!("{}s", part.card.title.trim_end_matches('s'));
        part
    };
    let members = group.iter().flat_map(|node| node.members.clone()).collect();
    Node { members, parts: first.parts.iter().map(part).collect(), ..first }
}

/// What there are several of.
fn unit(layer: Layer) -> &'static str {
    match layer {
        Layer::LoadBalancer => "load balancer",
        Layer::Service | Layer::Endpoint => "service",
        Layer::Machine => "group or machine",
        Layer::Function => "function",
        Layer::Proxy => "proxy",
        Layer::Cache => "cache",
        Layer::Attachment | Layer::Workload | Layer::Store => "resource",
        Layer::Nat => "gateway",
        Layer::Database => "database",
    }
}

/// Of an endpoint the service, of anything else its name.
fn name(node: &Node) -> String {
    let service = node.parts.first().and_then(|part| part.card.details.first());
    match (node.layer, service) {
        (Layer::Endpoint, Some(service)) => service.clone(),
        _ => node.label().1,
    }
}
