//! A service that is rebalanced between zones is one that ECS can rebalance.
//!
//! ## Why
//!
//! With availability zone rebalancing, ECS moves tasks back when a lost zone has returned. AWS
//! refuses it for daemons, behind a Classic Load Balancer, with a placement constraint on zones,
//! and where the first placement strategy is not the spread over zones. Terraform accepts all of
//! these.
//!
//! ## Example
//!
//! ```hcl
//! resource "aws_ecs_service" "payments" {
//!   availability_zone_rebalancing = "ENABLED"
//!   scheduling_strategy           = "DAEMON"
//! }
//! ```
//!
//! ## Fix
//!
//! Remove what keeps the service in its zones, or leave rebalancing out.
//!
//! ```hcl
//! resource "aws_ecs_service" "payments" {
//!   availability_zone_rebalancing = "ENABLED"
//! }
//! ```
//!
//! ## Source
//!
//! - [Balancing a service across Availability Zones](https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-rebalancing.html)

use crate::Planned::Known;
use crate::{AttributePath, Check, Resource};

rule! { Error, AnyStack, ["ALL-7", "APP-2"] }

fn check(check: &mut Check) {
    for service in check.all("aws_ecs_service") {
        let rebalancing = service.at("availability_zone_rebalancing");
        if rebalancing.string() == Known("ENABLED") {
            check.judge(&rebalancing, Known(service), check_service);
        }
    }
}

/// Source: ECS Developer Guide, "Balancing an Amazon ECS service across Availability Zones",
/// considerations.
fn check_service(service: Resource) -> Option<String> {
    let is_classic = |balancer: &AttributePath| balancer.at("elb_name").string().known().is_some();
    let by_zone = |constraint: &AttributePath| {
        constraint
            .at("expression")
            .string()
            .known()
            .unwrap_or_default()
            .contains("availability-zone")
    };
    let strategy = service.at("ordered_placement_strategy.0");
    let spreads_otherwise = strategy.value().is_set()
        && strategy.at("field").string() != Known("attribute:ecs.availability-zone");
    let reason = if service.at("scheduling_strategy").string() == Known("DAEMON") {
        "a daemon runs on every instance, and cannot be rebalanced"
    } else if service.at("load_balancer").items().iter().any(is_classic) {
        "a service behind a Classic Load Balancer cannot be rebalanced"
    } else if service.at("placement_constraints").items().iter().any(by_zone) {
        "a service bound to zones by a placement constraint cannot be rebalanced"
    } else if spreads_otherwise {
        "rebalancing needs the zones as the first placement strategy"
    } else {
        return None;
    };
    Some(reason.to_owned())
}
