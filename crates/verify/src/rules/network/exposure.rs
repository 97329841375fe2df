//! Whether a subnet is public: routed to an internet gateway.
//! Source: VPC User Guide, "Subnet types".

use crate::aws::network::Subnet;
use crate::{AttributePath, Check, Link, Links, Planned};

/// That no subnet of a list is public.
pub fn expect_private<'a>(check: &mut Check<'a>, subnets: &AttributePath<'a>) {
    let links: Links<'a> = subnets.links_to(&Subnet::KINDS);
    let public = |link: &Link<'a>| {
        Subnet(link.resource).internet_route().map(|route| (link.resource, route))
    };
    match links.links.iter().find_map(public) {
        Some((subnet, route)) => {
            let (subnet, route) = (subnet.address(), route.place.resource().address());
            check.fail(
                subnets,
                format_args!("{subnet} is public: {route} leads to the internet gateway"),
            );
        }
        None if subnets.value() == Planned::Absent => {}
        None if !links.incomplete.is_empty() => check.unknown(subnets, links.reason()),
        // Subnets that exist elsewhere are judged where they are made.
        None if links.links.is_empty() => {}
        None => check.pass(subnets),
    }
}
