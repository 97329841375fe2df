//! Every service scales with its load.
//!
//! ## Why
//!
//! With a fixed number of tasks, the load of a lost zone falls on the others, and no task is added
//! beyond that number. Growing load has the same effect, without any loss.
//!
//! ## Example
//!
//! ```hcl
//! resource "aws_ecs_service" "payments" {
//!   desired_count = 12 # and no aws_appautoscaling_target
//! }
//! ```
//!
//! ## Fix
//!
//! Add an `aws_appautoscaling_target` for the service, with a target-tracking policy.
//!
//! ```hcl
//! resource "aws_appautoscaling_target" "payments" {
//!   service_namespace  = "ecs"
//!   scalable_dimension = "ecs:service:DesiredCount"
//!   resource_id        = "service/${aws_ecs_cluster.main.name}/${aws_ecs_service.payments.name}"
//!   min_capacity       = 10
//!   max_capacity       = 50
//! }
//! ```
//!
//! ## Source
//!
//! - [Automatically scale your Amazon ECS service](https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-auto-scaling.html)

use crate::Check;
use crate::Planned::Known;
use crate::Resource;
use crate::loss::scalable_target;

rule! { Warning, AnyStack, ["APP-2"] }

fn check(check: &mut Check) {
    let is_replica = |service: &Resource| {
        service.at("scheduling_strategy").string().or("REPLICA") == Known("REPLICA")
    };
    for service in check.all("aws_ecs_service").filter(is_replica) {
        let place = service.at("desired_count");
        let target = scalable_target(service);
        let inventory = check.inventory();
        match inventory.proven_referrers(service, "aws_appautoscaling_target", "resource_id") {
            _ if target.is_some() => check.pass(&place),
            Err(reason) => check.unknown(&place, reason),
            Ok(_) => check.fail(
                &place,
                "the number of tasks is fixed: nothing adds any when load grows or a zone is lost",
            ),
        }
    }
}
