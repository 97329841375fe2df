//! Database subnets are in two zones or more, and in each zone of an instance.
//!
//! ## Why
//!
//! RDS refuses a subnet group in one zone, and an instance in a zone in which the group has no
//! subnet. Without a subnet in another zone there is nowhere to fail over to.
//!
//! ## Example
//!
//! ```hcl
//! resource "aws_db_subnet_group" "payments" {
//!   subnet_ids = [aws_subnet.data_a.id, aws_subnet.data_b.id] # an instance is in us-east-1c
//! }
//! ```
//!
//! ## Fix
//!
//! Give the subnet group a subnet in each zone of the cluster.
//!
//! ```hcl
//! resource "aws_db_subnet_group" "payments" {
//!   subnet_ids = [aws_subnet.data_a.id, aws_subnet.data_b.id, aws_subnet.data_c.id]
//! }
//! ```
//!
//! ## Source
//!
//! - [Working with a DB instance in a VPC: DB subnet groups](https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_VPC.WorkingWithRDSInstanceinaVPC.html)

use crate::Check;
use crate::aws::network::{ZonePlacement, list};
use crate::loss::Cluster;

rule! { Error, AnyStack, ["DB-1", "NET-1"] }

fn check(check: &mut Check) {
    for group in check.all("aws_db_subnet_group") {
        let place = group.at("subnet_ids");
        check.expect_span(&place, &ZonePlacement::of(&place));
    }
    for cluster in Cluster::all(check.inventory()) {
        let group = cluster.resource.at("db_subnet_group_name");
        let links = group.link("aws_db_subnet_group");
        if let Some(ambiguous) = &links.ambiguous {
            check.unknown(&group, ambiguous);
            continue;
        }
        let Some(group) = links.one() else { continue };
        let placement = ZonePlacement::of(&group.at("subnet_ids"));
        let zones = placement.zones();
        for (instance, zone) in
            cluster.instances.iter().filter_map(|instance| Some((instance, instance.zone?)))
        {
            let place = instance.resource.at("availability_zone");
            match (zones.contains(zone), &placement.incomplete) {
                (true, _) => check.pass(&place),
                (false, None) => check.fail(
                    &place,
                    format_args!("{} has subnets only in {}", group.address(), list(zones.clone())),
                ),
                (false, Some(reason)) => check.unknown(&place, reason),
            }
        }
    }
}
