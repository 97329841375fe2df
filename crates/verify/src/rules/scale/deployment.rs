//! A deployment starts new tasks before it stops old ones.
//!
//! ## Why
//!
//! With less than 100 percent, a deployment stops tasks first. The calculation for the loss of a
//! zone needs all of them.
//!
//! ## Example
//!
//! ```hcl
//! resource "aws_ecs_service" "payments" {
//!   deployment_minimum_healthy_percent = 50
//! }
//! ```
//!
//! ## Fix
//!
//! Leave `deployment_minimum_healthy_percent` at 100, with a maximum of 200.
//!
//! ```hcl
//! resource "aws_ecs_service" "payments" {
//!   deployment_minimum_healthy_percent = 100
//!   deployment_maximum_percent         = 200
//! }
//! ```
//!
//! ## Source
//!
//! - [Amazon ECS deployment: minimum and maximum healthy percent](https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-type-ecs.html)

use crate::Check;
use crate::Planned::Known;
use crate::Resource;

rule! { Warning, AnyStack, ["APP-2", "ALL-5"] }

fn check(check: &mut Check) {
    let is_replica = |service: &Resource| {
        service.at("scheduling_strategy").string().or("REPLICA") == Known("REPLICA")
    };
    for service in check.all("aws_ecs_service").filter(is_replica) {
        let place = service.at("deployment_minimum_healthy_percent");
        let holds = place.number().or(DEFAULT_PERCENT).map(|percent| percent >= DEFAULT_PERCENT);
        check.expect(
            &place,
            holds,
            "a deployment stops tasks before their replacements run, so fewer are left if a zone \
             is lost meanwhile",
        );
    }
}

/// What AWS and the provider take where nothing is set.
const DEFAULT_PERCENT: f64 = 100.0;
