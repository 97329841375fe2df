//! No network ACL lets everyone in to SSH or Remote Desktop.
//!
//! ## Why
//!
//! A security group that is opened by mistake is all that stands between a machine and the world
//! where the network ACL lets everything through. The ACL is the second lock, and needs no entry
//! for ports 22 and 3389 from everywhere. Entries are evaluated in the order of their numbers; the
//! first match decides.
//!
//! An entry for the responses to calls from within, such as 1024 to 65535, is not a finding: ACLs
//! are stateless.
//!
//! ## Example
//!
//! ```hcl
//! resource "aws_network_acl" "app" {
//!   ingress {
//!     rule_no    = 100
//!     action     = "allow"
//!     protocol   = "-1"
//!     cidr_block = "0.0.0.0/0"
//!     from_port  = 0
//!     to_port    = 0
//!   }
//! }
//! ```
//!
//! ## Fix
//!
//! Let in only the ports of services and of responses, or deny 22 and 3389 first.
//!
//! ```hcl
//! resource "aws_network_acl" "app" {
//!   ingress {
//!     rule_no    = 100
//!     action     = "allow"
//!     protocol   = "tcp"
//!     cidr_block = "0.0.0.0/0"
//!     from_port  = 443
//!     to_port    = 443
//!   }
//! }
//! ```
//!
//! ## Source
//!
//! - [Network ACLs](https://docs.aws.amazon.com/vpc/latest/userguide/vpc-network-acls.html)
//! - [Security Hub control EC2.21](https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html)

use std::ops::RangeInclusive;

use crate::Check;
use crate::aws::network::{AclEntry, acl_entries};

rule! { Warning, AnyStack, ["NET-3"] }

const PORTS: [(u16, &str); 2] = [(22, "SSH"), (3389, "Remote Desktop")];
/// Wider than any range of private addresses.
const WORLD: u8 = 7;

fn check(check: &mut Check) {
    let entries = acl_entries(check.inventory());
    for acl in check.all_of(&["aws_network_acl", "aws_default_network_acl"]) {
        let mut own: Vec<_> =
            entries.iter().filter(|entry| entry.acl == Some(acl) && !entry.egress).collect();
        own.sort_by_key(|entry| entry.number.number().known().map(|number| number as u64));
        let found: Vec<_> =
            PORTS.iter().map(|(port, name)| (first(&own, *port), name, port)).collect();
        if let Some((entry, name, port)) =
            found.iter().find_map(|(first, name, port)| match first {
                First::Allows(entry) => Some((entry, name, port)),
                _ => None,
            })
        {
            check.fail(&entry.place, format_args!("lets everyone in to {name} on port {port}"));
        } else if let Some(entry) = found.iter().find_map(|(first, ..)| match first {
            First::Unknown(entry) => Some(entry),
            _ => None,
        }) {
            check.known_later(&entry.place);
        } else {
            check.pass(&acl.root());
        }
    }
}

/// The first entry that decides whether everyone gets to a port.
enum First<'e, 'a> {
    Allows(&'e AclEntry<'a>),
    Refuses,
    Unknown(&'e AclEntry<'a>),
}

fn first<'e, 'a>(entries: &[&'e AclEntry<'a>], port: u16) -> First<'e, 'a> {
    for entry in entries {
        let is_known = entry.place.at("protocol").string().known().is_some();
        match (entry.net(), entry.tcp_ports()) {
            (Some(net), _) if net.prefix_len() > WORLD => {}
            (Some(_), Some(ports)) if is_for_answers(&ports) => {}
            (Some(_), Some(ports)) if ports.contains(&port) && entry.allows() => {
                return First::Allows(entry);
            }
            (Some(_), Some(ports)) if ports.contains(&port) => return First::Refuses,
            (Some(_), _) if is_known => {}
            (None, Some(ports)) if !ports.contains(&port) || !entry.allows() => {}
            _ => return First::Unknown(entry),
        }
    }
    First::Refuses
}

/// The ports that callers of Linux and of NAT gateways choose from: an entry for all of them is one
/// for answers.
fn is_for_answers(ports: &RangeInclusive<u16>) -> bool {
    *ports.start() >= 1024 && *ports.start() <= 32768 && *ports.end() >= 60999
}
