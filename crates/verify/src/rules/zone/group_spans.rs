//! Every group of machines stands in two zones or more.
//!
//! ## Why
//!
//! A group starts its machines in the zones it is given. With one zone, the loss of that zone takes all of them, and no new one can start
//! anywhere else.
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
use crate::Planned::Known;
use crate::aws::network::Standing;

rule! { Error, AnyStack, ["ALL-5"] }

fn check(check: &mut Check) {
    for group in check.all("aws_autoscaling_group") {
        let (subnets, zones) = (group.at("vpc_zone_identifier"), group.at("availability_zones"));
        match zones.texts() {
            Known(names) => check.expect(&zones, Known(names.len() > 1), "all machines stand in one zone"),
            _ => check.expect_span(&subnets, &Standing::of(&subnets)),
        }
    }
    for group in check.all("aws_eks_node_group") {
        let subnets = group.at("subnet_ids");
        check.expect_span(&subnets, &Standing::of(&subnets));
    }
}
