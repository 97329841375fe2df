//! Whether a subnet is public: routed to an internet gateway.
//! Source: VPC User Guide, "Subnet types".

use crate::{Check, Link, Links, Place, Planned, Resource};

/// The route from a subnet to an internet gateway, if it has one.
pub fn internet_route(subnet: Resource<'_>) -> Option<Place<'_>> {
    let associations = subnet.inventory().referrers(subnet, "aws_route_table_association", "subnet_id");
    let own = associations.iter().filter_map(|association| association.at("route_table_id").link_to(&TABLES).one());
    let tables: Vec<_> = if associations.is_empty() { main_tables(subnet) } else { own.collect() };
    tables.into_iter().find_map(route_of)
}

const TABLES: [&str; 2] = ["aws_route_table", "aws_default_route_table"];

/// What holds for a subnet without a route table of its own.
fn main_tables(subnet: Resource<'_>) -> Vec<Resource<'_>> {
    let inventory = subnet.inventory();
    let Some(vpc) = subnet.at("vpc_id").link("aws_vpc").one() else { return Vec::new() };
    let chosen = inventory.referrers(vpc, "aws_main_route_table_association", "vpc_id");
    let chosen: Vec<_> = chosen.iter().filter_map(|main| main.at("route_table_id").link_to(&TABLES).one()).collect();
    if !chosen.is_empty() {
        return chosen;
    }
    inventory.referrers(vpc, "aws_default_route_table", "default_route_table_id")
}

fn route_of(table: Resource<'_>) -> Option<Place<'_>> {
    let separate = table.inventory().referrers(table, "aws_route", "route_table_id").into_iter().map(Resource::root);
    let inline = table.at("route").items();
    separate.chain(inline).map(|route| route.at("gateway_id")).find(leads_to_the_internet)
}

fn leads_to_the_internet(gateway: &Place) -> bool {
    let elsewhere = gateway.text().known().is_some_and(|id| id.starts_with("igw-"));
    elsewhere || !gateway.links("aws_internet_gateway").links.is_empty()
}

/// That no subnet of a list is public.
pub fn expect_private<'a>(check: &mut Check<'a>, subnets: &Place<'a>) {
    let links: Links<'a> = subnets.links("aws_subnet");
    let public = |link: &Link<'a>| internet_route(link.resource).map(|route| (link.resource, route));
    match links.links.iter().find_map(public) {
        Some((subnet, route)) => {
            let (subnet, route) = (subnet.address(), route.resource().address());
            check.fail(subnets, format_args!("{subnet} is public: {route} leads to the internet gateway"));
        }
        None if subnets.value() == Planned::Absent => {}
        None if !links.open.is_empty() => check.unknown(subnets, links.reason()),
        // Subnets that exist elsewhere are judged where they are made.
        None if links.links.is_empty() => {}
        None => check.pass(subnets),
    }
}
