//! The stack is in exactly three zones of us-east-1.
//!
//! ## Why
//!
//! Aurora keeps its data in three zones, and tasks, NAT gateways and load-balancer nodes are sized
//! for the loss of one of three.
//!
//! ## Example
//!
//! ```hcl
//! resource "aws_subnet" "app_d" {
//!   availability_zone = "us-east-1d" # a fourth zone
//! }
//! ```
//!
//! ## Fix
//!
//! Name three zones of us-east-1 in `network.availability_zones`.
//!
//! ```hcl
//! network = { availability_zones = ["us-east-1a", "us-east-1b", "us-east-1c"] }
//! ```
//!
//! ## Source
//!
//! - [Regions and Availability Zones](https://docs.aws.amazon.com/global-infrastructure/latest/regions/aws-availability-zones.html)

use std::collections::BTreeSet;

use crate::Check;
use crate::Planned;
use crate::aws::network::{list, zone_of};

rule! { Error, Paytf, ["ALL-1", "NET-1"] }

/// Source: the product's requirement ALL-1.
const ZONES: usize = 3;

fn check(check: &mut Check) {
    for vpc in check.all("aws_vpc") {
        let subnets = check.inventory().referrers(vpc, "aws_subnet", "vpc_id");
        let zones: BTreeSet<&str> = subnets.iter().filter_map(|subnet| zone_of(*subnet)).collect();
        let regional = zones.iter().all(|zone| zone.starts_with("us-east-1"));
        let holds = zones.len() == ZONES && regional;
        check.expect(
            &vpc.root(),
            Planned::Known(holds),
            format_args!("has subnets in {}", list(zones)),
        );
    }
}
