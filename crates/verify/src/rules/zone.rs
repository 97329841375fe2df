//! The loss of a zone loses nothing else.

mod alarm;
mod cache_failover;
mod database_candidate;
mod database_pinned;
mod database_same_class;
mod database_subnets;
mod endpoint_spans;
mod every_zone;
mod function_spans;
mod group_spans;
mod health_check;
mod load_balancer_spans;
mod nat_own_zone;
mod proxy_spans;
mod rebalancing;
mod service_headroom;
mod service_spans;
mod three_zones;

use crate::rule::Rule;

/// The rules of the group.
pub const RULES: &[&Rule] = &[
    &alarm::RULE,
    &cache_failover::RULE,
    &database_candidate::RULE,
    &database_pinned::RULE,
    &database_same_class::RULE,
    &database_subnets::RULE,
    &endpoint_spans::RULE,
    &every_zone::RULE,
    &function_spans::RULE,
    &group_spans::RULE,
    &health_check::RULE,
    &load_balancer_spans::RULE,
    &nat_own_zone::RULE,
    &proxy_spans::RULE,
    &rebalancing::RULE,
    &service_headroom::RULE,
    &service_spans::RULE,
    &three_zones::RULE,
];
