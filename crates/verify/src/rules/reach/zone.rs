//! No connection depends on a zone that neither of its ends is in.
//!
//! ## Why
//!
//! When a zone is lost, a task in another zone is of no use if its connections go through the lost
//! zone: to an endpoint that is only there, to a database whose only subnet is there, or out
//! through its NAT gateway. The rule follows every connection that the stack needs again
//! for each lost zone.
//!
//! ## Example
//!
//! ```hcl
//! resource "aws_vpc_endpoint" "logs" {
//!   service_name        = "com.amazonaws.us-east-1.logs"
//!   vpc_endpoint_type   = "Interface"
//!   private_dns_enabled = true
//!   subnet_ids          = [aws_subnet.app_a.id] # the tasks are in three zones
//! }
//! ```
//!
//! ## Fix
//!
//! Put a part of what is called, and of each gateway on the path, into every zone that calls it.
//!
//! ```hcl
//! resource "aws_vpc_endpoint" "logs" {
//!   service_name        = "com.amazonaws.us-east-1.logs"
//!   vpc_endpoint_type   = "Interface"
//!   private_dns_enabled = true
//!   subnet_ids          = [aws_subnet.app_a.id, aws_subnet.app_b.id, aws_subnet.app_c.id]
//! }
//! ```
//!
//! ## Source
//!
//! - [AWS Well-Architected, REL10-BP01: Deploy the workload to multiple locations](https://docs.aws.amazon.com/wellarchitected/latest/reliability-pillar/rel_fault_isolation_multiaz_region_system.html)
//! - [NAT gateway basics: a NAT gateway in each Availability Zone](https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateway-basics.html)

use std::collections::BTreeSet;

use indexmap::IndexMap;

use crate::aws::network::Subnet;
use crate::reach::{Peer, Severed, Verdict};
use crate::{Check, Resource};

rule! { Error, AnyStack, ["ALL-5", "ALL-8"] }

fn check(check: &mut Check) {
    let reach = check.reach();
    let zones: BTreeSet<_> = Subnet::all(check.inventory()).filter_map(Subnet::zone).collect();
    // Each way through a zone is said once, however many flows take it.
    let mut ways: IndexMap<(Resource, &str), Vec<Severed>> = IndexMap::new();
    for zone in &zones {
        for severed in reach.severed(&[zone]) {
            let gateway = severed.through.answer.hops().iter().find(|hop| hop.zone == Some(zone));
            let gateway = gateway.and_then(|hop| hop.by.first()).map(|route| route.resource());
            let called = || match severed.through.to {
                Peer::Interface(id) => Some(reach.network.interface(id).resource),
                _ => None,
            };
            let Some(what) = gateway.or_else(called) else { continue };
            ways.entry((what, zone)).or_default().push(severed);
        }
    }
    let severed: BTreeSet<_> =
        ways.values().flatten().map(|severed| severed.flow.to_string()).collect();
    for ((what, zone), severed) in &ways {
        let Some(first) = severed.first() else { continue };
        let flows: BTreeSet<_> = severed.iter().map(|severed| severed.flow.to_string()).collect();
        let others = match flows.len() {
            1 => String::new(),
            2 => ", nor is another flow possible".to_owned(),
            more => format!(", nor are {} other flows possible", more - 1),
        };
        let (from, flow) = (first.from.name(&reach.network), first.flow);
        let (to, port) = (&flow.to, flow.port);
        check.fail(
            &what.root(),
            format_args!("without {zone}, {from} does not reach {to} on port {port}{others}"),
        );
    }
    for flow in reach.flows.iter().filter(|flow| flow.verdict() == Verdict::Open) {
        if let Some(place) = flow.by.as_ref().filter(|_| !severed.contains(&flow.to_string())) {
            check.pass(place);
        }
    }
}
