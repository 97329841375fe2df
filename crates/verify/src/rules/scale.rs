//! Capacity follows the load, and is there before it is needed.

mod circuit_breaker;
mod deployment;
mod in_slowly;
mod policy;
mod range;
mod service_target;
mod spot;

use crate::rule::Rule;

/// The rules of the group.
pub const RULES: &[&Rule] = &[
    &circuit_breaker::RULE,
    &deployment::RULE,
    &in_slowly::RULE,
    &policy::RULE,
    &range::RULE,
    &service_target::RULE,
    &spot::RULE,
];
