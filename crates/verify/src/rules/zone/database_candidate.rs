//! Every database has an instance in another zone that can take over.
//!
//! ## Why
//!
//! Aurora promotes a reader within a minute when the writer or its zone is lost. Without an
//! instance in another zone it has to create a new one, which takes about ten minutes, in which
//! nothing can be written. An RDS instance without a standby is gone until its zone is back,
//! or someone restores it.
//!
//! ## Example
//!
//! ```hcl
//! resource "aws_rds_cluster_instance" "a" {
//!   cluster_identifier = aws_rds_cluster.payments.id
//!   availability_zone  = "us-east-1a"
//! } # and no other instance
//! ```
//!
//! ## Fix
//!
//! Give the cluster an instance in each of three zones, with `availability_zone`; give an RDS
//! instance `multi_az = true`.
//!
//! ```hcl
//! resource "aws_rds_cluster_instance" "b" {
//!   cluster_identifier = aws_rds_cluster.payments.id
//!   availability_zone  = "us-east-1b"
//! }
//! ```
//!
//! ## Source
//!
//! - [Fault tolerance for an Aurora DB cluster](https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Concepts.AuroraHighAvailability.html)
//! - [Multi-AZ DB instance deployments for Amazon RDS](https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Concepts.MultiAZSingleStandby.html)

use std::collections::BTreeSet;

use crate::Check;
use crate::aws::network::list;
use crate::loss::{Cluster, instances_elsewhere, is_replica, why_elsewhere};

rule! { Error, AnyStack, ["DB-1", "DB-2"] }

fn check(check: &mut Check) {
    for cluster in Cluster::all(check.inventory()) {
        check_cluster(check, &cluster);
    }
    for instance in instances_elsewhere(check.inventory()) {
        check.unknown(&instance.root(), why_elsewhere(instance));
    }
    for instance in check.all("aws_db_instance").filter(|instance| !is_replica(*instance)) {
        let place = instance.at("multi_az");
        check.expect(&place, place.bool().or(false), "no standby in another zone takes over");
    }
}

fn check_cluster<'a>(check: &mut Check<'a>, cluster: &Cluster<'a>) {
    let place = cluster.resource.root();
    let zones: BTreeSet<&str> =
        cluster.instances.iter().filter_map(|instance| instance.zone).collect();
    let unpinned = cluster.instances.iter().any(|instance| instance.zone.is_none());
    if let Some(incomplete) = &cluster.incomplete {
        return check.unknown(&place, incomplete);
    }
    match (cluster.instances.len(), zones.len()) {
        (0, _) => check.unknown(&place, "its instances are not part of this plan"),
        (1, _) => check.fail(&place, "has a single instance, and no reader that takes over"),
        (_, 2..) => check.pass(&place),
        (_, _) if unpinned => check.unknown(
            &place,
            "the zones of its instances are AWS's choice, or known after the apply",
        ),
        (count, _) => {
            check.fail(&place, format_args!("all {count} instances are in {}", list(zones)))
        }
    }
}
