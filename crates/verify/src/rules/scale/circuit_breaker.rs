//! A deployment that fails stops, and is rolled back.
//!
//! ## Why
//!
//! Without a circuit breaker ECS starts tasks that fail again and again, and the image that worked does not come back by itself.
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

use crate::Check;

rule! { Warning, Paytf, ["ALL-5"] }

fn check(check: &mut Check) {
    for service in check.all("aws_ecs_service") {
        for (path, otherwise) in [
            ("deployment_circuit_breaker.0.enable", "a deployment whose tasks do not start goes on for ever"),
            ("deployment_circuit_breaker.0.rollback", "a failed deployment leaves the service without its old tasks"),
        ] {
            let place = service.at(path);
            check.expect(&place, place.flag().or(false), otherwise);
        }
    }
}
