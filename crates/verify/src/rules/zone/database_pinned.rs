//! Each database instance has a zone and a place in the order of promotion of its own.
//!
//! ## Why
//!
//! If AWS chooses the zones, two instances may share one; if two share a tier, AWS also chooses
//! which one takes over. Auditors want to see both in the plan.
//!
//! ## Example
//!
//! ```hcl
//! resource "aws_rds_cluster_instance" "b" {
//!   cluster_identifier = aws_rds_cluster.payments.id
//! }
//! ```
//!
//! ## Fix
//!
//! Give each instance its own `availability_zone` and `promotion_tier`.
//!
//! ```hcl
//! resource "aws_rds_cluster_instance" "b" {
//!   cluster_identifier = aws_rds_cluster.payments.id
//!   availability_zone  = "us-east-1b"
//!   promotion_tier     = 1
//! }
//! ```
//!
//! ## Source
//!
//! - [Fault tolerance for an Aurora DB cluster](https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Concepts.AuroraHighAvailability.html)

use crate::Check;
use crate::loss::{Cluster, Instance};

rule! { Error, Paytf, ["DB-1", "DB-2"] }

fn check(check: &mut Check) {
    for cluster in Cluster::all(check.inventory()) {
        for instance in &cluster.instances {
            let place = instance.resource.at("availability_zone");
            let same = |other: &&Instance| {
                other.resource != instance.resource && other.zone == instance.zone
            };
            match cluster.instances.iter().find(same) {
                _ if instance.zone.is_none() => check.fail(&place, "AWS chooses its zone"),
                Some(other) => check
                    .fail(&place, format_args!("{} is in the same zone", other.resource.address())),
                None => check.pass(&place),
            }
            let place = instance.resource.at("promotion_tier");
            let same = |other: &&Instance| {
                other.resource != instance.resource && other.tier == instance.tier
            };
            match cluster.instances.iter().find(same) {
                Some(other) => check.fail(
                    &place,
                    format_args!("{} has the same promotion tier", other.resource.address()),
                ),
                None => check.pass(&place),
            }
        }
    }
}
