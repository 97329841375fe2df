//! What serves a stack is in every zone that the stack uses.
//!
//! ## Why
//!
//! A stack that uses three zones should lose a third of itself with a zone. A load balancer, proxy
//! or endpoint in two of them makes the third depend on the other two: the loss of one of them
//! leaves a single one, and the loss of both leaves a zone that still runs and cannot be reached.
//!
//! ## Example
//!
//! ```hcl
//! resource "aws_lb" "payments" {
//!   subnets = [aws_subnet.public_a.id, aws_subnet.public_b.id] # the tasks run in us-east-1c too
//! }
//! ```
//!
//! ## Fix
//!
//! Give it a subnet in each zone in which the stack has tasks or functions.
//!
//! ```hcl
//! resource "aws_lb" "payments" {
//!   subnets = [aws_subnet.public_a.id, aws_subnet.public_b.id, aws_subnet.public_c.id]
//! }
//! ```
//!
//! ## Source
//!
//! - [AWS Well-Architected, REL10-BP01: deploy the workload to multiple locations](https://docs.aws.amazon.com/wellarchitected/latest/reliability-pillar/rel_fault_isolation_multiaz_region_system.html)
//! - [AWS Well-Architected, REL11-BP05: use static stability](https://docs.aws.amazon.com/wellarchitected/latest/reliability-pillar/rel_withstand_component_failures_static_stability.html)

use std::collections::{BTreeSet, HashMap};

use crate::Check;
use crate::aws::network::{ZonePlacement, list};
use crate::loss::Zonal;

rule! { Warning, AnyStack, ["APP-3", "NET-1", "ALL-1"] }

/// Types that work in every zone in which they have a part.
const KINDS: [&str; 8] = [
    "aws_autoscaling_group",
    "aws_db_proxy",
    "aws_ecs_service",
    "aws_eks_node_group",
    "aws_elb",
    "aws_lambda_function",
    "aws_lb",
    "aws_vpc_endpoint",
];

fn check(check: &mut Check) {
    let inventory = check.inventory();
    let all =
        Zonal::all(inventory).into_iter().filter(|zonal| KINDS.contains(&zonal.resource.kind()));
    let all: Vec<_> = all.map(|zonal| (zonal.resource, zonal.placement)).collect();
    let mut used: HashMap<String, BTreeSet<&str>> = HashMap::new();
    for (resource, placement) in &all {
        // An endpoint serves other resources, so its zones do not show where they are.
        if resource.kind() != "aws_vpc_endpoint" {
            used.entry(network_of(placement)).or_default().extend(placement.zones());
        }
    }
    for (resource, placement) in &all {
        let zones = placement.zones();
        let none = BTreeSet::new();
        let missing = used.get(&network_of(placement)).unwrap_or(&none).difference(&zones).copied();
        let missing: Vec<_> = missing.collect();
        // Another rule reports what is in one zone only, or in zones that are not known.
        if zones.len() < 2 || placement.incomplete.is_some() {
            continue;
        }
        match missing[..] {
            [] => check.pass(&resource.root()),
            _ => check.fail(
                &resource.root(),
                format_args!("is in {}, not in {}", list(zones), list(missing)),
            ),
        }
    }
}

/// The VPC of something that is in subnets.
fn network_of(placement: &ZonePlacement) -> String {
    let Some((subnet, _)) = placement.subnets.first() else { return String::new() };
    let vpc = subnet.at("vpc_id");
    let known = || vpc.string().known().unwrap_or_default().to_owned();
    vpc.link("aws_vpc").one().map_or_else(known, |vpc| vpc.address().to_owned())
}
