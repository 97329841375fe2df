//! The desired number of tasks of a service is within the limits of its scaling.
//!
//! ## Why
//!
//! Application Auto Scaling brings a service that is outside its limits back at once, and the next
//! apply moves it out again: tasks are stopped or started with each apply. A number below the
//! minimum also starts a new service with fewer tasks than it needs.
//!
//! ## Example
//!
//! ```hcl
//! resource "aws_ecs_service" "payments" {
//!   desired_count = 2
//! }
//!
//! resource "aws_appautoscaling_target" "payments" {
//!   min_capacity = 10
//!   max_capacity = 50
//! }
//! ```
//!
//! ## Fix
//!
//! Start with a number between `min_capacity` and `max_capacity`, and let `ignore_changes` leave it
//! to the scaling.
//!
//! ```hcl
//! resource "aws_ecs_service" "payments" {
//!   desired_count = 12
//!
//!   lifecycle {
//!     ignore_changes = [desired_count]
//!   }
//! }
//! ```
//!
//! ## Source
//!
//! - [Automatically scale your Amazon ECS service](https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-auto-scaling.html)

use crate::Check;
use crate::loss::scalable_target;
use crate::planned::Planned::{Known, Unknown};

rule! { Warning, AnyStack, ["APP-2"] }

fn check(check: &mut Check) {
    for service in check.all("aws_ecs_service") {
        let Some(target) = scalable_target(service) else { continue };
        let desired = service.at("desired_count");
        let bound = |name: &str| target.at(name).number();
        match (desired.number(), bound("min_capacity"), bound("max_capacity")) {
            (Known(tasks), Known(least), _) if tasks < least => {
                check.fail(
                    &desired,
                    format_args!(
                        "is less than {}, the least that {} scales to",
                        least,
                        target.address()
                    ),
                );
            }
            (Known(tasks), _, Known(most)) if tasks > most => {
                check.fail(
                    &desired,
                    format_args!(
                        "is more than {}, the most that {} scales to",
                        most,
                        target.address()
                    ),
                );
            }
            (Known(_), Known(_), Known(_)) => check.pass(&desired),
            (Unknown, ..) | (Known(_), ..) => check.known_later(&desired),
            _ => {}
        }
    }
}
