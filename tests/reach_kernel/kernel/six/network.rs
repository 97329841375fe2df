//! The small network, and all that differ from it in one rule or entry.

use std::net::Ipv6Addr;

use serde::{Deserialize, Serialize};

/// Where answers of Linux go to. Source: Amazon VPC User Guide, "Network ACLs", "Ephemeral ports".
pub const EPHEMERAL: [u16; 2] = [32_768, 60_999];

/// How a rule of a security group is written.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Notation {
    Block,
    Rule,
    Single,
}

/// Whom a rule of a security group is about.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Other {
    Range(&'static str),
    Group(&'static str),
    Itself,
    List,
}

/// A rule of a security group.
#[derive(Debug, Clone, Copy)]
pub struct Rule {
    pub group: &'static str,
    pub egress: bool,
    pub protocol: &'static str,
    pub ports: (u16, u16),
    pub other: Other,
    pub notation: Notation,
}

/// An entry of a network ACL.
#[derive(Debug, Clone, Copy)]
pub struct Entry {
    pub number: u16,
    pub egress: bool,
    pub allows: bool,
    pub protocol: &'static str,
    pub ports: (u16, u16),
    pub range: &'static str,
}

/// Hosts: name, subnet, last part of the address, group.
pub const HOSTS: [(&str, usize, u16, &str); 4] = [
    ("client", 0, 0x10, "callers"),
    ("server", 1, 0x10, "servers"),
    ("twin", 1, 0x20, "servers"),
    ("stranger", 0, 0x20, "others"),
];
/// The ranges of the subnets, of either family.
pub const SUBNETS: [&str; 2] = ["2600:1f18:aaaa:1::/64", "2600:1f18:aaaa:2::/64"];
pub const V4: [&str; 2] = ["10.8.1.0/24", "10.8.2.0/24"];
/// What the prefix list has.
pub const LISTED: &str = "2600:1f18:aaaa:1::10/128";

const RULES: [Rule; 9] = [
    Rule {
        group: "callers",
        egress: true,
        protocol: "-1",
        ports: (0, 0),
        other: Other::Range("::/0"),
        notation: Notation::Block,
    },
    Rule {
        group: "others",
        egress: true,
        protocol: "tcp",
        ports: (0, 65535),
        other: Other::Range("2600:1f18:aaaa:2::/64"),
        notation: Notation::Single,
    },
    Rule {
        group: "servers",
        egress: true,
        protocol: "tcp",
        ports: (9000, 9000),
        other: Other::Itself,
        notation: Notation::Rule,
    },
    Rule {
        group: "servers",
        egress: false,
        protocol: "tcp",
        ports: (443, 443),
        other: Other::Group("callers"),
        notation: Notation::Block,
    },
    Rule {
        group: "servers",
        egress: false,
        protocol: "udp",
        ports: (53, 54),
        other: Other::Range("2600:1f18:aaaa:1::/64"),
        notation: Notation::Rule,
    },
    Rule {
        group: "servers",
        egress: false,
        protocol: "tcp",
        ports: (8000, 8010),
        other: Other::List,
        notation: Notation::Single,
    },
    Rule {
        group: "servers",
        egress: false,
        protocol: "tcp",
        ports: (9000, 9000),
        other: Other::Itself,
        notation: Notation::Rule,
    },
    // Of the other family: it is for nobody here.
    Rule {
        group: "servers",
        egress: false,
        protocol: "tcp",
        ports: (22, 22),
        other: Other::Range("0.0.0.0/0"),
        notation: Notation::Single,
    },
    Rule {
        group: "callers",
        egress: false,
        protocol: "tcp",
        ports: (7000, 7000),
        other: Other::Group("servers"),
        notation: Notation::Rule,
    },
];

/// The entries of the ACL of the second subnet; that of the first lets everything through.
const ENTRIES: [Entry; 8] = [
    Entry {
        number: 90,
        egress: false,
        allows: false,
        protocol: "tcp",
        ports: (8005, 8005),
        range: "2600:1f18:aaaa:1::/64",
    },
    Entry {
        number: 100,
        egress: false,
        allows: true,
        protocol: "tcp",
        ports: (22, 9000),
        range: "::/0",
    },
    Entry {
        number: 110,
        egress: false,
        allows: true,
        protocol: "udp",
        ports: (53, 53),
        range: "2600:1f18:aaaa:1::/64",
    },
    Entry {
        number: 120,
        egress: false,
        allows: true,
        protocol: "-1",
        ports: (0, 0),
        range: "0.0.0.0/0",
    },
    Entry {
        number: 100,
        egress: true,
        allows: true,
        protocol: "tcp",
        ports: (EPHEMERAL[0], EPHEMERAL[1]),
        range: "::/0",
    },
    Entry {
        number: 110,
        egress: true,
        allows: true,
        protocol: "udp",
        ports: (1024, 65535),
        range: "2600:1f18:aaaa:1::/64",
    },
    Entry {
        number: 120,
        egress: true,
        allows: true,
        protocol: "tcp",
        ports: (7000, 9000),
        range: "2600:1f18:aaaa::/56",
    },
    Entry {
        number: 130,
        egress: true,
        allows: true,
        protocol: "-1",
        ports: (0, 0),
        range: "0.0.0.0/0",
    },
];

/// A network: which rules and entries of all it has.
#[derive(Debug, Clone)]
pub struct Small {
    pub name: String,
    pub rules: Vec<Rule>,
    pub entries: Vec<Entry>,
}

/// The whole, and all that differ from it in one rule or entry.
pub fn networks() -> Vec<Small> {
    let whole =
        Small { name: "whole".to_owned(), rules: RULES.to_vec(), entries: ENTRIES.to_vec() };
    let mut all = vec![whole.clone()];
    for (place, rule) in RULES.iter().enumerate() {
        let mut without = Small { name: format!("without {rule:?}"), ..whole.clone() };
        without.rules.remove(place);
        let mut turned = Small { name: format!("other protocol {rule:?}"), ..whole.clone() };
        turned.rules[place].protocol = if rule.protocol == "udp" { "tcp" } else { "udp" };
        all.extend([without, turned]);
    }
    for (place, entry) in ENTRIES.iter().enumerate() {
        let mut without = Small { name: format!("without {entry:?}"), ..whole.clone() };
        without.entries.remove(place);
        let mut turned = Small { name: format!("turned {entry:?}"), ..whole.clone() };
        turned.entries[place].allows = !entry.allows;
        let mut narrow = Small { name: format!("half the ports {entry:?}"), ..whole.clone() };
        let (from, to) = entry.ports;
        narrow.entries[place].ports = (from, from + (to - from) / 2);
        all.extend([without, turned, narrow]);
    }
    all
}

/// Of a host.
pub fn address(host: usize) -> Ipv6Addr {
    let (_, subnet, last, _) = HOSTS[host];
    let mut segments = [0x2600, 0x1f18, 0xaaaa, subnet as u16 + 1, 0, 0, 0, 0];
    segments[7] = last;
    segments.into()
}

/// One flow that is asked of: from a host to another one.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
pub struct Flow {
    pub from: usize,
    pub to: usize,
    pub is_udp: bool,
    pub port: u16,
}

/// What is asked: from each host to each other, at each port that something begins at or ends
/// before.
pub fn flows(small: &Small) -> Vec<Flow> {
    let ports = small
        .rules
        .iter()
        .map(|rule| rule.ports)
        .chain(small.entries.iter().map(|entry| entry.ports));
    let mut ports: Vec<u16> =
        ports.flat_map(|(from, to)| [from.max(1), to.saturating_add(1)]).chain([53, 443]).collect();
    ports.retain(|port| *port < 32_000);
    ports.sort_unstable();
    ports.dedup();
    let mut flows = Vec::new();
    for from in 0..HOSTS.len() {
        for to in (0..HOSTS.len()).filter(|to| *to != from) {
            for is_udp in [false, true] {
                flows.extend(ports.iter().map(|port| Flow { from, to, is_udp, port: *port }));
            }
        }
    }
    flows
}
