//! [`PrefixList`]: a list of address ranges that rules and routes name: that of an AWS service, or
//! a customer-managed one.

use ipnet::IpNet;

use super::service_name::{service, service_at};
use crate::{AttributePath, Inventory, Planned, Resource};

/// What a prefix list holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PrefixList<'a> {
    /// The addresses of an AWS service, as `s3`: AWS keeps them.
    Service(&'a str),
    /// These ranges.
    Ranges(Vec<IpNet>),
    /// The plan does not show, for this reason.
    Unknown(String),
}

const KINDS: [&str; 3] = ["aws_ec2_managed_prefix_list", "aws_prefix_list", "aws_vpc_endpoint"];

impl<'a> PrefixList<'a> {
    /// The lists that a place names: one, or several.
    pub fn all(place: &AttributePath<'a>) -> Vec<Self> {
        if !place.value().is_set() {
            return Vec::new();
        }
        let links = place.links_to(&KINDS);
        let mut lists: Vec<_> = links.resources().map(Self::of).collect();
        if !links.is_complete() || links.ambiguous.is_some() {
            lists.push(Self::Unknown(links.reason()));
        } else if lists.is_empty() && place.has_unknown() {
            lists.push(Self::Unknown(place.known_later()));
        }
        lists
    }

    fn of(resource: Resource<'a>) -> Self {
        if resource.kind() == "aws_vpc_endpoint" {
            return match service(&resource.at("service_name")) {
                Planned::Known(service) => Self::Service(service),
                _ => Self::Unknown(format!("the service of {} is not known", resource.address())),
            };
        }
        // AWS's own lists are found by their names.
        if let Some(service) = service_at(&resource.at("name")) {
            return Self::Service(service);
        }
        match (resource.is_data(), ranges(resource)) {
            (false, Some(ranges)) => Self::Ranges(ranges),
            _ => Self::Unknown(format!("the entries of {} are not known", resource.address())),
        }
    }
}

/// The entries of your own list.
fn ranges(list: Resource<'_>) -> Option<Vec<IpNet>> {
    let inventory: &Inventory = list.inventory();
    let separate = inventory
        .proven_referrers(list, "aws_ec2_managed_prefix_list_entry", "prefix_list_id")
        .ok()?;
    let inline = list.at("entry");
    if inline.value().is_unknown() && separate.is_empty() {
        return None;
    }
    let entries = inline.items().into_iter().chain(separate.into_iter().map(Resource::root));
    entries.map(|entry| entry.at("cidr").string().known()?.parse().ok()).collect()
}
