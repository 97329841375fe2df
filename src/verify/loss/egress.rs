//! Where the traffic of a subnet leaves its VPC: the way of packets from subnet to route table to NAT gateway.

use super::standing::zone_of;
use crate::verify::{Place, Planned, Resource};

/// The arguments of a route that name where it leads, and the types they name.
const TARGETS: [(&str, &str); 6] = [
    ("nat_gateway_id", "aws_nat_gateway"),
    ("gateway_id", "aws_internet_gateway"),
    ("transit_gateway_id", "aws_ec2_transit_gateway"),
    ("network_interface_id", "aws_network_interface"),
    ("vpc_endpoint_id", "aws_vpc_endpoint"),
    ("vpc_peering_connection_id", "aws_vpc_peering_connection"),
];

/// Where the default route of a subnet leads.
#[derive(Debug, Clone)]
pub enum Egress<'a> {
    /// Nowhere: the subnet has no default route.
    None,
    /// To a NAT gateway that stands in a zone.
    Nat {
        /// The gateway.
        gateway: Resource<'a>,
        /// Its zone, if known.
        zone: Option<&'a str>,
        /// The route, where it is written.
        route: Place<'a>,
    },
    /// To something that is not bound to a zone, as an internet gateway.
    Regional(Resource<'a>),
    /// The plan does not tell.
    Unknown(String),
}

impl<'a> Egress<'a> {
    /// Of a subnet.
    pub fn of(subnet: Resource<'a>) -> Self {
        let associations = subnet.inventory().referrers(subnet, "aws_route_table_association", "subnet_id");
        let tables: Vec<_> =
            associations.iter().map(|association| association.at("route_table_id").link("aws_route_table")).collect();
        let Some(table) = tables.first() else { return Self::None };
        match table.one() {
            Some(table) => Self::of_table(table),
            None => Self::Unknown(format!("the route table of {} is not known: {}", subnet.address(), table.reason())),
        }
    }

    fn of_table(table: Resource<'a>) -> Self {
        let separate = table.inventory().referrers(table, "aws_route", "route_table_id");
        let separate = separate.into_iter().map(|route| (route.root(), route.at("destination_cidr_block")));
        let inline = table.at("route").items().into_iter().map(|route| (route.clone(), route.at("cidr_block")));
        let is_default = |destination: &Place| destination.text() == Planned::Known("0.0.0.0/0");
        let mut defaults = separate.chain(inline).filter(|(_, destination)| is_default(destination));
        defaults.next().map_or(Self::None, |(route, _)| Self::of_route(route))
    }

    fn of_route(route: Place<'a>) -> Self {
        for (argument, kind) in TARGETS {
            let target = route.at(argument);
            if !target.value().is_set() || target.value() == Planned::Known(&"".into()) {
                continue;
            }
            let links = target.link(kind);
            return match (links.one(), kind) {
                (Some(gateway), "aws_nat_gateway") => Self::nat(gateway, route),
                (Some(target), _) => Self::Regional(target),
                (None, _) => Self::Unknown(format!("where the default route leads is not known: {}", links.reason())),
            };
        }
        Self::Unknown("where the default route leads is not known".to_owned())
    }

    fn nat(gateway: Resource<'a>, route: Place<'a>) -> Self {
        let zone = gateway.at("subnet_id").link("aws_subnet").one().and_then(zone_of);
        Self::Nat { gateway, zone, route }
    }
}
