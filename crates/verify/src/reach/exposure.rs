//! [`Exposure`]: what the internet reaches beside what is meant to be called from there.

use std::collections::BTreeSet;
use std::ops::RangeInclusive;

use super::Reach;
use super::answer::{Answer, Step};
use super::flow::End;
use super::interface::{Interface, Kind};
use super::network::{Network, Peer};
use crate::aws::network::{Direction, IpProtocol};
use crate::declared::Protocol;
use crate::{AttributePath, Planned};

/// Whether the internet reaches an interface.
#[derive(Debug)]
pub enum Exposure<'a> {
    /// Not at all, or only where it is meant to.
    None,
    /// Some ports are exposed.
    Ports {
        /// The rule that lets it in; none where no security group holds.
        by: Option<AttributePath<'a>>,
        /// Protocol and ports, as "TCP 22 to 80".
        what: String,
        /// Who gets in, as "the internet".
        from: &'static str,
    },
    /// It is not known, for this reason.
    Unknown(String),
}

/// Every interface but the nodes of load balancers, and what the internet reaches of it that no
/// flow needs.
pub fn exposures<'r, 'a>(reach: &'r Reach<'a>) -> Vec<(&'r Interface<'a>, Exposure<'a>)> {
    let network = &reach.network;
    let is_asked =
        |interface: &&Interface| !matches!(interface.kind, Kind::BalancerNode | Kind::Nat);
    let mut all = Vec::new();
    for interface in network.interfaces().iter().filter(is_asked) {
        let mut found = Vec::new();
        for (from, name) in
            [(Peer::Internet, "the internet"), (Peer::InternetV6, "the internet over IPv6")]
        {
            let exposed = of_family(reach, interface, from, name);
            // One doubt is enough: what is not known over IPv4 is not known over IPv6 either.
            let is_new = |one: &Exposure| {
                !matches!(one, Exposure::Unknown(_)) || !found.iter().any(is_unknown)
            };
            let new: Vec<_> = exposed.into_iter().filter(is_new).collect();
            found.extend(new);
        }
        match found.is_empty() {
            true => all.push((interface, Exposure::None)),
            false => all.extend(found.into_iter().map(|exposure| (interface, exposure))),
        }
    }
    all
}

/// What clients of one family reach.
fn of_family<'a>(
    reach: &Reach<'a>,
    interface: &Interface<'a>,
    from: Peer,
    name: &'static str,
) -> Vec<Exposure<'a>> {
    let network = &reach.network;
    let has_address = match from {
        Peer::Internet => interface.is_public.or(false),
        _ => interface.has_v6,
    };
    if has_address == Planned::Known(false) {
        return Vec::new();
    }
    let mut found: Vec<Exposure<'a>> = Vec::new();
    for protocol in [Protocol::Tcp, Protocol::Udp] {
        let meant = meant(reach, interface, protocol);
        // Ports beside each other that one rule lets in are said at once.
        let mut open: Option<(Option<AttributePath<'a>>, RangeInclusive<u16>)> = None;
        for ports in parts(network, interface, protocol, &meant) {
            match network.probe(from, Peer::Interface(interface.id), protocol, *ports.start()) {
                Answer::Blocked(_) => {}
                Answer::Unknown(reason) => {
                    // One doubt is enough: it holds for every port.
                    if !found.iter().any(is_unknown) {
                        found.push(Exposure::Unknown(reason));
                    }
                }
                Answer::Open(hops) => {
                    let hop = hops.iter().find(|hop| hop.step == Step::GroupIn);
                    let by = hop.and_then(|hop| hop.by.first().cloned());
                    let is_same =
                        |(rule, last): &(Option<AttributePath<'a>>, RangeInclusive<u16>)| {
                            last.end().checked_add(1) == Some(*ports.start())
                                && key(rule) == key(&by)
                        };
                    open = match open.take() {
                        Some(before) if is_same(&before) => {
                            Some((by, *before.1.start()..=*ports.end()))
                        }
                        before => {
                            found.extend(
                                before.map(|(by, ports)| exposure(by, protocol, &ports, name)),
                            );
                            Some((by, ports))
                        }
                    };
                }
            }
        }
        found.extend(open.map(|(by, ports)| exposure(by, protocol, &ports, name)));
    }
    found
}

fn is_unknown(exposure: &Exposure) -> bool {
    matches!(exposure, Exposure::Unknown(_))
}

fn key(rule: &Option<AttributePath>) -> Option<(String, String)> {
    rule.as_ref().map(|rule| (rule.resource().address().to_owned(), rule.path().to_owned()))
}

fn exposure<'a>(
    by: Option<AttributePath<'a>>,
    protocol: Protocol,
    ports: &RangeInclusive<u16>,
    from: &'static str,
) -> Exposure<'a> {
    let protocol = protocol.to_string().to_uppercase();
    let what = match (ports.start(), ports.end()) {
        (0 | 1, &u16::MAX) => format!("every port of {protocol}"),
        (one, two) if one == two => format!("{protocol} {one}"),
        (one, two) => format!("{protocol} {one} to {two}"),
    };
    Exposure::Ports { by, what, from }
}

/// The ports at which the internet, or clients out there, are meant to call it.
fn meant(reach: &Reach, interface: &Interface, protocol: Protocol) -> BTreeSet<u16> {
    let is_meant = |end: &End| matches!(end, End::Internet | End::Range(_));
    let flows = reach.flows.iter().filter(|flow| flow.protocol == protocol && is_meant(&flow.from));
    let flows = flows.filter(|flow| flow.to == End::Resource(interface.resource));
    flows.map(|flow| flow.port).collect()
}

/// The parts of all ports within which every answer is the same, without those that are meant to be
/// called. Where a group names its rules, only what they let in.
fn parts(
    network: &Network,
    interface: &Interface,
    protocol: Protocol,
    meant: &BTreeSet<u16>,
) -> Vec<RangeInclusive<u16>> {
    let wanted = match protocol {
        Protocol::Tcp => IpProtocol::Tcp,
        Protocol::Udp => IpProtocol::Udp,
    };
    let groups = &interface.groups;
    let rules = || groups.known.iter().flat_map(|group| network.rules.rules(*group, Direction::In));
    let is_certain = groups.filters && groups.doubt.is_none() && groups.made_with.is_none();
    let lets_in = |port: u16| {
        !is_certain
            || groups.known.iter().any(|group| network.rules.is_doubtful(*group, Direction::In))
            || rules().any(|rule| {
                rule.protocol.is_none_or(|own| own.carries(wanted))
                    && rule.ports.as_ref().is_none_or(|ports| ports.contains(&port))
            })
    };
    let mut cuts: BTreeSet<u16> = network.port_marks().clone();
    cuts.insert(0);
    for port in meant {
        cuts.insert(*port);
        cuts.extend(port.checked_add(1));
    }
    let cuts: Vec<_> = cuts.into_iter().collect();
    let ends = cuts.iter().skip(1).map(|next| next - 1).chain([u16::MAX]);
    let parts = cuts.iter().zip(ends).map(|(from, to)| *from..=to);
    parts.filter(|part| !meant.contains(part.start()) && lets_in(*part.start())).collect()
}
