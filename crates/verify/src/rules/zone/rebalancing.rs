//! Tasks are spread again once a lost zone is back.
//!
//! ## Why
//!
//! While a zone is away, its tasks run in the others. Without rebalancing they stay there when it
//! is back, and the next loss takes more than a third.
//!
//! ## Example
//!
//! ```hcl
//! resource "aws_ecs_service" "payments" {
//!   availability_zone_rebalancing = "DISABLED"
//! }
//! ```
//!
//! ## Fix
//!
//! Set `availability_zone_rebalancing = "ENABLED"`.
//!
//! ```hcl
//! resource "aws_ecs_service" "payments" {
//!   availability_zone_rebalancing = "ENABLED"
//! }
//! ```
//!
//! ## Source
//!
//! - [Balancing an Amazon ECS service across Availability Zones](https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-rebalancing.html)

use crate::Check;

rule! { Warning, Paytf, ["ALL-5"] }

fn check(check: &mut Check) {
    for service in check.all("aws_ecs_service") {
        let place = service.at("availability_zone_rebalancing");
        // Left out, provider 5 writes DISABLED, though AWS's own default for new services is
        // ENABLED.
        let enabled = place.string().or("DISABLED").map(|setting| setting == "ENABLED");
        check.expect(&place, enabled, "tasks stay where they are when a lost zone is back");
    }
}
