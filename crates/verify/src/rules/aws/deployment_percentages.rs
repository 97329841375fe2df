//! A deployment of an ECS service may start or stop at least one task.
//!
//! ## Why
//!
//! A deployment replaces tasks between the minimum healthy and the maximum percent. Where both are
//! 100, AWS refuses the service or the deployment never ends. Rebalancing between availability
//! zones starts a task in the other zone before it stops one, and is refused with a maximum of 100
//! %.
//!
//! ## Example
//!
//! ```hcl
//! resource "aws_ecs_service" "payments" {
//!   availability_zone_rebalancing      = "ENABLED"
//!   deployment_minimum_healthy_percent = 100
//!   deployment_maximum_percent         = 100
//! }
//! ```
//!
//! ## Fix
//!
//! Set `deployment_minimum_healthy_percent = 100` and `deployment_maximum_percent = 200`.
//!
//! ```hcl
//! resource "aws_ecs_service" "payments" {
//!   availability_zone_rebalancing      = "ENABLED"
//!   deployment_minimum_healthy_percent = 100
//!   deployment_maximum_percent         = 200
//! }
//! ```
//!
//! ## Source
//!
//! - [DeploymentConfiguration](https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DeploymentConfiguration.html)
//! - [Balancing a service across Availability Zones](https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-rebalancing.html)

use crate::Check;
use crate::Planned::Known;

rule! { Error, AnyStack, ["ALL-7", "APP-1"] }

/// What holds for a service of replicas where nothing is set. Source: ECS API,
/// `DeploymentConfiguration`.
const DEFAULTS: (f64, f64) = (100.0, 200.0);

fn check(check: &mut Check) {
    for service in check.all("aws_ecs_service") {
        let is_daemon = service.at("scheduling_strategy").string() == Known("DAEMON");
        let by_ecs = service.at("deployment_controller.0.type").string().or("ECS") == Known("ECS");
        if is_daemon || !by_ecs {
            continue;
        }
        let maximum = service.at("deployment_maximum_percent");
        let minimum = service.at("deployment_minimum_healthy_percent").number().or(DEFAULTS.0);
        let both =
            maximum.number().or(DEFAULTS.1).and_then(|most| minimum.map(|least| (least, most)));
        let rebalances = service.at("availability_zone_rebalancing").string() == Known("ENABLED");
        let desired = service.at("desired_count").number().known();
        check.judge(&maximum, both, |(least, most)| {
            check_percentages(least, most, rebalances, desired)
        });
    }
}

fn check_percentages(
    least: f64,
    most: f64,
    rebalances: bool,
    desired: Option<f64>,
) -> Option<String> {
    // ECS rounds what may run down, and what must stay healthy up.
    let is_stuck = |tasks: &f64| {
        *tasks >= 1.0 && (tasks * most / 100.0).floor() <= (tasks * least / 100.0).ceil()
    };
    if most <= least {
        Some(format!(
            "with at least {least} % healthy and at most {most} % running, no task can be replaced"
        ))
    } else if rebalances && most <= 100.0 {
        Some(
            "rebalancing between zones starts a task before it stops one, which needs more than \
             100 %"
                .to_owned(),
        )
    } else {
        let tasks = desired.filter(is_stuck)?;
        Some(format!("of {tasks} tasks, {least} % to {most} % leave none that could be replaced"))
    }
}
