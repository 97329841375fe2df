//! Whether what is at a hop lets a connection through: addresses, security groups, ACLs.

use std::net::IpAddr;
use std::ops::RangeInclusive;

use super::end::End;
use super::words::{name, table_element, table_name};
use super::{Stop, Walk};
use crate::Planned;
use crate::aws::network::{Acl, Direction, IpProtocol};
use crate::declared::Protocol;
use crate::reach::access_list::Filtered;
use crate::reach::answer::Step;
use crate::reach::family::Family;
use crate::reach::group::{Admitted, Other};
use crate::reach::network::Ground;

impl<'n, 'a> Walk<'n, 'a> {
    fn ip_protocol(&self) -> IpProtocol {
        match self.protocol {
            Protocol::Tcp => IpProtocol::Tcp,
            Protocol::Udp => IpProtocol::Udp,
        }
    }

    /// Whether an end has addresses of the family, where it is known to have none.
    pub(super) fn has_family(&self, end: End<'n, 'a>) -> Result<(), Stop<'a>> {
        let Some(interface) = end.interface.filter(|_| self.family == Family::V6) else {
            return Ok(());
        };
        match interface.has_v6 {
            Planned::Known(true) => Ok(()),
            Planned::Known(false) => Err(Stop::Blocked {
                element: interface.resource.root(),
                missing: format!("{} has no address of IPv6", interface.name()),
                step: Step::Route,
            }),
            _ => Err(Stop::Unknown(format!(
                "whether {} has an address of IPv6 the plan does not show",
                interface.name()
            ))),
        }
    }

    pub(super) fn has_public_address(&self, end: End<'n, 'a>, step: Step) -> Result<(), Stop<'a>> {
        // Every address of IPv6 is one in the internet.
        if self.family == Family::V6 {
            return Ok(());
        }
        let Some(interface) = end.interface else { return Ok(()) };
        match interface.is_public.or(false) {
            Planned::Known(true) => Ok(()),
            Planned::Unknown => Err(Stop::Unknown(format!(
                "whether {} has a public IP address is known only after the apply",
                interface.resource.address()
            ))),
            _ => Err(Stop::Blocked {
                element: interface.resource.root(),
                missing: format!(
                    "{} has no address in the internet, and its subnet leads there by an internet \
                     gateway only",
                    interface.name()
                ),
                step,
            }),
        }
    }

    /// Whether the groups of one end let the other through.
    pub(super) fn groups(&mut self, step: Step) -> Result<(), Stop<'a>> {
        let (own, other, direction) = match step {
            Step::GroupOut => (self.from, self.to, Direction::Out),
            _ => (self.to, self.from, Direction::In),
        };
        let Some(interface) = own.interface else { return Ok(()) };
        let seen = Other {
            address: other.address,
            family: self.family,
            service: other.service,
            groups: other.interface.or(other.through).map(|interface| &interface.groups),
        };
        match self.network.rules.admit(
            &interface.groups,
            direction,
            seen,
            self.ip_protocol(),
            self.port,
        ) {
            Admitted::Yes(by) => {
                if interface.groups.filters {
                    self.hop(step, by);
                }
                Ok(())
            }
            Admitted::Unknown(reason) => Err(Stop::Unknown(reason)),
            Admitted::No => {
                let groups: Vec<_> =
                    interface.groups.known.iter().map(|group| group.address()).collect();
                let (way, to) =
                    if direction == Direction::Out { ("out", "to") } else { ("in", "from") };
                let groups_text = match groups.is_empty() {
                    true => format!(
                        "the default security group of {}'s network",
                        interface.resource.address()
                    ),
                    false => groups.join(" and "),
                };
                let missing = format!(
                    "no rule of {groups_text} lets {} {way} {to} {}",
                    self.what(),
                    name(other)
                );
                let element = interface.groups.known.first().unwrap_or(&interface.resource).root();
                Err(Stop::Blocked { element, missing, step })
            }
        }
    }

    /// Whether the ACL of a subnet lets packets through, to all of the ports.
    pub(super) fn filter(
        &mut self,
        step: Step,
        ground: &Ground<'a>,
        direction: Direction,
        other: Option<IpAddr>,
        ports: RangeInclusive<u16>,
    ) -> Result<(), Stop<'a>> {
        let acl = ground.acl.clone().map_err(Stop::Unknown)?;
        match self.network.access.filter(
            acl,
            direction,
            (other, self.family),
            self.ip_protocol(),
            ports,
        ) {
            Filtered::Passes(by) => {
                self.hop(step, by);
                Ok(())
            }
            Filtered::Unknown(reason) => Err(Stop::Unknown(reason)),
            Filtered::Stopped(by, ports) => {
                let Acl::Own(acl) = acl else { return Ok(()) };
                let (way, to) =
                    if direction == Direction::Out { ("out", "to") } else { ("in", "from") };
                let port = match (ports.start(), ports.end()) {
                    (one, two) if one == two => format!("port {one}"),
                    (one, two) => format!("ports {one} to {two}"),
                };
                let protocol = self.protocol.to_string().to_uppercase();
                let of = ground.subnet.address();
                let there = self.address_of(other);
                let missing = match &by {
                    Some(entry) => {
                        let entry = entry.resource().address();
                        format!("{entry} denies {of} {protocol} {way} on {port} {to} {there}")
                    }
                    None => {
                        format!(
                            "{}, the ACL of {of}, lets no {protocol} {way} on {port} {to} {there}",
                            acl.address()
                        )
                    }
                };
                Err(Stop::Blocked { element: by.unwrap_or_else(|| acl.root()), missing, step })
            }
        }
    }

    /// An address for a person: that of a subnet is its range.
    fn address_of(&self, address: Option<IpAddr>) -> String {
        let ends = [self.from, self.to];
        let end = ends.iter().find(|end| end.address == address);
        match end {
            Some(End { ground: Some(ground), .. }) => match ground.subnet.range().known() {
                Some(range) => range.to_string(),
                None => ground.subnet.address().to_owned(),
            },
            Some(end) => name(*end),
            None => address.map(|address| address.to_string()).unwrap_or_default(),
        }
    }

    fn what(&self) -> String {
        format!("{} {}", self.protocol.to_string().to_uppercase(), self.port)
    }

    /// Whether an address can be reached through an internet gateway at all: a private one cannot.
    /// Source: RFC 1918, RFC 6598, RFC 4193.
    pub(super) fn is_in_the_internet(
        &self,
        from: &Ground<'a>,
        address: IpAddr,
        step: Step,
    ) -> Result<(), Stop<'a>> {
        let is_private = match address {
            IpAddr::V4(address) => {
                address.is_private() || matches!(address.octets(), [100, 64..=127, ..])
            }
            IpAddr::V6(address) => address.is_unique_local(),
        };
        match is_private {
            false => Ok(()),
            true => Err(Stop::Blocked {
                element: table_element(from),
                missing: format!(
                    "{} leads to {address} by an internet gateway, and no private address is in \
                     the internet",
                    table_name(from)
                ),
                step,
            }),
        }
    }
}
