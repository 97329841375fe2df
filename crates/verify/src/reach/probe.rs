//! Whether one reaches another: asked of a [`Network`], for every place that the two can have.

use std::net::IpAddr;

use super::answer::Answer;
use super::family::Family;
use super::network::{Ground, Network, Peer};
use super::trace::{End, Walk};
use crate::declared::Protocol;

impl<'a> Network<'a> {
    /// Whether one reaches a port of another: a connection there, and its answers back.
    pub fn probe(&self, from: Peer, to: Peer, protocol: Protocol, port: u16) -> Answer<'a> {
        let is_v6 = [from, to].iter().any(|peer| match peer {
            Peer::Address(address) | Peer::Client(_, address) => address.is_ipv6(),
            Peer::InternetV6 => true,
            _ => false,
        });
        self.probe_over(if is_v6 { Family::V6 } else { Family::V4 }, from, to, protocol, port)
    }

    /// The same over one family of addresses, which interfaces may have both of.
    pub fn probe_over(
        &self,
        family: Family,
        from: Peer,
        to: Peer,
        protocol: Protocol,
        port: u16,
    ) -> Answer<'a> {
        let ends =
            self.ends(from, to, family).and_then(|ends| Ok((ends, self.ends(to, from, family)?)));
        let (from, to) = match ends {
            Ok(ends) => ends,
            Err(reason) => return Answer::Unknown(reason),
        };
        let mut answers = Vec::with_capacity(1);
        for from in &from {
            for to in &to {
                answers.push(Walk::new(self, [*from, *to], family, protocol, port).answer());
            }
        }
        combined(answers)
    }

    /// The distinct places that a peer can have, to or from another.
    fn ends(&self, peer: Peer, other: Peer, family: Family) -> Result<Vec<End<'_, 'a>>, String> {
        let outside = |address| vec![End { address: Some(address), ..End::default() }];
        let internet = self.internet()[usize::from(family == Family::V6)];
        Ok(match peer {
            Peer::Internet | Peer::InternetV6 => outside(internet),
            Peer::Service(service) => {
                vec![End { address: Some(internet), service: Some(service), ..End::default() }]
            }
            Peer::Address(address) => {
                vec![End {
                    address: Some(address),
                    ground: self.ground_of(address, other)?,
                    ..End::default()
                }]
            }
            Peer::Client(id, address) => {
                let node = self.interface(id);
                let ground =
                    self.ground(node).ok_or_else(|| node.doubt.clone().unwrap_or_default())?;
                vec![End {
                    address: Some(address),
                    ground: Some(ground),
                    through: Some(node),
                    ..End::default()
                }]
            }
            Peer::Interface(id) => {
                let interface = self.interface(id);
                let Some(ground) = self.ground(interface) else {
                    return Err(interface.doubt.clone().unwrap_or_default());
                };
                let addresses =
                    if family == Family::V6 { &ground.addresses_v6 } else { &ground.addresses };
                let end =
                    End { interface: Some(interface), ground: Some(ground), ..End::default() };
                let own: Vec<_> =
                    interface.addresses.iter().filter(|own| family.has(**own)).copied().collect();
                let addresses = if own.is_empty() { addresses } else { &own };
                match addresses.is_empty() {
                    true => vec![end],
                    false => addresses
                        .iter()
                        .map(|address| End { address: Some(*address), ..end })
                        .collect(),
                }
            }
        })
    }
}

impl<'a> Network<'a> {
    /// The subnet that an address is in, as seen from another end: several networks may have the
    /// same addresses.
    fn ground_of(&self, address: IpAddr, other: Peer) -> Result<Option<&Ground<'a>>, String> {
        let mut found: Vec<&Ground<'a>> =
            self.subnets.values().filter(|ground| ground.has(address)).collect();
        let seen_from = match other {
            Peer::Interface(id) | Peer::Client(id, _) => self.ground(self.interface(id)),
            _ => None,
        };
        if let Some(from) = seen_from
            && found.iter().any(|ground| ground.vpc == from.vpc)
        {
            found.retain(|ground| ground.vpc == from.vpc);
        }
        found.sort_by_key(|ground| ground.subnet.address());
        match found[..] {
            [] => Ok(None),
            [ground] => Ok(Some(ground)),
            [one, two, ..] => Err(format!(
                "{address} is in {} as well as in {}",
                one.subnet.address(),
                two.subnet.address()
            )),
        }
    }
}

impl Ground<'_> {
    /// Whether an address is one of its own.
    fn has(&self, address: IpAddr) -> bool {
        [self.range, self.range_v6].into_iter().flatten().any(|range| range.contains(&address))
    }
}

/// One answer for all places that the ends can have.
fn combined(mut answers: Vec<Answer<'_>>) -> Answer<'_> {
    let is_same = answers.iter().all(Answer::is_open) || answers.iter().all(Answer::is_blocked);
    if is_same && !answers.is_empty() {
        return answers.swap_remove(0);
    }
    let unknown = answers.iter().position(|answer| matches!(answer, Answer::Unknown(_)));
    match unknown {
        Some(place) => answers.swap_remove(place),
        None => {
            let blocked = answers.iter().find_map(|answer| match answer {
                Answer::Blocked(block) => Some(block.missing.clone()),
                _ => None,
            });
            let blocked = blocked.unwrap_or_default();
            Answer::Unknown(format!(
                "it depends on the address within the subnet, since for some {blocked}"
            ))
        }
    }
}
