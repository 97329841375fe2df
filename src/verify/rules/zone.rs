//! The loss of a zone loses nothing else.

mod cache_failover;
mod endpoint_spans;
mod every_zone;
mod function_spans;
mod group_spans;
mod load_balancer_spans;
mod nat_own_zone;
mod proxy_spans;
mod service_headroom;
mod service_spans;

use crate::verify::rule::Rule;

/// The rules of the group.
pub const RULES: &[&Rule] = &[
    &cache_failover::RULE,
    &endpoint_spans::RULE,
    &every_zone::RULE,
    &function_spans::RULE,
    &group_spans::RULE,
    &load_balancer_spans::RULE,
    &nat_own_zone::RULE,
    &proxy_spans::RULE,
    &service_headroom::RULE,
    &service_spans::RULE,
];
