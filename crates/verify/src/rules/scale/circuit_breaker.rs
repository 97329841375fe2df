//! A deployment that fails stops, and is rolled back.
//!
//! ## Why
//!
//! Without a circuit breaker, ECS starts failing tasks again and again, and never returns to the
//! image that worked.
//!
//! ## Example
//!
//! ```hcl
//! resource "aws_ecs_service" "payments" {
//!   # no deployment_circuit_breaker
//! }
//! ```
//!
//! ## Fix
//!
//! Add `deployment_circuit_breaker` with `enable` and `rollback`.
//!
//! ```hcl
//! resource "aws_ecs_service" "payments" {
//!   deployment_circuit_breaker {
//!     enable   = true
//!     rollback = true
//!   }
//! }
//! ```
//!
//! ## Source
//!
//! - [How the Amazon ECS deployment circuit breaker detects failures](https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-circuit-breaker.html)

use crate::planned::Planned::Known;
use crate::{Check, Resource};

rule! { Warning, AnyStack, ["ALL-5"] }

fn check(check: &mut Check) {
    // Other controllers than ECS's own have ways of theirs.
    let is_rolling = |service: &Resource| {
        service.at("deployment_controller.0.type").string().or("ECS") == Known("ECS")
    };
    for service in check.all("aws_ecs_service").filter(is_rolling) {
        let [enabled, rollback] = ["enable", "rollback"]
            .map(|name| service.at(&format!("deployment_circuit_breaker.0.{name}")));
        let is_on = enabled.bool().or(false);
        check.expect(&enabled, is_on, "a deployment whose tasks do not start never ends");
        if is_on == Known(true) {
            check.expect(
                &rollback,
                rollback.bool().or(false),
                "a failed deployment leaves the service without its old tasks",
            );
        }
    }
}
