//! Where the traffic of a subnet leaves its VPC: the way of packets from subnet to route table to NAT gateway.

use super::standing::zone_of;
use crate::{Inventory, Links, Place, Planned, Resource};

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

/// How a way is followed: for a proof, or for a picture, which may rest on an index that a plan does not show.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Follow {
    Proven,
    Assumed,
}

impl<'a> Egress<'a> {
    /// Of a subnet, for a proof.
    pub fn of(subnet: Resource<'a>) -> Self {
        Follow::Proven.subnet(subnet)
    }

    /// Of a subnet, for a picture.
    pub fn drawn(subnet: Resource<'a>) -> Self {
        Follow::Assumed.subnet(subnet)
    }

    /// Whether it leads to a NAT gateway.
    pub fn is_by_nat(&self) -> bool {
        matches!(self, Self::Nat { .. })
    }

    /// Why it is not known where traffic leaves.
    pub fn doubt(&self) -> Option<String> {
        match self {
            Self::Unknown(reason) => Some(reason.clone()),
            Self::Nat { gateway, zone: None, .. } => Some(format!("the zone of {} is not known", gateway.address())),
            Self::None | Self::Regional(_) | Self::Nat { .. } => None,
        }
    }
}

/// Every NAT gateway to which a default route can lead, whichever index chooses it, and its zone where that is proven.
pub fn reachable_gateways(inventory: &Inventory) -> Vec<(Resource<'_>, Option<&str>)> {
    let inline = inventory.all("aws_route_table").flat_map(|table| table.at("route").items());
    let inline = inline.map(|route| (route.at("cidr_block"), route.at("nat_gateway_id")));
    let separate = inventory.all("aws_route").map(Resource::root);
    let separate = separate.map(|route| (route.at("destination_cidr_block"), route.at("nat_gateway_id")));
    let defaults = inline.chain(separate).filter(|(destination, _)| is_everywhere(destination));
    let targets = defaults.map(|(_, target)| target).filter(|target| target.value().is_set());
    let proven: Result<Vec<_>, _> = targets.map(|target| target.link("aws_nat_gateway").proven()).collect();
    let mut gateways = proven.unwrap_or_else(|_| inventory.all("aws_nat_gateway").collect());
    gateways.sort_by_key(|gateway| gateway.place());
    gateways.dedup();
    gateways.into_iter().map(|gateway| (gateway, proven_zone(gateway))).collect()
}

fn proven_zone(gateway: Resource<'_>) -> Option<&str> {
    gateway.at("subnet_id").link("aws_subnet").proven().ok().and_then(zone_of)
}

fn is_everywhere(destination: &Place) -> bool {
    destination.text() == Planned::Known("0.0.0.0/0")
}

impl Follow {
    fn subnet<'a>(self, subnet: Resource<'a>) -> Egress<'a> {
        let unknown =
            |reason| Egress::Unknown(format!("the route table of {} is not known: {reason}", subnet.address()));
        let associations = match self.referrers(subnet, "aws_route_table_association", "subnet_id") {
            Ok(associations) => associations,
            Err(reason) => return unknown(reason),
        };
        let Some(association) = associations.first() else { return Egress::None };
        match self.one(&association.at("route_table_id").link("aws_route_table")) {
            Ok(table) => self.table(table),
            Err(reason) => unknown(reason),
        }
    }

    fn table<'a>(self, table: Resource<'a>) -> Egress<'a> {
        let inline = table.at("route").items().into_iter().map(|route| (route.clone(), route.at("cidr_block")));
        let is_default = |(_, destination): &(Place, Place)| is_everywhere(destination);
        if let Some((route, _)) = inline.into_iter().find(is_default) {
            return self.route(route);
        }
        let routes = match self.referrers(table, "aws_route", "route_table_id") {
            Ok(routes) => routes,
            Err(reason) => {
                return Egress::Unknown(format!("the routes of {} are not known: {reason}", table.address()));
            }
        };
        let mut routes = routes.into_iter().map(|route| (route.root(), route.at("destination_cidr_block")));
        routes.find(is_default).map_or(Egress::None, |(route, _)| self.route(route))
    }

    fn route<'a>(self, route: Place<'a>) -> Egress<'a> {
        for (argument, kind) in TARGETS {
            let target = route.at(argument);
            if !target.value().is_set() || target.value() == Planned::Known(&"".into()) {
                continue;
            }
            return match (self.one(&target.link(kind)), kind) {
                (Ok(gateway), "aws_nat_gateway") => self.nat(gateway, route),
                (Ok(target), _) => Egress::Regional(target),
                (Err(reason), _) => Egress::Unknown(format!("where the default route leads is not known: {reason}")),
            };
        }
        Egress::Unknown("where the default route leads is not known".to_owned())
    }

    fn nat<'a>(self, gateway: Resource<'a>, route: Place<'a>) -> Egress<'a> {
        let subnet = gateway.at("subnet_id").link("aws_subnet");
        if let (Self::Proven, Some(assumed)) = (self, &subnet.assumed) {
            return Egress::Unknown(format!("the zone of {} is not known: {assumed}", gateway.address()));
        }
        Egress::Nat { gateway, zone: subnet.one().and_then(zone_of), route }
    }

    fn one<'a>(self, links: &Links<'a>) -> Result<Resource<'a>, String> {
        match self {
            Self::Proven => links.proven(),
            Self::Assumed => links.one().ok_or_else(|| links.reason()),
        }
    }

    fn referrers<'a>(self, to: Resource<'a>, kind: &str, attribute: &str) -> Result<Vec<Resource<'a>>, String> {
        match self {
            Self::Proven => to.inventory().proven_referrers(to, kind, attribute),
            Self::Assumed => Ok(to.inventory().referrers(to, kind, attribute)),
        }
    }
}
