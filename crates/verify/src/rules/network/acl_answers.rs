//! A network ACL that lets requests through lets their responses through in the other direction.
//!
//! ## Why
//!
//! Network ACLs are stateless: the response to a request is a packet like any other, to the port
//! that the client called from, between 1024 and 65535. With an ACL that lets requests in and no
//! responses out, or the other way round, every connection hangs.
//!
//! ## Example
//!
//! ```hcl
//! resource "aws_network_acl_rule" "https_in" {
//!   network_acl_id = aws_network_acl.app.id
//!   rule_number    = 100
//!   protocol       = "tcp"
//!   rule_action    = "allow"
//!   cidr_block     = "10.0.0.0/16"
//!   from_port      = 443
//!   to_port        = 443
//! }
//! ```
//!
//! ## Fix
//!
//! Add an entry for ports 1024 to 65535 in the other direction, for the same addresses.
//!
//! ```hcl
//! resource "aws_network_acl_rule" "answers_out" {
//!   network_acl_id = aws_network_acl.app.id
//!   egress         = true
//!   rule_number    = 100
//!   protocol       = "tcp"
//!   rule_action    = "allow"
//!   cidr_block     = "10.0.0.0/16"
//!   from_port      = 1024
//!   to_port        = 65535
//! }
//! ```
//!
//! ## Source
//!
//! - [Custom network ACLs and ephemeral ports](https://docs.aws.amazon.com/vpc/latest/userguide/custom-network-acl.html)

use std::collections::HashMap;
use std::ops::RangeInclusive;

use crate::Check;
use crate::aws::network::{AclEntry, acl_entries};

rule! { Error, AnyStack, ["NET-3"] }

/// The ports that clients call from, of most kernels of Linux; load balancers, NAT gateways and
/// functions take from 1024 on. Source: VPC User Guide, "Network ACLs", "Ephemeral ports".
const EPHEMERAL: RangeInclusive<u16> = 32768..=60999;

fn check(check: &mut Check) {
    let entries = acl_entries(check.inventory());
    let mut acls: HashMap<&str, Vec<&AclEntry>> = HashMap::new();
    for entry in entries.iter().filter(|entry| entry.allows()) {
        if let Some(acl) = entry.acl {
            acls.entry(acl.address()).or_default().push(entry);
        }
    }
    for entry in entries.iter().filter(|entry| entry.allows() && is_call(entry)) {
        let Some(others) = entry.acl.and_then(|acl| acls.get(acl.address())) else { continue };
        let answers = |other: &&&AclEntry| {
            other.egress != entry.egress && other.meets(entry) && lets_answers(other)
        };
        match others.iter().find(answers) {
            Some(_) => check.pass(&entry.place),
            None => check.fail(&entry.place, reason(entry)),
        }
    }
}

/// An entry for ports that something listens on, rather than for answers.
fn is_call(entry: &AclEntry) -> bool {
    entry.tcp_ports().is_some_and(|ports| !EPHEMERAL.contains(ports.start()) && !covers(&ports))
}

fn lets_answers(entry: &AclEntry) -> bool {
    entry.tcp_ports().is_some_and(|ports| covers(&ports))
}

fn covers(ports: &RangeInclusive<u16>) -> bool {
    ports.contains(EPHEMERAL.start()) && ports.contains(EPHEMERAL.end())
}

fn reason(entry: &AclEntry) -> String {
    let (direction, back) = if entry.egress { ("out", "in") } else { ("in", "out") };
    let net = entry.net().map_or_else(|| "that range".to_owned(), |net| net.to_string());
    let ports = entry.tcp_ports().unwrap_or(EPHEMERAL);
    let (from, to) = (ports.start(), ports.end());
    let ports = if from == to { format!("port {from}") } else { format!("ports {from} to {to}") };
    format!(
        "lets requests {direction} to {ports}, but no entry lets the responses {back} to the \
         ephemeral ports of {net}"
    )
}
