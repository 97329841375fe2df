//! [`Walk`]: follows one connection hop by hop, there and back.

mod check;
mod end;
mod words;

use std::net::IpAddr;
use std::ops::RangeInclusive;

pub use end::End;
use words::{away, name, table_element, table_name};

use super::answer::{Answer, Block, Hop, Step};
use super::family::Family;
use super::interface::{CLIENT_EPHEMERAL, EPHEMERAL, WIDE_EPHEMERAL};
use super::network::{Ground, Network};
use super::routing::{NextHop, leads_away};
use crate::AttributePath;
use crate::aws::network::{Direction, Gateway};
use crate::declared::Protocol;

/// One connection.
pub struct Walk<'n, 'a> {
    network: &'n Network<'a>,
    from: End<'n, 'a>,
    to: End<'n, 'a>,
    protocol: Protocol,
    port: u16,
    family: Family,
    hops: Vec<Hop<'a>>,
}

/// Why a connection does not go on.
enum Stop<'a> {
    Blocked { element: AttributePath<'a>, missing: String, step: Step },
    Unknown(String),
}

impl<'n, 'a> Walk<'n, 'a> {
    /// From one end to a port of the other.
    pub fn new(
        network: &'n Network<'a>,
        ends: [End<'n, 'a>; 2],
        family: Family,
        protocol: Protocol,
        port: u16,
    ) -> Self {
        let [from, to] = ends;
        Self { network, from, to, protocol, port, family, hops: Vec::new() }
    }

    /// Whether it is possible.
    pub fn answer(mut self) -> Answer<'a> {
        match self.follow() {
            Ok(()) => Answer::Open(self.hops),
            Err(Stop::Unknown(reason)) => Answer::Unknown(reason),
            Err(Stop::Blocked { element, missing, step }) => {
                Answer::Blocked(Box::new(Block { hops: self.hops, element, missing, step }))
            }
        }
    }

    fn follow(&mut self) -> Result<(), Stop<'a>> {
        for end in [self.from, self.to] {
            self.has_family(end)?;
        }
        self.groups(Step::GroupOut)?;
        match (self.from.ground, self.to.ground) {
            (Some(from), Some(to)) => self.between(from, to),
            (Some(from), None) => self.out(from),
            (None, Some(to)) => self.inward(to),
            (None, None) => {
                Err(Stop::Unknown("neither end is in a network of this plan".to_owned()))
            }
        }
    }

    /// Between two subnets, or within one, where no ACL holds.
    fn between(&mut self, from: &'n Ground<'a>, to: &'n Ground<'a>) -> Result<(), Stop<'a>> {
        let is_same = from.subnet == to.subnet;
        match (&from.vpc, &to.vpc) {
            (Ok(one), Ok(two)) if one == two => {}
            (Ok(_), Ok(_)) => return self.across(from),
            (Err(reason), _) | (_, Err(reason)) => return Err(Stop::Unknown(reason.clone())),
        }
        if !is_same {
            self.local(from, to, self.to.address)?;
            self.filter(
                Step::AclOut,
                from,
                Direction::Out,
                self.to.address,
                self.port..=self.port,
            )?;
            self.filter(Step::AclIn, to, Direction::In, self.from.address, self.port..=self.port)?;
        }
        self.groups(Step::GroupIn)?;
        if !is_same {
            let ports = self.ephemeral();
            self.local(to, from, self.from.address)?;
            self.filter(Step::AnswerOut, to, Direction::Out, self.from.address, ports.clone())?;
            self.filter(Step::AnswerIn, from, Direction::In, self.to.address, ports)?;
        }
        Ok(())
    }

    /// A route may take what is for the network itself through something that inspects it.
    fn local(
        &self,
        from: &Ground<'a>,
        to: &Ground<'a>,
        address: Option<IpAddr>,
    ) -> Result<(), Stop<'a>> {
        let routes = from.routes.as_ref().map_err(|reason| Stop::Unknown(reason.clone()))?;
        let network = address.and_then(|address| {
            from.vpc_ranges.iter().copied().find(|range| range.contains(&address))
        });
        match routes.inspects(address, self.family, network) {
            Some(route) => Err(Stop::Unknown(format!(
                "{} may lead what is for {} elsewhere, and what is there is not followed",
                route.resource().address(),
                to.subnet.address()
            ))),
            None => Ok(()),
        }
    }

    /// Follows the connection to another network.
    fn across(&mut self, from: &'n Ground<'a>) -> Result<(), Stop<'a>> {
        let Some(address) = self.to.address else {
            return Err(Stop::Unknown(
                "the two networks are not the same, and the addresses are not known".to_owned(),
            ));
        };
        match self.way(from, address)? {
            NextHop::Nowhere => Err(self.no_route(from, Step::Route)),
            NextHop::Through(hop, _) => Err(Stop::Unknown(away(&hop.name(), hop.gateway))),
            _ => Err(Stop::Unknown("the way to another network is not followed".to_owned())),
        }
    }

    /// To the internet, or to a service by its public addresses.
    fn out(&mut self, from: &'n Ground<'a>) -> Result<(), Stop<'a>> {
        let Some(there) = self.to.address else { return Err(Stop::Unknown(String::new())) };
        if from.vpc_ranges.iter().any(|range| range.contains(&there)) {
            return Err(Stop::Unknown(format!(
                "{there} is in the network of {}, and in no subnet that the plan shows",
                from.subnet.address()
            )));
        }
        let (port, ports) = (self.port..=self.port, self.ephemeral());
        let way = self.way(from, there)?;
        if let NextHop::Through(hop, route) = &way {
            match hop.gateway {
                Gateway::Nat => return self.through_nat(from, hop, route, there),
                gateway if leads_away(gateway) => {
                    return Err(Stop::Unknown(away(&hop.name(), gateway)));
                }
                _ => {}
            }
        }
        match way {
            NextHop::Nowhere => return Err(self.no_route(from, Step::Route)),
            NextHop::Unknown(reason) => return Err(Stop::Unknown(reason)),
            NextHop::Endpoint(endpoint) => self.hop(Step::Route, Some(endpoint.root())),
            NextHop::Through(hop, route) => {
                self.is_in_the_internet(from, there, Step::Route)?;
                if hop.gateway == Gateway::Internet {
                    self.has_public_address(self.from, Step::Route)?;
                }
                self.hop(Step::Route, Some(route));
            }
            NextHop::DefaultInternet => {
                self.has_public_address(self.from, Step::Route)?;
                self.hop(Step::Route, None);
            }
        }
        self.filter(Step::AclOut, from, Direction::Out, Some(there), port)?;
        self.filter(Step::AnswerIn, from, Direction::In, Some(there), ports)
    }

    fn through_nat(
        &mut self,
        from: &'n Ground<'a>,
        hop: &crate::aws::network::Hop<'a>,
        route: &AttributePath<'a>,
        there: IpAddr,
    ) -> Result<(), Stop<'a>> {
        let (port, ports) = (self.port..=self.port, self.ephemeral());
        self.hops.push(Hop { step: Step::Route, by: vec![route.clone()], zone: hop.zone });
        let here = self.from.address;
        let gateway = match hop.subnet {
            Some(subnet) => match self.network.subnets.get(&subnet.0) {
                Some(ground) => ground,
                None => {
                    return Err(Stop::Unknown(format!(
                        "{} is not part of this plan",
                        subnet.address()
                    )));
                }
            },
            // A regional one has a way to the internet of its own.
            None if hop.resource.is_some() && hop.doubt.is_none() => {
                self.filter(Step::AclOut, from, Direction::Out, Some(there), port)?;
                return self.filter(Step::AnswerIn, from, Direction::In, Some(there), ports);
            }
            None => {
                let doubt = hop.doubt.clone().unwrap_or_default();
                return Err(Stop::Unknown(format!(
                    "the subnet of {} is not known: {doubt}",
                    hop.name()
                )));
            }
        };
        let is_same = gateway.subnet == from.subnet;
        if !is_same {
            self.filter(Step::AclOut, from, Direction::Out, Some(there), port.clone())?;
            self.filter(Step::GatewayIn, gateway, Direction::In, here, port.clone())?;
        }
        match self.way(gateway, there)? {
            NextHop::Through(next, by) if next.gateway == Gateway::Internet => {
                self.is_in_the_internet(gateway, there, Step::GatewayRoute)?;
                let nat =
                    hop.resource.into_iter().flat_map(|nat| self.network.of_resource(nat)).next();
                if let Some(nat) = nat {
                    self.has_public_address(
                        End { interface: Some(nat), ..End::default() },
                        Step::GatewayRoute,
                    )?;
                }
                self.hop(Step::GatewayRoute, Some(by));
            }
            NextHop::DefaultInternet => self.hop(Step::GatewayRoute, None),
            NextHop::Through(next, _) if next.gateway != Gateway::Nat => {
                return Err(Stop::Unknown(away(&next.name(), next.gateway)));
            }
            NextHop::Unknown(reason) => return Err(Stop::Unknown(reason)),
            NextHop::Nowhere | NextHop::Through(..) | NextHop::Endpoint(_) => {
                return Err(self.no_route(gateway, Step::GatewayRoute));
            }
        }
        self.filter(Step::GatewayOut, gateway, Direction::Out, Some(there), port)?;
        self.filter(Step::AnswerGatewayIn, gateway, Direction::In, Some(there), WIDE_EPHEMERAL)?;
        if !is_same {
            self.filter(Step::AnswerGatewayOut, gateway, Direction::Out, here, ports.clone())?;
            self.filter(Step::AnswerIn, from, Direction::In, Some(there), ports)?;
        }
        Ok(())
    }

    /// Follows a connection from outside to an interface.
    fn inward(&mut self, to: &'n Ground<'a>) -> Result<(), Stop<'a>> {
        let Some(there) = self.from.address else { return Err(Stop::Unknown(String::new())) };
        if to.vpc_ranges.iter().any(|range| range.contains(&there)) {
            return Err(Stop::Unknown(format!(
                "{there} is in the network of {}, and in no subnet that the plan shows",
                to.subnet.address()
            )));
        }
        match self.way(to, there)? {
            NextHop::Through(hop, route) if hop.gateway == Gateway::Internet => {
                self.is_in_the_internet(to, there, Step::Route)?;
                self.has_public_address(self.to, Step::Route)?;
                self.hop(Step::Route, Some(route));
            }
            NextHop::DefaultInternet => {
                self.has_public_address(self.to, Step::Route)?;
                self.hop(Step::Route, None);
            }
            NextHop::Through(hop, _) if leads_away(hop.gateway) => {
                return Err(Stop::Unknown(away(&hop.name(), hop.gateway)));
            }
            NextHop::Unknown(reason) => return Err(Stop::Unknown(reason)),
            _ => {
                let missing = format!(
                    "{} has no route to an internet gateway, so nothing comes in from the internet",
                    table_name(to)
                );
                return Err(Stop::Blocked {
                    element: table_element(to),
                    missing,
                    step: Step::Route,
                });
            }
        }
        self.filter(Step::AclIn, to, Direction::In, Some(there), self.port..=self.port)?;
        self.groups(Step::GroupIn)?;
        self.filter(Step::AnswerOut, to, Direction::Out, Some(there), self.ephemeral())
    }

    fn hop(&mut self, step: Step, by: impl IntoIterator<Item = AttributePath<'a>>) {
        self.hops.push(Hop { step, by: by.into_iter().collect(), zone: None });
    }

    fn way(&self, from: &Ground<'a>, to: IpAddr) -> Result<NextHop<'a>, Stop<'a>> {
        match &from.routes {
            Ok(routes) => Ok(routes.way(to, self.to.service)),
            Err(reason) => Err(Stop::Unknown(reason.clone())),
        }
    }

    /// The ports that answers go to.
    fn ephemeral(&self) -> RangeInclusive<u16> {
        match (self.from.interface, self.from.ground) {
            (Some(interface), _) => interface.ephemeral(),
            (None, Some(_)) if self.from.through.is_none() => EPHEMERAL,
            (None, _) => CLIENT_EPHEMERAL,
        }
    }

    fn no_route(&self, from: &Ground<'a>, step: Step) -> Stop<'a> {
        let missing = format!("{} has no route to {}", table_name(from), name(self.to));
        Stop::Blocked { element: table_element(from), missing, step }
    }
}
