use std::collections::{BTreeSet, HashMap};

use crate::loss::{Service, Spread, Standing, list};
use crate::{Applies, Check, Rule, Severity};

pub const RULE: Rule = Rule {
    id: "zone-every-zone",
    severity: Severity::Warning,
    applies: Applies::AnyStack,
    requirements: &["APP-3", "NET-1", "ALL-1"],
    page: include_str!("../../../docs/rules/zone-every-zone.md"),
    check,
};

fn check(check: &mut Check) {
    let inventory = check.inventory();
    let services: Vec<_> = Service::all(inventory).map(|service| (service.resource, service.standing)).collect();
    let spreads = Spread::all(inventory).into_iter().map(|spread| (spread.resource, spread.standing));
    let all: Vec<_> = services.into_iter().chain(spreads).collect();
    let mut used: HashMap<String, BTreeSet<&str>> = HashMap::new();
    for (resource, standing) in &all {
        // An endpoint serves the others: where it stands says nothing of where they do.
        if resource.kind() != "aws_vpc_endpoint" {
            used.entry(network_of(standing)).or_default().extend(standing.zones());
        }
    }
    for (resource, standing) in &all {
        let zones = standing.zones();
        let none = BTreeSet::new();
        let missing = used.get(&network_of(standing)).unwrap_or(&none).difference(&zones).copied();
        let missing: Vec<_> = missing.collect();
        // In one zone or in none, another rule has more to say.
        if zones.len() < 2 || standing.open.is_some() {
            continue;
        }
        match missing[..] {
            [] => check.pass(&resource.root()),
            _ => check.fail(&resource.root(), format_args!("stands in {}, not in {}", list(zones), list(missing))),
        }
    }
}

/// The VPC of something that stands in subnets.
fn network_of(standing: &Standing) -> String {
    let Some((subnet, _)) = standing.subnets.first() else { return String::new() };
    let vpc = subnet.at("vpc_id");
    let known = || vpc.text().known().unwrap_or_default().to_owned();
    vpc.link("aws_vpc").one().map_or_else(known, |vpc| vpc.address().to_owned())
}
