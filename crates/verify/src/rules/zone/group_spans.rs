//! Every group of machines is in two zones or more.
//!
//! ## Why
//!
//! A group starts its machines in the zones that it is given. If that is one zone, its loss takes
//! all of them, and no new one can start anywhere else.
//!
//! ## Example
//!
//! ```hcl
//! resource "aws_autoscaling_group" "workers" {
//!   vpc_zone_identifier = [aws_subnet.app_a.id]
//! }
//! ```
//!
//! ## Fix
//!
//! Give it a subnet in each zone.
//!
//! ```hcl
//! resource "aws_autoscaling_group" "workers" {
//!   vpc_zone_identifier = [aws_subnet.app_a.id, aws_subnet.app_b.id, aws_subnet.app_c.id]
//! }
//! ```
//!
//! ## Source
//!
//! - [Add an Availability Zone to an Auto Scaling group](https://docs.aws.amazon.com/autoscaling/ec2/userguide/as-add-az-console.html)

use crate::Check;
use crate::loss::{node_groups, of_scaling_group};

rule! { Error, AnyStack, ["ALL-5"] }

fn check(check: &mut Check) {
    for group in check.all("aws_autoscaling_group") {
        let (subnets, zones) = (group.at("vpc_zone_identifier"), group.at("availability_zones"));
        let place =
            if zones.strings().is_set() && !subnets.value().is_set() { zones } else { subnets };
        check.expect_span(&place, &of_scaling_group(group));
    }
    for group in node_groups(check.inventory()) {
        let place = group.resource.at("subnet_ids");
        // Its pods may run on the other node groups of its cluster.
        if group.placement.alone().is_some() && group.alone.is_none() {
            check.unknown(&place, "it is in one zone, and its cluster has node groups in others");
        } else {
            check.expect_span(&place, &group.placement);
        }
    }
}
