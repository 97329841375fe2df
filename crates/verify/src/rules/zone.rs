// GENERATED from the files of the group. Regenerate: PAYTF_UPDATE=1 cargo test -p paytf-verify rule_files
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
mod nothing_lost;
mod proxy_spans;
mod rebalancing;
mod service_headroom;
mod service_spans;
mod three_zones;

use crate::rule::Rule;

/// The rules of the group.
#[rustfmt::skip]
pub const RULES: &[&Rule] = &[
    named!("zone-alarm", alarm),
    named!("zone-cache-failover", cache_failover),
    named!("zone-database-candidate", database_candidate),
    named!("zone-database-pinned", database_pinned),
    named!("zone-database-same-class", database_same_class),
    named!("zone-database-subnets", database_subnets),
    named!("zone-endpoint-spans", endpoint_spans),
    named!("zone-every-zone", every_zone),
    named!("zone-function-spans", function_spans),
    named!("zone-group-spans", group_spans),
    named!("zone-health-check", health_check),
    named!("zone-load-balancer-spans", load_balancer_spans),
    named!("zone-nat-own-zone", nat_own_zone),
    named!("zone-nothing-lost", nothing_lost),
    named!("zone-proxy-spans", proxy_spans),
    named!("zone-rebalancing", rebalancing),
    named!("zone-service-headroom", service_headroom),
    named!("zone-service-spans", service_spans),
    named!("zone-three-zones", three_zones),
];
