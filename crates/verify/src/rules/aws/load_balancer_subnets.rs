//! A load balancer has one subnet in each of its zones.
//!
//! ## Why
//!
//! `A load balancer cannot be attached to multiple subnets in the same Availability Zone`: AWS says
//! so when the load balancer is made. A plan accepts any list.
//!
//! ## Example
//!
//! ```hcl
//! resource "aws_subnet" "public_a" {
//!   availability_zone = "us-east-1a"
//! }
//!
//! resource "aws_subnet" "public_b" {
//!   availability_zone = "us-east-1a"
//! }
//!
//! resource "aws_lb" "payments" {
//!   subnets = [aws_subnet.public_a.id, aws_subnet.public_b.id]
//! }
//! ```
//!
//! ## Fix
//!
//! Give the load balancer one public subnet in each zone.
//!
//! ```hcl
//! resource "aws_subnet" "public_b" {
//!   availability_zone = "us-east-1b"
//! }
//! ```
//!
//! ## Source
//!
//! - [CreateLoadBalancer](https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateLoadBalancer.html)
//! - [Subnets for your load balancer](https://docs.aws.amazon.com/elasticloadbalancing/latest/application/application-load-balancers.html#subnets-load-balancer)

use std::collections::HashMap;

use crate::aws::network::zone_of;
use crate::{Check, Links, Resource};

rule! { Error, AnyStack, ["ALL-7", "APP-3"] }

fn check(check: &mut Check) {
    for balancer in check.all("aws_lb") {
        let (subnets, mappings) = (balancer.at("subnets"), balancer.at("subnet_mapping"));
        let each: Vec<_> = mappings
            .items()
            .iter()
            .map(|mapping| mapping.at("subnet_id").link("aws_subnet"))
            .collect();
        let (place, links) = if each.is_empty() {
            (subnets.clone(), vec![subnets.links("aws_subnet")])
        } else {
            (mappings, each)
        };
        if let Some(ambiguous) = links.iter().find_map(|links| links.ambiguous.as_ref()) {
            check.unknown(&place, ambiguous);
            continue;
        }
        // Of a list that is filtered, a plan shows what is filtered too.
        if links.iter().any(|links| links.may_be_filtered || links.is_picked) {
            continue;
        }
        let subnets: Vec<_> = links.iter().flat_map(Links::resources).collect();
        match twice(&subnets) {
            Some((one, other, zone)) => {
                check.fail(
                    &place,
                    format!("{} and {} are both in {zone}", one.address(), other.address()),
                );
            }
            None if subnets.iter().all(|subnet| zone_of(*subnet).is_some())
                && !subnets.is_empty() =>
            {
                check.pass(&place)
            }
            None => {}
        }
    }
}

/// Two subnets of one zone.
fn twice<'a>(subnets: &[Resource<'a>]) -> Option<(Resource<'a>, Resource<'a>, &'a str)> {
    let mut by_zone: HashMap<&str, Resource> = HashMap::new();
    subnets.iter().find_map(|subnet| {
        let zone = zone_of(*subnet)?;
        by_zone.insert(zone, *subnet).map(|other| (other, *subnet, zone))
    })
}
