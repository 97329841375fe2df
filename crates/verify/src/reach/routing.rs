//! [`Routes`]: where the packets of a subnet go, the most specific route first.
//! Source: VPC User Guide, "Route priority": the longest prefix; prefix lists of gateway endpoints
//! before wider ranges.

use std::net::IpAddr;

use ipnet::IpNet;

use super::family::Family;
use crate::aws::network::{Destination, Follow, Gateway, Hop, PrefixList, RouteTable};
use crate::{AttributePath, Resource};

/// The routes of one table.
#[derive(Debug)]
pub struct Routes<'a> {
    routes: Vec<RouteEntry<'a>>,
    /// The service of each gateway endpoint that the table leads to, with the endpoint; `None`
    /// where the service is not known.
    endpoints: Vec<(Option<&'a str>, Resource<'a>)>,
    /// Whether it is that of the default VPC, which has a route to an internet gateway.
    is_of_default: bool,
}

#[derive(Debug)]
struct RouteEntry<'a> {
    place: AttributePath<'a>,
    destination: Option<Destination<'a>>,
    hop: Result<Hop<'a>, String>,
}

/// The services that have gateway endpoints.
/// Source: AWS PrivateLink guide, "Gateway endpoints".
const GATEWAYS: [&str; 2] = ["s3", "dynamodb"];

/// Where an address leads to.
#[derive(Debug, Clone)]
pub enum NextHop<'a> {
    /// Through this, by this route.
    Through(Box<Hop<'a>>, AttributePath<'a>),
    /// Through the gateway endpoint of a service.
    Endpoint(Resource<'a>),
    /// Through the internet gateway that AWS made with the default VPC.
    DefaultInternet,
    /// Nowhere.
    Nowhere,
    /// It is not known, for this reason.
    Unknown(String),
}

impl<'a> Routes<'a> {
    /// Reads the routes of a table.
    ///
    /// # Errors
    /// Why its routes are not known.
    pub fn of(
        table: &RouteTable<'a>,
        endpoints: Vec<(Option<&'a str>, Resource<'a>)>,
    ) -> Result<Self, String> {
        let routes = table.routes(Follow::Proven)?.into_iter().map(|route| RouteEntry {
            destination: route.destination(),
            hop: route.hop(Follow::Proven),
            place: route.place,
        });
        Ok(Self {
            routes: routes.collect(),
            endpoints,
            is_of_default: *table == RouteTable::OfDefaultVpc,
        })
    }

    /// Where packets to an address go, which may be one of a service's.
    pub fn way(&self, to: IpAddr, service: Option<&str>) -> NextHop<'a> {
        if let Some((_, endpoint)) =
            self.endpoints.iter().find(|(own, _)| own.is_some() && *own == service)
        {
            return NextHop::Endpoint(*endpoint);
        }
        let nameless = self.endpoints.iter().find(|(own, _)| own.is_none());
        if let Some((_, endpoint)) =
            nameless.filter(|_| service.is_some_and(|service| GATEWAYS.contains(&service)))
        {
            return NextHop::Unknown(format!(
                "the service of {} is known only after the apply",
                endpoint.address()
            ));
        }
        let mut best: Option<(u8, &RouteEntry<'a>)> = None;
        let mut open: Option<&RouteEntry<'a>> = None;
        for entry in &self.routes {
            match entry.covers(to, service) {
                Ok(Some(length)) if best.is_none_or(|(best, _)| length > best) => {
                    best = Some((length, entry))
                }
                Ok(_) => {}
                Err(()) => open = Some(entry),
            }
        }
        if let Some(entry) = open {
            return NextHop::Unknown(format!(
                "for which addresses {} is, is known only after the apply",
                entry.place.resource().address()
            ));
        }
        match best {
            Some((_, entry)) => match &entry.hop {
                Ok(hop) => NextHop::Through(Box::new(hop.clone()), entry.place.clone()),
                Err(reason) => NextHop::Unknown(reason.clone()),
            },
            None if self.is_of_default => NextHop::DefaultInternet,
            None => NextHop::Nowhere,
        }
    }

    /// The route for addresses of the network itself that takes them elsewhere than to their
    /// subnet, as through a firewall; or that may, where the address or the range of the
    /// network is not known. Source: Amazon VPC User Guide, "Route table concepts": such a
    /// route is more specific than the local one, and leads to a NAT gateway, a network
    /// interface or an endpoint.
    pub fn inspects(
        &self,
        to: Option<IpAddr>,
        family: Family,
        network: Option<IpNet>,
    ) -> Option<&AttributePath<'a>> {
        let may_inspect = |entry: &RouteEntry<'a>| match &entry.hop {
            Ok(hop) => matches!(hop.gateway, Gateway::Nat | Gateway::Interface | Gateway::Endpoint),
            Err(_) => true,
        };
        let within = |entry: &&RouteEntry<'a>| match &entry.destination {
            Some(Destination::Range(range)) => match (to, network) {
                (Some(to), Some(network)) => {
                    range.contains(&to) && range.prefix_len() >= network.prefix_len()
                }
                (Some(to), None) => {
                    range.contains(&to)
                        && range.prefix_len() >= family.widest()
                        && may_inspect(entry)
                }
                (None, _) => {
                    family.has(range.addr())
                        && range.prefix_len() >= family.widest()
                        && may_inspect(entry)
                }
            },
            _ => false,
        };
        self.routes.iter().find(within).map(|entry| &entry.place)
    }
}

impl RouteEntry<'_> {
    /// How specific it is for an address; nothing where it is not for it, an error where that is
    /// not known.
    fn covers(&self, to: IpAddr, service: Option<&str>) -> Result<Option<u8>, ()> {
        match &self.destination {
            Some(Destination::Range(range)) => Ok(range.contains(&to).then(|| range.prefix_len())),
            Some(Destination::Lists(lists)) => {
                let mut best = None;
                for list in lists {
                    best = best.max(match list {
                        PrefixList::Service(own) => (Some(*own) == service).then_some(u8::MAX),
                        PrefixList::Ranges(ranges) => ranges
                            .iter()
                            .filter(|range| range.contains(&to))
                            .map(IpNet::prefix_len)
                            .max(),
                        PrefixList::Unknown(_) => return Err(()),
                    });
                }
                Ok(best)
            }
            None => Err(()),
        }
    }
}

/// Whether something hands packets on unchanged, to where the plan has no more to say.
pub fn leads_away(gateway: Gateway) -> bool {
    !matches!(gateway, Gateway::Nat | Gateway::Internet | Gateway::EgressOnly)
}
