//! Many things of one kind in the same zones are drawn as one: a stack may have a hundred functions.

use indexmap::IndexMap;

use super::thing::{Part, Rank, Thing};
use super::words;

/// How many of a kind are drawn apart; endpoints of AWS's services are always drawn together.
const APART: usize = 4;

/// Things, with those that are alike made one.
pub fn alike(things: Vec<Thing>) -> Vec<Thing> {
    let mut groups: IndexMap<_, Vec<Thing>> = IndexMap::new();
    for thing in things {
        groups.entry(kind(&thing)).or_default().push(thing);
    }
    groups.into_values().flat_map(|group| if is_many(&group) { vec![together(&group)] } else { group }).collect()
}

/// What makes things alike: their kind and where they stand.
fn kind(thing: &Thing) -> (String, Vec<Option<String>>, Vec<String>) {
    let zones = thing.parts.iter().map(|part| part.zone.map(str::to_owned)).collect();
    let subnets = thing.subnets.iter().map(|subnet| subnet.address().to_owned()).collect();
    (thing.label().0, zones, subnets)
}

fn is_many(group: &[Thing]) -> bool {
    let apart = match group.first().map(|thing| thing.rank) {
        Some(Rank::Endpoint) => 1,
        Some(Rank::Nat | Rank::Database) | None => return false,
        Some(_) => APART,
    };
    group.len() > apart
}

fn together<'a>(group: &[Thing<'a>]) -> Thing<'a> {
    let first = group[0].clone();
    let names: Vec<_> = group.iter().map(name).collect();
    let addresses: Vec<_> =
        group.iter().flat_map(|thing| &thing.members).map(|member| words::clean(member.address())).collect();
    let part = |part: &Part<'a>| {
        let mut part = part.clone();
        part.card.name = words::counted(group.len(), unit(first.rank));
        part.card.details = vec![names.join(", ")];
        part.card.address = addresses.join(", ");
        part.card.title = format!("{}s", part.card.title.trim_end_matches('s'));
        part
    };
    let members = group.iter().flat_map(|thing| thing.members.clone()).collect();
    Thing { members, parts: first.parts.iter().map(part).collect(), ..first }
}

/// What there are several of.
fn unit(rank: Rank) -> &'static str {
    match rank {
        Rank::LoadBalancer => "load balancer",
        Rank::Service | Rank::Endpoint => "service",
        Rank::Machine => "group or machine",
        Rank::Function => "function",
        Rank::Proxy => "proxy",
        Rank::Cache => "cache",
        Rank::Attachment | Rank::Workload | Rank::Store => "resource",
        Rank::Nat => "gateway",
        Rank::Database => "database",
    }
}

/// Of an endpoint the service, of anything else its name.
fn name(thing: &Thing) -> String {
    let service = thing.parts.first().and_then(|part| part.card.details.first());
    match (thing.rank, service) {
        (Rank::Endpoint, Some(service)) => service.clone(),
        _ => thing.label().1,
    }
}
