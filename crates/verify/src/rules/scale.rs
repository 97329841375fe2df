// GENERATED from the files of the group. Regenerate: PAYTF_UPDATE=1 cargo test -p paytf-verify rule_files
//! Capacity follows the load, and is there before it is needed.

mod circuit_breaker;
mod deployment;
mod desired_count;
mod in_slowly;
mod policy;
mod range;
mod rollback;
mod service_target;
mod spot;

use crate::rule::Rule;

/// The rules of the group.
#[rustfmt::skip]
pub const RULES: &[&Rule] = &[
    named!("scale-circuit-breaker", circuit_breaker),
    named!("scale-deployment", deployment),
    named!("scale-desired-count", desired_count),
    named!("scale-in-slowly", in_slowly),
    named!("scale-policy", policy),
    named!("scale-range", range),
    named!("scale-rollback", rollback),
    named!("scale-service-target", service_target),
    named!("scale-spot", spot),
];
