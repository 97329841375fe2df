//! Every load balancer has nodes in two zones or more.
//!
//! ## Why
//!
//! A load balancer has its nodes in the zones of its subnets. With nodes in one zone only, the loss
//! of that zone makes everything behind it unreachable, wherever the targets are. AWS refuses such
//! an application load balancer, but not a network load balancer.
//!
//! ## Example
//!
//! ```hcl
//! resource "aws_lb" "payments" {
//!   load_balancer_type = "network"
//!   subnets            = [aws_subnet.public_a.id]
//! }
//! ```
//!
//! ## Fix
//!
//! Give it a subnet in each zone in which it has targets.
//!
//! ```hcl
//! resource "aws_lb" "payments" {
//!   load_balancer_type = "network"
//!   subnets            = [aws_subnet.public_a.id, aws_subnet.public_b.id, aws_subnet.public_c.id]
//! }
//! ```
//!
//! ## Source
//!
//! - [Availability Zones and Elastic Load Balancing nodes](https://docs.aws.amazon.com/elasticloadbalancing/latest/userguide/how-elastic-load-balancing-works.html)

use crate::Check;
use crate::loss::of_kind;

rule! { Error, AnyStack, ["APP-3", "ALL-5"] }

fn check(check: &mut Check) {
    for kind in ["aws_lb", "aws_elb"] {
        for balancer in of_kind(check.inventory(), kind) {
            check.expect_span(&balancer.resource.at("subnets"), &balancer.placement);
        }
    }
}
