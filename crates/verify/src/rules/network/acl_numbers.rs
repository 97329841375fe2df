//! Every entry of a network ACL has a number of its own, from 1 to 32766.
//!
//! ## Why
//!
//! AWS refuses other numbers, and a number that another entry of the same direction has already,
//! but only during the apply.
//!
//! ## Example
//!
//! ```hcl
//! resource "aws_network_acl_rule" "https_in" {
//!   network_acl_id = aws_network_acl.app.id
//!   rule_number    = 40000
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
//! Number the entries of each direction from 100 on, in steps of 10.
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
//! ## Source
//!
//! - [CreateNetworkAclEntry: RuleNumber](https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateNetworkAclEntry.html)
//! - [Network ACL rules](https://docs.aws.amazon.com/vpc/latest/userguide/nacl-rules.html)

use std::collections::{HashMap, HashSet};

use crate::aws::network::acl_entries;
use crate::planned::Planned::{Absent, Known, Unknown};
use crate::{AttributePath, Check, Resource};

rule! { Error, AnyStack, ["NET-3", "ALL-7"] }

/// Source: EC2 API Reference, `CreateNetworkAclEntry`, `RuleNumber`: 32767 and above are AWS's own.
const HIGHEST: f64 = 32766.0;

fn check(check: &mut Check) {
    let mut taken: HashMap<(Option<&str>, bool), HashSet<u64>> = HashMap::new();
    let entries = acl_entries(check.inventory());
    for entry in &entries {
        let place: &AttributePath = &entry.number;
        match place.number() {
            Known(number) if !(1.0..=HIGHEST).contains(&number) => {
                check.fail(place, format_args!("allowed: 1 to {HIGHEST}"));
            }
            Known(number) => {
                let is_new = taken
                    .entry((entry.acl.map(Resource::address), entry.egress))
                    .or_default()
                    .insert(number as u64);
                let direction = if entry.egress { "out" } else { "in" };
                match (entry.acl, is_new) {
                    (Some(acl), false) => {
                        check.fail(
                            place,
                            format_args!(
                                "another entry of {} has it too, for the way {direction}",
                                acl.address()
                            ),
                        );
                    }
                    _ => check.pass(place),
                }
            }
            Unknown | Absent => check.known_later(place),
        }
    }
}
