//! No service runs on spot capacity alone.
//!
//! ## Why
//!
//! Spot capacity is what others do not need at the moment. When a zone is lost, everyone needs it:
//! AWS takes it back just when the remaining tasks carry the most load.
//!
//! ## Example
//!
//! ```hcl
//! resource "aws_ecs_service" "payments" {
//!   capacity_provider_strategy {
//!     capacity_provider = "FARGATE_SPOT"
//!     weight            = 1
//!   }
//! }
//! ```
//!
//! ## Fix
//!
//! Give the strategy a `base` on `FARGATE` that carries the load.
//!
//! ```hcl
//! resource "aws_ecs_service" "payments" {
//!   capacity_provider_strategy {
//!     capacity_provider = "FARGATE"
//!     weight            = 1
//!   }
//! }
//! ```
//!
//! ## Source
//!
//! - [Amazon ECS clusters for Fargate: Fargate Spot](https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-capacity-providers.html)

use crate::Check;
use crate::Planned::Known;

rule! { Warning, AnyStack, ["APP-1", "ALL-5"] }

fn check(check: &mut Check) {
    for service in check.all("aws_ecs_service") {
        let strategy = service.at("capacity_provider_strategy");
        let providers: Vec<_> =
            strategy.items().iter().map(|item| item.at("capacity_provider").string()).collect();
        let only_spot = !providers.is_empty()
            && providers.iter().all(|provider| *provider == Known("FARGATE_SPOT"));
        match only_spot {
            true => check.fail(&strategy, "all tasks may be taken back at two minutes' notice"),
            false => check.pass(&strategy),
        }
    }
}
