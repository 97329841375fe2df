//! The range of a service leaves room to grow, and begins with two tasks or more.
//!
//! ## Why
//!
//! If minimum and maximum are equal, scaling does nothing. If the minimum is one, the whole service
//! is in one zone whenever load is low.
//!
//! ## Example
//!
//! ```hcl
//! resource "aws_appautoscaling_target" "payments" {
//!   min_capacity = 1
//!   max_capacity = 1
//! }
//! ```
//!
//! ## Fix
//!
//! Set `max_capacity` above `min_capacity`, and `min_capacity` to the number of zones or more.
//!
//! ```hcl
//! resource "aws_appautoscaling_target" "payments" {
//!   min_capacity = 10
//!   max_capacity = 50
//! }
//! ```
//!
//! ## Source
//!
//! - [Automatically scale your Amazon ECS service](https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-auto-scaling.html)

use crate::Check;
use crate::Planned::Known;
use crate::Resource;

rule! { Error, AnyStack, ["APP-2"] }

fn check(check: &mut Check) {
    let is_service = |target: &Resource| target.at("service_namespace").string() == Known("ecs");
    for target in check.all("aws_appautoscaling_target").filter(is_service) {
        let (min, max) = (target.at("min_capacity"), target.at("max_capacity"));
        let room = min.number().and_then(|min| max.number().map(|max| min < max));
        check.expect(
            &max,
            room,
            "is no more than `min_capacity`, so the service cannot scale, nor replace the tasks \
             of a lost zone while they count",
        );
        check.expect(&min, min.number().map(|min| min >= 2.0), "a single task is in a single zone");
    }
}
