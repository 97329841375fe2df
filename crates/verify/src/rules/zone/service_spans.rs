//! The tasks of every service run in two zones or more.
//!
//! ## Why
//!
//! ECS spreads the tasks of a service over the zones of its subnets. With subnets in one zone only,
//! all tasks are lost with it, and ECS has nowhere to start new ones.
//!
//! ## Example
//!
//! ```hcl
//! resource "aws_ecs_service" "payments" {
//!   network_configuration {
//!     subnets = [aws_subnet.app_a.id]
//!   }
//! }
//! ```
//!
//! ## Fix
//!
//! Give the service a subnet in each zone.
//!
//! ```hcl
//! resource "aws_ecs_service" "payments" {
//!   network_configuration {
//!     subnets = [aws_subnet.app_a.id, aws_subnet.app_b.id, aws_subnet.app_c.id]
//!   }
//! }
//! ```
//!
//! ## Source
//!
//! - [AWS Well-Architected, REL10-BP01: deploy the workload to multiple locations](https://docs.aws.amazon.com/wellarchitected/latest/reliability-pillar/rel_fault_isolation_multiaz_region_system.html)

use crate::Check;
use crate::loss::Service;

rule! { Error, AnyStack, ["APP-1", "ALL-5"] }

fn check(check: &mut Check) {
    for service in Service::all(check.inventory()) {
        check.expect_span(
            &service.resource.at("network_configuration.0.subnets"),
            &service.placement,
        );
    }
}
