//! What runs tells what it does, where it can be read later, and tells no secrets.

mod containers;
mod database;
mod firewall;
mod flow;
mod group_key;
mod load_balancer;
mod redacted;
mod retention;
mod statements;
mod trail;
mod workflow;

use crate::rule::Rule;

/// The rules of the group.
pub const RULES: &[&Rule] = &[
    &containers::RULE,
    &database::RULE,
    &firewall::RULE,
    &flow::RULE,
    &group_key::RULE,
    &load_balancer::RULE,
    &redacted::RULE,
    &retention::RULE,
    &statements::RULE,
    &trail::RULE,
    &workflow::RULE,
];
