//! Network ACLs, security groups, and the translations of gateways, as nftables.

use std::net::Ipv4Addr;

use serde_json::Value;

use super::links::{INTERNET, ROUTER, bridge};
use super::storage::STORAGE;
use super::{Fabric, Refusal};
use crate::network::{AclEntry, GroupRule, Peer, PortRange, Protocol, Way};
use crate::nftables::{
    Hook, Ruleset, accept, answers, back, drop, from_ports, jump, mark, marked, masquerade,
    not_through, of_protocol, one_of, opening, reset, through, translate, within,
};

/// The ports from which a NAT gateway sends. Source: Amazon VPC User Guide, "NAT gateway basics".
const NAT_PORTS: PortRange = PortRange { from: 1024, to: 65_535 };
/// For probes: its lowest for what comes from low ports, its highest for what comes from high ones.
const LOWEST: PortRange = PortRange { from: 1024, to: 1535 };
const HIGHEST: PortRange = PortRange { from: 65_024, to: 65_535 };
const LOW: PortRange = PortRange { from: 1, to: 49_151 };
const HIGH: PortRange = PortRange { from: 49_152, to: 65_535 };

impl Fabric {
    /// Network ACLs: of packets that leave a subnet, and of packets that enter one; not within a
    /// subnet, and with no memory. Source: Amazon VPC User Guide, "Network ACLs".
    pub(super) fn acl_rules(&self) -> Ruleset {
        let mut rules = Ruleset::new();
        for (place, acl) in self.network.acls.iter().enumerate() {
            for egress in [false, true] {
                let chain = acl_chain(place, egress);
                rules.chain(&chain);
                for entry in acl.entries.iter().filter(|entry| entry.egress == egress) {
                    self.add_entry(&mut rules, &chain, entry);
                }
                self.refuse(&mut rules, &chain, Protocol::All, &[]);
            }
        }
        rules.hooked("forward", Hook::FORWARD);
        for (egress, own, other) in [(true, "iifname", "oifname"), (false, "oifname", "iifname")] {
            for (place, subnet) in self.network.subnets.iter().enumerate() {
                let bridge = bridge(place);
                let guard = jump(&acl_chain(subnet.acl, egress));
                rules.rule("forward", [through(own, &bridge), not_through(other, &bridge), guard]);
            }
        }
        rules.rule("forward", [accept()]);
        rules
    }

    fn add_entry(&self, rules: &mut Ruleset, chain: &str, entry: &AclEntry) {
        let side = if entry.egress { "daddr" } else { "saddr" };
        let matched: Vec<_> =
            within(side, entry.range).into_iter().chain(of_protocol(entry.protocol)).collect();
        if entry.allows {
            rules.rule(chain, matched.into_iter().chain([back()]));
        } else {
            self.refuse(rules, chain, entry.protocol, &matched);
        }
    }

    /// Security groups: any rule that lets a connection through is enough, and whatever belongs to
    /// a connection that was let through passes. Source: Amazon VPC User Guide, "Security
    /// groups".
    pub(super) fn group_rules(&self, groups: &[usize]) -> Ruleset {
        let mut rules = Ruleset::new();
        for (chain, hook, egress) in
            [("ingress", Hook::INPUT, false), ("egress", Hook::OUTPUT, true)]
        {
            rules.hooked(chain, hook);
            rules.rule(chain, [answers(), accept()]);
            for own in ["lo", STORAGE] {
                rules.rule(
                    chain,
                    [through(if egress { "oifname" } else { "iifname" }, own), accept()],
                );
            }
            let of_groups = groups.iter().filter_map(|group| self.network.groups.get(*group));
            for rule in
                of_groups.flat_map(|group| &group.rules).filter(|rule| rule.egress == egress)
            {
                self.add_rule(&mut rules, chain, rule);
            }
            self.refuse(&mut rules, chain, Protocol::All, &[]);
        }
        rules
    }

    fn add_rule(&self, rules: &mut Ruleset, chain: &str, rule: &GroupRule) {
        let side = if rule.egress { "daddr" } else { "saddr" };
        let peer = match &rule.peer {
            Peer::Range(range) => within(side, *range),
            Peer::Service(service) => {
                self.network.services.get(*service).map(|service| one_of(side, &[service.ip]))
            }
            // A group stands for the private addresses of whatever has it.
            Peer::Group(group) => match &self.members(*group)[..] {
                [] => return,
                members => Some(one_of(side, members)),
            },
        };
        rules.rule(chain, peer.into_iter().chain(of_protocol(rule.protocol)).chain([accept()]));
    }

    fn members(&self, group: usize) -> Vec<Ipv4Addr> {
        let has = |way: &Way| matches!(way, Way::Guarded(groups) if groups.contains(&group));
        self.network
            .interfaces
            .iter()
            .filter(|interface| has(&interface.way))
            .map(|interface| interface.ip)
            .collect()
    }

    /// A NAT gateway sends on connections that the VPC opens as if it opened them itself, and lets
    /// nothing in but the answers. It has to be in a subnet that leads to the internet gateway,
    /// so it does not send on what comes from another one. Source: Amazon VPC User Guide, "NAT
    /// gateway basics", and "Troubleshoot NAT gateways".
    pub(super) fn nat_rules(&self) -> Ruleset {
        let interfaces = self.network.interfaces.iter();
        let nats: Vec<_> =
            interfaces.filter(|one| one.way == Way::Nat).map(|interface| interface.ip).collect();
        let mut rules = Ruleset::new();
        rules.hooked("forward", Hook::FORWARD);
        rules.rule("forward", [answers(), accept()]);
        self.refuse(&mut rules, "forward", Protocol::All, &[one_of("saddr", &nats)]);
        for range in &self.network.ranges {
            rules.rule("forward", within("saddr", *range).into_iter().chain([opening(), accept()]));
        }
        self.refuse(&mut rules, "forward", Protocol::All, &[]);
        rules.hooked("translation", Hook::TRANSLATION);
        if self.refusal == Refusal::Rejected {
            rules.rule(
                "translation",
                [through("oifname", ROUTER), from_ports(LOW), masquerade(LOWEST)],
            );
            rules.rule(
                "translation",
                [through("oifname", ROUTER), from_ports(HIGH), masquerade(HIGHEST)],
            );
        } else {
            rules
                .rule("translation", [through("oifname", ROUTER), of_tcp(), masquerade(NAT_PORTS)]);
        }
        rules
    }

    /// The internet gateway: one public address for each private one that has one, and nothing else
    /// passes. Source: Amazon VPC User Guide, "Enable internet access for a VPC using an
    /// internet gateway".
    pub(super) fn translation_rules(&self) -> Ruleset {
        let interfaces = self.network.interfaces.iter();
        let pairs: Vec<_> =
            interfaces.filter_map(|interface| Some((interface.public?, interface.ip))).collect();
        let (public, private): (Vec<_>, Vec<_>) = pairs.iter().copied().unzip();
        let out: Vec<_> = pairs.iter().map(|(public, private)| (*private, *public)).collect();
        let mut rules = Ruleset::new();
        rules.hooked("arrival", Hook::ARRIVAL);
        rules.hooked("forward", Hook::FORWARD);
        rules.hooked("departure", Hook::DEPARTURE);
        if !pairs.is_empty() {
            rules.rule(
                "arrival",
                [
                    through("iifname", INTERNET),
                    one_of("daddr", &public),
                    mark(),
                    translate("daddr", &pairs),
                ],
            );
            rules.rule("forward", [through("iifname", INTERNET), marked(), accept()]);
            rules.rule(
                "forward",
                [through("oifname", INTERNET), one_of("saddr", &private), accept()],
            );
            rules.rule(
                "departure",
                [through("oifname", INTERNET), one_of("saddr", &private), translate("saddr", &out)],
            );
        }
        self.refuse(&mut rules, "forward", Protocol::All, &[]);
        rules
    }

    /// What is refused is dropped; for probes, the sender of a TCP packet is told.
    fn refuse(&self, rules: &mut Ruleset, chain: &str, protocol: Protocol, matched: &[Value]) {
        let is_told = self.refusal == Refusal::Rejected
            && matches!(protocol, Protocol::All | Protocol::Tcp(_));
        if is_told {
            rules.rule(chain, matched.iter().cloned().chain([reset()]));
        }
        rules.rule(chain, matched.iter().cloned().chain([drop()]));
    }
}

fn acl_chain(place: usize, egress: bool) -> String {
    format!("{}-{place}", if egress { "out-of" } else { "into" })
}

/// Ports are chosen for what has ports.
fn of_tcp() -> Value {
    from_ports(PortRange { from: 1, to: u16::MAX })
}
