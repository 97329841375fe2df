//! The text around the zones: the line below the headline, the VPC, and what is outside it.

use super::{Column, End, External, Flow, cards, words};
use verify::aws::balancing::listeners_of;
use verify::{Inventory, Planned, Resource};

/// As `us-east-1 · 3 Availability Zones · 315 resources`.
pub fn summary(inventory: &Inventory, columns: &[Column]) -> String {
    let zones: Vec<_> = columns.iter().filter_map(|column| column.zone.as_deref()).collect();
    let region = zones
        .first()
        .map(|zone| zone.trim_end_matches(|c: char| c.is_ascii_lowercase()).to_owned());
    let region = region
        .filter(|region| !region.is_empty() && zones.iter().all(|zone| zone.starts_with(region)));
    let counts = [
        words::counted(zones.len(), "Availability Zone"),
        words::counted(inventory.len(), "resource"),
    ];
    region.into_iter().chain(counts).collect::<Vec<_>>().join(" · ")
}

/// The VPC, its name and its addresses; of several, how many.
pub fn network(inventory: &Inventory) -> Vec<String> {
    let vpcs: Vec<_> = inventory.all("aws_vpc").collect();
    match vpcs[..] {
        [] => vec!["VPC".to_owned()],
        [vpc] => {
            let addresses = vpc.at("cidr_block").string().known().map(words::clean);
            ["VPC".to_owned(), words::name(vpc)].into_iter().chain(addresses).collect()
        }
        _ => vec![format!("{} VPCs", vpcs.len())],
    }
}

/// Who calls, and how.
pub fn clients(inventory: &Inventory, flows: &[Flow]) -> Option<External> {
    let is_called = flows.iter().any(|flow| flow.from.contains(&End::Clients));
    let faces =
        |balancer: &Resource| balancer.at("internal").bool().or(false) == Planned::Known(false);
    let listeners = inventory.all("aws_lb").filter(faces).flat_map(listeners_of);
    let mut ports: Vec<_> = listeners.filter_map(cards::listener).collect();
    ports.sort_unstable_by(|a, b| b.cmp(a));
    ports.dedup();
    is_called.then(|| External {
        title: "Clients".to_owned(),
        detail: if ports.is_empty() { "from the internet".to_owned() } else { ports.join(", ") },
    })
}

/// Where NAT gateways lead.
pub fn internet(flows: &[Flow]) -> Option<External> {
    let is_used = flows.iter().any(|flow| flow.to.contains(&End::Internet));
    is_used.then(|| External {
        title: "Internet".to_owned(),
        detail: "by the internet gateway".to_owned(),
    })
}
