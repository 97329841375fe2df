//! [`RouteTable`]: the routes that hold for a subnet, in each form that the provider has. Source:
//! AWS provider 5.100.0, `aws_route_table`, `aws_route`, `aws_default_route_table`,
//! `aws_main_route_table_association`.

use super::Follow;
use ipnet::IpNet;

use super::hop::{Gateway, Hop};
use super::prefix_list::PrefixList;
use super::subnet::Subnet;
use crate::{AttributePath, Planned, Resource};

/// The types of route tables.
pub const TABLES: [&str; 2] = ["aws_route_table", "aws_default_route_table"];

/// A route table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum RouteTable<'a> {
    /// One that the plan has as a resource.
    Own(Resource<'a>),
    /// The main route table that AWS made with this network, with what `aws_route` adds to it.
    MadeWith(Resource<'a>),
    /// The one of the default VPC, which AWS made with a route to an internet gateway.
    OfDefaultVpc,
}

/// A route: a block of a table, or a resource.
#[derive(Debug, Clone)]
pub struct Route<'a> {
    /// Where it is written.
    pub place: AttributePath<'a>,
}

/// The addresses that a route is for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Destination<'a> {
    /// A range.
    Range(IpNet),
    /// Those of prefix lists.
    Lists(Vec<PrefixList<'a>>),
}

impl<'a> Subnet<'a> {
    /// The route table that holds for it: the one it is associated with, else the main one of its
    /// network.
    ///
    /// Source: Amazon VPC User Guide, "Route table concepts": "Main route table: […] controls the
    /// routing for all subnets that are not explicitly associated with any other route table".
    ///
    /// # Errors
    /// Why it is not known which.
    pub fn route_table(self, follow: Follow) -> Result<RouteTable<'a>, String> {
        let unknown = |reason: String| {
            format!("the route table of {} is not known: {reason}", self.address())
        };
        let associations = follow
            .referrers(self.0, "aws_route_table_association", "subnet_id")
            .map_err(unknown)?;
        if let Some(association) = associations.first() {
            let table =
                follow.one(&association.at("route_table_id").link_to(&TABLES)).map_err(unknown)?;
            return Ok(RouteTable::Own(table));
        }
        match self.network(follow).map_err(unknown)? {
            Some(vpc) if !vpc.is_data() => RouteTable::main(vpc, follow).map_err(unknown),
            Some(vpc) => Err(unknown(format!(
                "the main route table of {} is not part of this plan",
                vpc.address()
            ))),
            None => Ok(RouteTable::OfDefaultVpc),
        }
    }

    /// The route to an internet gateway, which makes it public.
    /// Source: Amazon VPC User Guide, "Subnet types".
    pub fn internet_route(self) -> Option<Route<'a>> {
        let table = self.route_table(Follow::Assumed).ok()?;
        table.routes(Follow::Assumed).ok()?.into_iter().find(Route::leads_to_the_internet)
    }
}

impl<'a> RouteTable<'a> {
    /// The main one of a network: chosen by an association, else the one that AWS made with it.
    fn main(vpc: Resource<'a>, follow: Follow) -> Result<Self, String> {
        let chosen = follow.referrers(vpc, "aws_main_route_table_association", "vpc_id")?;
        if let Some(main) = chosen.first() {
            return follow.one(&main.at("route_table_id").link_to(&TABLES)).map(Self::Own);
        }
        let adopted = follow.referrers(vpc, "aws_default_route_table", "default_route_table_id")?;
        Ok(match (adopted.first(), vpc.kind()) {
            (Some(table), _) => Self::Own(*table),
            (None, "aws_default_vpc") => Self::OfDefaultVpc,
            (None, _) => Self::MadeWith(vpc),
        })
    }

    /// Its name, for messages.
    pub fn name(&self) -> String {
        match self {
            Self::Own(table) => table.address().to_owned(),
            Self::MadeWith(vpc) => format!("the main route table of {}", vpc.address()),
            Self::OfDefaultVpc => "the main route table of the default VPC".to_owned(),
        }
    }

    /// Its routes, without the local ones.
    ///
    /// # Errors
    /// Why they are not known.
    pub fn routes(&self, follow: Follow) -> Result<Vec<Route<'a>>, String> {
        let unknown =
            |reason: String| format!("the routes of {} are not known: {reason}", self.name());
        // The `aws_route` resources of a table, or of the main table of a VPC.
        let separate_of = |owner: Resource<'a>| {
            let routes = follow.referrers(owner, "aws_route", "route_table_id").map_err(unknown)?;
            Ok::<Vec<_>, String>(routes.iter().map(|route| route.root()).collect())
        };
        let mut places: Vec<AttributePath<'a>> = Vec::new();
        match *self {
            Self::OfDefaultVpc => {}
            Self::MadeWith(vpc) => places.extend(separate_of(vpc)?),
            Self::Own(table) => {
                let separate = separate_of(table)?;
                let inline = table.at("route");
                // After the apply the provider shows there the routes of other resources too, as
                // they were.
                if separate.is_empty() || inline.is_surely_written() {
                    if inline.value().is_unknown() {
                        return Err(unknown(
                            "its blocks are known only after the apply".to_owned(),
                        ));
                    }
                    places.extend(inline.items());
                }
                places.extend(separate);
                // Routes that are added to the VPC's main table are added to the resource that
                // adopts it.
                if let Some(vpc) = table.at("default_route_table_id").link("aws_vpc").one() {
                    places.extend(separate_of(vpc)?);
                }
            }
        }
        Ok(places.into_iter().map(|place| Route { place }).collect())
    }

    /// The route for packets that no other route is for.
    ///
    /// # Errors
    /// Why it is not known whether there is one.
    pub fn default_route(&self, follow: Follow) -> Result<Option<Route<'a>>, String> {
        let routes = self.routes(follow)?;
        if let Some(route) = routes.iter().find(|route| route.is_default() == Planned::Known(true))
        {
            return Ok(Some(route.clone()));
        }
        match routes.iter().find(|route| route.is_default().is_unknown()) {
            Some(_) => Err(format!(
                "whether {} has a default route is known only after the apply",
                self.name()
            )),
            None => Ok(None),
        }
    }
}

impl<'a> Route<'a> {
    /// Whether it is for every address of IPv4.
    fn is_default(&self) -> Planned<bool> {
        let of_kind = |argument: &str| {
            self.place.at(argument).string().map(|range| range == "0.0.0.0/0").or(false)
        };
        of_kind("destination_cidr_block").or_else(of_kind("cidr_block"))
    }

    /// The addresses that it is for; `None` if that is known only after the apply.
    pub fn destination(&self) -> Option<Destination<'a>> {
        const RANGES: [&str; 4] = [
            "destination_cidr_block",
            "cidr_block",
            "destination_ipv6_cidr_block",
            "ipv6_cidr_block",
        ];
        let texts = RANGES.map(|name| self.place.at(name).string());
        if let Some(text) = texts.iter().find_map(|text| text.known()) {
            return text.parse().ok().map(Destination::Range);
        }
        let lists = PrefixList::all(&self.place.at("destination_prefix_list_id"));
        (!lists.is_empty()).then_some(Destination::Lists(lists))
    }

    /// What it leads to.
    ///
    /// # Errors
    /// Why that is not known.
    pub fn hop(&self, follow: Follow) -> Result<Hop<'a>, String> {
        Hop::of(&self.place, follow)
    }

    /// Whether it leads to an internet gateway.
    pub fn leads_to_the_internet(&self) -> bool {
        let gateway = self.place.at("gateway_id");
        match gateway.string() {
            Planned::Known(id) if id.starts_with("igw-") => true,
            Planned::Absent => false,
            _ => !gateway.links(Gateway::Internet.kinds()[0]).links.is_empty(),
        }
    }
}
