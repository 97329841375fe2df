//! The instance that is next to take over is of the writer's class.
//!
//! ## Why
//!
//! Aurora promotes the reader of the lowest promotion tier. If that is smaller than the writer was,
//! the failover succeeds, and then the load brings the new writer down.
//!
//! ## Example
//!
//! ```hcl
//! resource "aws_rds_cluster_instance" "b" {
//!   instance_class = "db.t4g.medium" # the writer has db.r7g.large
//!   promotion_tier = 1
//! }
//! ```
//!
//! ## Fix
//!
//! Give every candidate the writer's class; smaller readers, for reports, get a higher
//! `promotion_tier` than a candidate of the same class.
//!
//! ```hcl
//! resource "aws_rds_cluster_instance" "b" {
//!   instance_class = "db.r7g.large"
//!   promotion_tier = 1
//! }
//! ```
//!
//! ## Source
//!
//! - [Fault tolerance for an Aurora DB cluster](https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Concepts.AuroraHighAvailability.html)

use crate::Check;
use crate::loss::{Cluster, Instance};

rule! { Error, AnyStack, ["DB-2"] }

fn check(check: &mut Check) {
    for cluster in Cluster::all(check.inventory()) {
        let Some(first) = cluster.instances.iter().map(|instance| instance.tier).min() else {
            continue;
        };
        for writer in cluster.instances.iter().filter(|instance| instance.tier == first) {
            let others =
                || cluster.instances.iter().filter(|other| other.resource != writer.resource);
            let Some(next) = others().map(|other| other.tier).min() else { continue };
            let next: Vec<_> = others().filter(|other| other.tier == next).collect();
            check_classes(check, writer, &next);
        }
    }
}

/// Among candidates of one tier AWS promotes the largest, so one of the writer's class is enough.
fn check_classes<'a>(check: &mut Check<'a>, writer: &Instance<'a>, next: &[&Instance<'a>]) {
    let class = |instance: &Instance<'a>| instance.class.unwrap_or("a class that is not known");
    let Some(candidate) = next.iter().find(|other| other.class == writer.class).or(next.first())
    else {
        return;
    };
    let place = candidate.resource.at("instance_class");
    match (candidate.class, writer.class) {
        (Some(one), Some(other)) if one == other => check.pass(&place),
        (Some(_), Some(_)) => {
            let (candidate, writer_class, writer) =
                (class(candidate), class(writer), writer.resource.address());
            check.fail(
                &place,
                format_args!(
                    "is next to take over with {candidate}, where {writer} has {writer_class}"
                ),
            );
        }
        _ => check.unknown(&place, "a class is known only after the apply"),
    }
}
