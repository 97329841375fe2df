//! [`Ruleset`]: what a namespace filters and translates, in the JSON of `nft`.
//! Source: libnftables-json(5).

use std::net::Ipv4Addr;

use ipnet::Ipv4Net;
use serde_json::{Value, json};

use crate::network::{PortRange, Protocol};
use crate::{Namespace, Result};

const TABLE: &str = "fabric";

/// All rules of a namespace.
#[derive(Debug, Clone, PartialEq)]
pub struct Ruleset(Vec<Value>);

/// Where in a packet's way a chain is.
#[derive(Debug, Clone, Copy)]
pub struct Hook {
    kind: &'static str,
    hook: &'static str,
    priority: i32,
    policy: &'static str,
}

impl Hook {
    pub const INPUT: Self = Self { kind: "filter", hook: "input", priority: 0, policy: "drop" };
    pub const OUTPUT: Self = Self { kind: "filter", hook: "output", priority: 0, policy: "drop" };
    pub const FORWARD: Self = Self { kind: "filter", hook: "forward", priority: 0, policy: "drop" };
    /// Before anything else is done to a packet that comes in.
    pub const ARRIVAL: Self =
        Self { kind: "filter", hook: "prerouting", priority: -300, policy: "accept" };
    /// After all else that is done to a packet that goes out.
    pub const DEPARTURE: Self =
        Self { kind: "filter", hook: "postrouting", priority: 300, policy: "accept" };
    pub const TRANSLATION: Self =
        Self { kind: "nat", hook: "postrouting", priority: 100, policy: "accept" };
}

impl Ruleset {
    pub fn new() -> Self {
        Self(vec![
            json!({"flush": {"ruleset": null}}),
            json!({"add": {"table": {"family": "ip", "name": TABLE}}}),
        ])
    }

    /// A chain that others lead to.
    pub fn chain(&mut self, name: &str) {
        self.0.push(json!({"add": {"chain": {"family": "ip", "table": TABLE, "name": name}}}));
    }

    /// A chain that packets come to by themselves.
    pub fn hooked(&mut self, name: &str, hook: Hook) {
        let Hook { kind, hook, priority, policy } = hook;
        self.0.push(json!({"add": {"chain": {
            "family": "ip", "table": TABLE, "name": name, "type": kind, "hook": hook,
            "prio": priority, "policy": policy,
        }}}));
    }

    pub fn rule(&mut self, chain: &str, statements: impl IntoIterator<Item = Value>) {
        let statements: Vec<_> = statements.into_iter().collect();
        self.0.push(json!({
            "add": {
                "rule": {"family": "ip", "table": TABLE, "chain": chain, "expr": statements}
            }
        }));
    }

    pub fn apply(&self, namespace: &Namespace) -> Result<()> {
        namespace.feed(
            "nft",
            "nftables",
            &["-j", "-f", "-"],
            &json!({"nftables": self.0}).to_string(),
        )
    }
}

fn matches(left: Value, operator: &str, right: Value) -> Value {
    json!({"match": {"op": operator, "left": left, "right": right}})
}

fn field(protocol: &str, field: &str) -> Value {
    json!({"payload": {"protocol": protocol, "field": field}})
}

/// Of packets of this protocol to these ports.
pub fn of_protocol(protocol: Protocol) -> Option<Value> {
    let to = |name: &str, ports: PortRange| {
        matches(field(name, "dport"), "==", json!({"range": [ports.from, ports.to]}))
    };
    match protocol {
        Protocol::All => None,
        Protocol::Tcp(ports) => Some(to("tcp", ports)),
        Protocol::Udp(ports) => Some(to("udp", ports)),
        Protocol::Other(number) => Some(matches(field("ip", "protocol"), "==", json!(number))),
    }
}

/// `saddr` or `daddr` in a range.
pub fn within(side: &str, range: Ipv4Net) -> Option<Value> {
    let prefix = json!({"prefix": {"addr": range.network(), "len": range.prefix_len()}});
    (range.prefix_len() > 0).then(|| matches(field("ip", side), "==", prefix))
}

/// `saddr` or `daddr` is one of these.
pub fn one_of(side: &str, addresses: &[Ipv4Addr]) -> Value {
    matches(field("ip", side), "==", json!({"set": addresses}))
}

/// `iifname` or `oifname` is this.
pub fn through(which: &str, name: &str) -> Value {
    matches(json!({"meta": {"key": which}}), "==", json!(name))
}

/// `iifname` or `oifname` is not this.
pub fn not_through(which: &str, name: &str) -> Value {
    matches(json!({"meta": {"key": which}}), "!=", json!(name))
}

/// Part of a connection that was let through.
pub fn answers() -> Value {
    matches(json!({"ct": {"key": "state"}}), "in", json!(["established", "related"]))
}

/// The first packet of a connection.
pub fn opening() -> Value {
    matches(json!({"ct": {"key": "state"}}), "in", json!("new"))
}

/// Matches TCP packets from these ports.
pub fn from_ports(ports: PortRange) -> Value {
    matches(field("tcp", "sport"), "==", json!({"range": [ports.from, ports.to]}))
}

pub fn marked() -> Value {
    matches(json!({"meta": {"key": "mark"}}), "==", json!(1))
}

pub fn mark() -> Value {
    json!({"mangle": {"key": {"meta": {"key": "mark"}}, "value": 1}})
}

/// Puts another address in place of the one that a packet has.
pub fn translate(side: &str, addresses: &[(Ipv4Addr, Ipv4Addr)]) -> Value {
    let map: Vec<_> = addresses.iter().map(|(from, to)| json!([from, to])).collect();
    json!({
        "mangle": {
            "key": field("ip", side),
            "value": {"map": {"key": field("ip", side), "data": {"set": map}}}
        }
    })
}

/// Puts the address of this host in place of the sender's, and one of these ports.
pub fn masquerade(ports: PortRange) -> Value {
    json!({"masquerade": {"port": {"range": [ports.from, ports.to]}}})
}

pub fn jump(chain: &str) -> Value {
    json!({"jump": {"target": chain}})
}

pub fn accept() -> Value {
    json!({"accept": null})
}

pub fn drop() -> Value {
    json!({"drop": null})
}

pub fn back() -> Value {
    json!({"return": null})
}

pub fn reset() -> Value {
    json!({"reject": {"type": "tcp reset"}})
}
