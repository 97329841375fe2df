//! Reads the network of a plan, as AWS documents each resource: what the plan does not show is an
//! error, never a guess. Source: Amazon VPC User Guide, "Route tables", "Network ACLs", "Security
//! groups"; the pages of each resource of the AWS provider.

mod acls;
mod groups;
mod interfaces;
mod protocol;
mod routes;

use std::net::Ipv4Addr;

use ipnet::{IpNet, Ipv4Net};
use verify::{Action, AttributePath, Inventory, Planned, Resource};

use crate::network::{Network, SERVICE, Service, Subnet};
use crate::{Error, Result};

const SUBNETS: [&str; 1] = ["aws_subnet"];
const GROUPS: [&str; 2] = ["aws_security_group", "aws_default_security_group"];
const ACLS: [&str; 2] = ["aws_network_acl", "aws_default_network_acl"];

/// The network of a plan with one VPC.
///
/// # Errors
/// When the plan does not show something, or has something that is not built here.
pub fn read(inventory: &Inventory) -> Result<Network> {
    let vpcs: Vec<_> = inventory.all("aws_vpc").collect();
    let [vpc] = vpcs[..] else {
        return Err(Error::plan(
            "aws_vpc",
            format!("the plan has {} of them, and the fabric is of one", vpcs.len()),
        ));
    };
    let reader = Reader {
        inventory,
        vpc,
        subnets: inventory.all_of(&SUBNETS).collect(),
        groups: inventory.all_of(&GROUPS).collect(),
        services: services(inventory)?,
    };
    let interfaces = reader.interfaces()?;
    let acls = reader.acls()?;
    let tables = reader.tables(&interfaces)?;
    let mut subnets = Vec::new();
    for (place, subnet) in reader.subnets.iter().enumerate() {
        subnets.push(Subnet {
            address: subnet.address().to_owned(),
            zone: known(&subnet.at("availability_zone"))?.to_owned(),
            range: range(&subnet.at("cidr_block"))?,
            acl: acls.of_subnet[place],
            routes: tables.of(*subnet)?,
        });
    }
    let groups = reader.rules()?;
    Ok(Network {
        ranges: reader.ranges()?,
        subnets,
        interfaces,
        acls: acls.all,
        groups,
        services: reader.services,
    })
}

struct Reader<'a> {
    inventory: &'a Inventory,
    vpc: Resource<'a>,
    subnets: Vec<Resource<'a>>,
    groups: Vec<Resource<'a>>,
    services: Vec<Service>,
}

impl<'a> Reader<'a> {
    fn ranges(&self) -> Result<Vec<Ipv4Net>> {
        let more = self.inventory.all("aws_vpc_ipv4_cidr_block_association");
        std::iter::once(self.vpc)
            .chain(more)
            .map(|resource| range(&resource.at("cidr_block")))
            .collect()
    }

    fn subnet(&self, subnet: Resource<'a>) -> Result<usize> {
        let place = self.subnets.iter().position(|one| *one == subnet);
        place.ok_or_else(|| Error::plan(subnet.address(), "is no subnet of the VPC"))
    }

    /// The places of the groups that an argument names.
    fn groups_at(&self, place: &AttributePath<'a>) -> Result<Vec<usize>> {
        let named = linked(place, &GROUPS)?;
        Ok(named
            .into_iter()
            .filter_map(|group| self.groups.iter().position(|one| *one == group))
            .collect())
    }
}

/// The services that gateway endpoints are for.
fn services(inventory: &Inventory) -> Result<Vec<Service>> {
    let mut names = Vec::new();
    for endpoint in inventory.all("aws_vpc_endpoint").filter(is_gateway_endpoint) {
        names.push(known(&endpoint.at("service_name"))?.to_owned());
    }
    names.sort();
    names.dedup();
    let service = |(place, name)| Service { name, ip: nth(SERVICE, place) };
    Ok(names.into_iter().enumerate().map(service).collect())
}

/// An endpoint is a gateway endpoint unless something else is written.
fn is_gateway_endpoint(endpoint: &Resource) -> bool {
    endpoint.at("vpc_endpoint_type").string().or("Gateway") == Planned::Known("Gateway")
}

/// The address a number of places further on.
fn nth(first: Ipv4Addr, place: usize) -> Ipv4Addr {
    Ipv4Addr::from_bits(first.to_bits().saturating_add(u32::try_from(place).unwrap_or(u32::MAX)))
}

/// The resources that an argument names, all of them and nothing else.
fn linked<'a>(place: &AttributePath<'a>, kinds: &[&str]) -> Result<Vec<Resource<'a>>> {
    let links = place.links_to(kinds);
    match links.is_complete() && links.ambiguous.is_none() {
        true => Ok(links.resources().collect()),
        false => Err(at(place, links.reason())),
    }
}

/// The one resource that an argument names; none where it is left out.
fn one<'a>(place: &AttributePath<'a>, kinds: &[&str]) -> Result<Option<Resource<'a>>> {
    if place.value() == Planned::Absent {
        return Ok(None);
    }
    place.link_to(kinds).proven().map(Some).map_err(|reason| at(place, reason))
}

/// The blocks of a name that a resource is written with.
fn blocks<'a>(resource: Resource<'a>, name: &str) -> Result<Vec<AttributePath<'a>>> {
    let place = resource.at(name);
    // After an apply the provider shows there what other resources add.
    if !place.is_written() && resource.actions() != [Action::Create] {
        return Ok(Vec::new());
    }
    match place.value() {
        Planned::Unknown => Err(at(&place, "is known only after the apply".to_owned())),
        _ => Ok(place.items()),
    }
}

fn known<'a>(place: &AttributePath<'a>) -> Result<&'a str> {
    place.string().known().ok_or_else(|| at(place, "is not known".to_owned()))
}

fn range(place: &AttributePath) -> Result<Ipv4Net> {
    match known(place)?.parse() {
        Ok(IpNet::V4(range)) => Ok(range.trunc()),
        _ => Err(at(place, "is no range of IPv4 addresses".to_owned())),
    }
}

/// The IPv4 ranges of a list, or of a text. IPv6 is not built.
fn ranges(place: &AttributePath) -> Result<Vec<Ipv4Net>> {
    match place.value() {
        Planned::Absent => Ok(Vec::new()),
        Planned::Known(value) if value.is_array() => place.items().iter().map(range).collect(),
        _ => Ok(vec![range(place)?]),
    }
}

fn at(place: &AttributePath, reason: String) -> Error {
    Error::plan(format!("{}.{}", place.resource().address(), place.path()), reason)
}
