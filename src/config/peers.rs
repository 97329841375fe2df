//! What holds between the environments of one file.

use super::{document::Document, environments::Environment, error::Problem};
use ipnet::Ipv4Net;

const VPC_CIDR: &str = "network.vpc_cidr";

/// Environments whose addresses overlap.
///
/// Refused whether the ranges are written or come from the profiles: the environments of one file are one company's, and
/// sooner or later two of them share a peering connection, a transit gateway or a VPN, none of which connects networks that
/// overlap, while the range of a VPC can only be changed by building it anew. A range costs nothing to choose today. Two
/// environments that shall never meet, such as one per pull request, have a file without environments, or one each.
/// Sources: Amazon VPC Peering Guide, "VPC peering limitations"; Amazon VPC User Guide, "VPC CIDR blocks".
pub(super) fn overlaps(document: &Document<'_>, environments: &[Environment]) -> Vec<Problem> {
    let known: Vec<_> = environments.iter().filter(|one| !one.unread.iter().any(|key| key == VPC_CIDR)).collect();
    let pairs = known.iter().enumerate().flat_map(|(at, one)| known[..at].iter().map(move |before| (*before, *one)));
    let overlapping =
        pairs.filter(|(before, one)| before.config.network.vpc_cidr.overlaps(one.config.network.vpc_cidr));
    overlapping.map(|(before, one)| problem(document, before, one, &known)).collect()
}

fn problem(document: &Document<'_>, before: &Environment, one: &Environment, all: &[&Environment]) -> Problem {
    let range = |environment: &Environment| environment.config.network.vpc_cidr.net();
    let free = free_range(all).map_or_else(String::new, |free| format!(", for example vpc_cidr = \"{free}\""));
    let message = format!(
        "{} overlaps {} of {}, so the two could never be connected; give [{}.network] a range of its own{free}",
        range(one),
        range(before),
        before.config.suffix,
        one.prefix.join("."),
    );
    let place = |environment: &Environment| {
        let name = environment.prefix.join(".");
        environment.find(document, VPC_CIDR).map(|(place, _)| place).or_else(|| document.place_of(&name))
    };
    let label = format!("{} has {}", before.config.suffix, range(before));
    Problem {
        place: place(one),
        others: place(before).map(|place| (place, label)).into_iter().collect(),
        ..Problem::new(format!("{}.{VPC_CIDR}", one.prefix.join(".")), message)
    }
}

/// The first /16 of 10.0.0.0/8 that no environment touches.
fn free_range(all: &[&Environment]) -> Option<Ipv4Net> {
    let taken = |range: &Ipv4Net| {
        let mut networks = all.iter().map(|environment| environment.config.network.vpc_cidr.net());
        networks.any(|network| network.contains(range) || range.contains(&network))
    };
    let whole = Ipv4Net::new_assert([10, 0, 0, 0].into(), 8);
    whole.subnets(16).ok()?.find(|range| !taken(range))
}
