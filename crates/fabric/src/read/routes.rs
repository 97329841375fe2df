//! Route tables, and which one a subnet uses.

use ipnet::Ipv4Net;
use verify::{AttributePath, Planned, Resource};

use super::{Reader, SUBNETS, at, blocks, is_gateway_endpoint, known, linked, one, range};
use crate::network::{Interface, Route, Target, Way};
use crate::{Error, Result};

const TABLES: [&str; 2] = ["aws_route_table", "aws_default_route_table"];
const ROUTERS: [&str; 4] = [
    "aws_internet_gateway",
    "aws_vpn_gateway",
    "aws_egress_only_internet_gateway",
    "aws_ec2_carrier_gateway",
];

/// A place at which a route is written that leads to nothing that is built here.
const ELSEWHERE: [&str; 10] = [
    "carrier_gateway_id",
    "core_network_arn",
    "egress_only_gateway_id",
    "instance_id",
    "local_gateway_id",
    "network_interface_id",
    "transit_gateway_id",
    "vpc_endpoint_id",
    "vpc_peering_connection_id",
    "destination_prefix_list_id",
];

/// The route tables of the VPC.
pub struct Tables<'a> {
    /// With its routes; the main one has no resource where nothing of it is written but routes.
    all: Vec<(Option<Resource<'a>>, Vec<Route>)>,
    /// By subnet.
    associated: Vec<(Resource<'a>, Resource<'a>)>,
    main: Option<Resource<'a>>,
}

impl<'a> Reader<'a> {
    pub fn tables(&self, interfaces: &[Interface]) -> Result<Tables<'a>> {
        let mut all: Vec<(Option<Resource<'a>>, Vec<Route>)> = vec![(None, Vec::new())];
        for table in self.inventory.all_of(&TABLES) {
            let mut routes = Vec::new();
            for block in blocks(table, "route")? {
                routes.extend(self.route(&block, "cidr_block", interfaces)?);
            }
            all.push((Some(table), routes));
        }
        for route in self.inventory.all("aws_route") {
            // The main table that AWS makes with a VPC is named by an attribute of the VPC.
            let table = one(&route.at("route_table_id"), &[TABLES[0], TABLES[1], "aws_vpc"])?;
            let table = table.filter(|table| table.kind() != "aws_vpc");
            let routes = all.iter_mut().find(|(one, _)| *one == table);
            let (_, routes) = routes
                .ok_or_else(|| Error::plan(route.address(), "is of no route table of the plan"))?;
            routes.extend(self.route(&route.root(), "destination_cidr_block", interfaces)?);
        }
        self.add_gateway_endpoints(&mut all)?;
        let mut associated = Vec::new();
        for association in self.inventory.all("aws_route_table_association") {
            if association.at("gateway_id").string().is_set()
                && association.at("gateway_id").is_written()
            {
                return Err(Error::plan(
                    association.address(),
                    "an association with a gateway is not built",
                ));
            }
            let (subnet, table) = (
                one(&association.at("subnet_id"), &SUBNETS)?,
                one(&association.at("route_table_id"), &TABLES)?,
            );
            associated.extend(subnet.zip(table));
        }
        Ok(Tables { all, associated, main: self.main_table()? })
    }

    /// The main route table: chosen by an association, else the one of the VPC, which may be
    /// adopted. Source: Amazon VPC User Guide, "Main route table".
    fn main_table(&self) -> Result<Option<Resource<'a>>> {
        match self.inventory.all("aws_main_route_table_association").next() {
            Some(chosen) => one(&chosen.at("route_table_id"), &TABLES),
            None => Ok(self.inventory.all("aws_default_route_table").next()),
        }
    }

    /// A route for IPv4; none for what is IPv6, or for the local route, which is always there.
    fn route(
        &self,
        place: &AttributePath<'a>,
        destination: &str,
        interfaces: &[Interface],
    ) -> Result<Option<Route>> {
        if let Some(elsewhere) = ELSEWHERE.iter().map(|name| place.at(name)).find(is_given) {
            return Err(at(&elsewhere, "is not built".to_owned()));
        }
        let to = place.at(destination);
        if to.string() == Planned::Absent {
            return Ok(None);
        }
        let (to, nat, gateway) = (range(&to)?, place.at("nat_gateway_id"), place.at("gateway_id"));
        if gateway.string() == Planned::Known("local") {
            return Ok(None);
        }
        let target = if is_given(&nat) {
            let nat = one(&nat, &["aws_nat_gateway"])?;
            let is_it = |interface: &Interface| {
                interface.way == Way::Nat
                    && nat.is_some_and(|nat| {
                        interface.owners.iter().any(|owner| owner == nat.address())
                    })
            };
            interfaces.iter().position(is_it).map_or(Target::Nowhere, Target::NatGateway)
        } else if is_given(&gateway) {
            match one(&gateway, &ROUTERS)? {
                Some(gateway) if gateway.kind() == ROUTERS[0] => self.internet_gateway(gateway)?,
                _ => return Err(at(&gateway, "is not built".to_owned())),
            }
        } else {
            return Err(at(place, "leads to nothing that is known".to_owned()));
        };
        Ok(Some(Route { to, target }))
    }

    /// A gateway that is not attached to the VPC makes a black hole of the route.
    fn internet_gateway(&self, gateway: Resource<'a>) -> Result<Target> {
        let mut vpcs = vec![one(&gateway.at("vpc_id"), &["aws_vpc"])?];
        for attachment in self.inventory.all("aws_internet_gateway_attachment") {
            if one(&attachment.at("internet_gateway_id"), &[ROUTERS[0]])? == Some(gateway) {
                vpcs.push(one(&attachment.at("vpc_id"), &["aws_vpc"])?);
            }
        }
        Ok(if vpcs.contains(&Some(self.vpc)) { Target::InternetGateway } else { Target::Nowhere })
    }

    /// A gateway endpoint adds a route for the prefix list of its service to each table it is
    /// associated with. Source: AWS PrivateLink Guide, "Gateway endpoints".
    fn add_gateway_endpoints(&self, all: &mut [(Option<Resource<'a>>, Vec<Route>)]) -> Result<()> {
        for endpoint in self.inventory.all("aws_vpc_endpoint").filter(is_gateway_endpoint) {
            let name = known(&endpoint.at("service_name"))?;
            let Some(service) = self.services.iter().find(|service| service.name == name) else {
                continue;
            };
            let mut tables = linked(&endpoint.at("route_table_ids"), &TABLES)?;
            for association in self.inventory.all("aws_vpc_endpoint_route_table_association") {
                if one(&association.at("vpc_endpoint_id"), &["aws_vpc_endpoint"])? == Some(endpoint)
                {
                    tables.extend(one(&association.at("route_table_id"), &TABLES)?);
                }
            }
            let route = Route { to: Ipv4Net::from(service.ip), target: Target::GatewayEndpoint };
            for (_, routes) in all
                .iter_mut()
                .filter(|(table, _)| table.is_some_and(|table| tables.contains(&table)))
            {
                routes.push(route.clone());
            }
        }
        Ok(())
    }
}

fn is_given(place: &AttributePath) -> bool {
    place.string().is_set() && place.is_written() || place.string().known().is_some()
}

impl<'a> Tables<'a> {
    /// The routes of a subnet: those of the table that is associated with it, else of the main one.
    pub fn of(&self, subnet: Resource<'a>) -> Result<Vec<Route>> {
        let associated: Vec<_> = self.associated.iter().filter(|(one, _)| *one == subnet).collect();
        let table = match associated[..] {
            [] => self.main,
            [(_, table)] => Some(*table),
            _ => {
                return Err(Error::plan(
                    subnet.address(),
                    "has several route tables, which AWS refuses",
                ));
            }
        };
        let found = self.all.iter().find(|(one, _)| *one == table);
        let routes = found.map(|(_, routes)| routes.clone()).unwrap_or_default();
        match routes
            .iter()
            .enumerate()
            .find(|(place, route)| routes[..*place].iter().any(|one| one.to == route.to))
        {
            Some((_, route)) => Err(Error::plan(
                subnet.address(),
                format!("has two routes for {}, which AWS refuses", route.to),
            )),
            None => Ok(routes),
        }
    }
}
