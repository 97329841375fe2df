//! Checks between the environments of one file.

use super::{document::Document, environment::Environment, problem::Problem};
use ipnet::Ipv4Net;

const VPC_CIDR: &str = "network.vpc_cidr";

/// Environments whose addresses overlap.
///
/// Refused whether the ranges are written or come from the profiles: the environments of one file
/// are one company's, and sooner or later two of them share a peering connection, a transit gateway
/// or a VPN, none of which connects networks that overlap, while the range of a VPC can only be
/// changed by building it again. A range costs nothing to choose today. Two environments that will
/// never meet, such as one per pull request, have a file without environments, or one each.
/// Sources: Amazon VPC Peering Guide, "VPC peering limitations"; Amazon VPC User Guide, "VPC CIDR
/// blocks". Each environment is told once, beside the first one that it overlaps.
pub(super) fn overlaps(document: &Document<'_>, environments: &[Environment]) -> Vec<Problem> {
    let known: Vec<_> =
        environments.iter().filter(|one| !one.unread.iter().any(|key| key == VPC_CIDR)).collect();
    let mut free = free_ranges(&known);
    let printed = known.iter().enumerate().filter_map(|(at, one)| {
        let range = one.config.network.vpc_cidr;
        let mut before =
            known[..at].iter().filter(|before| before.config.network.vpc_cidr.overlaps(range));
        let first = before.next()?;
        Some(problem(document, first, before.count(), one, free.next()))
    });
    printed.collect()
}

fn problem(
    document: &Document<'_>,
    before: &Environment,
    others: usize,
    one: &Environment,
    free: Option<Ipv4Net>,
) -> Problem {
    let range = |environment: &Environment| environment.config.network.vpc_cidr.net();
    let free = free.map_or_else(String::new, |free| format!(", for example vpc_cidr = \"{free}\""));
    let others = match others {
        0 => String::new(),
        1 => " and of another environment".to_owned(),
        more => format!(" and of {more} other environments"),
    };
    let message = format!(
        "{} overlaps {} of {}{others}, so they could never be connected; give [{}.network] a \
         range of its own{free}",
        range(one),
        range(before),
        before.config.suffix,
        one.prefix.join("."),
    );
    let place = |environment: &Environment| {
        let name = environment.prefix.join(".");
        environment
            .find(document, VPC_CIDR)
            .map(|(place, _)| place)
            .or_else(|| document.place_of(&name))
    };
    let label = format!("{} has {}", before.config.suffix, range(before));
    Problem {
        place: place(one),
        others: place(before).map(|place| (place, label)).into_iter().collect(),
        ..Problem::new(format!("{}.{VPC_CIDR}", one.prefix.join(".")), message)
    }
}

/// The /16 of 10.0.0.0/8 that no environment touches.
fn free_ranges(all: &[&Environment]) -> impl Iterator<Item = Ipv4Net> {
    let taken: Vec<_> =
        all.iter().map(|environment| environment.config.network.vpc_cidr.net()).collect();
    let whole = Ipv4Net::new_assert([10, 0, 0, 0].into(), 8);
    let is_free = move |range: &Ipv4Net| {
        !taken.iter().any(|other| other.contains(range) || range.contains(other))
    };
    whole.subnets(16).into_iter().flatten().filter(is_free)
}
