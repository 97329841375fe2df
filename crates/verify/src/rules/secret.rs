//! No secret stands in a plan or a state.

mod containers;
mod in_environment;
mod in_plan;
mod in_user_data;
mod looks;
mod managed_password;
mod plain_parameter;
mod rotating_injected;
mod rotation;
mod sources;

use crate::rule::Rule;

/// The rules of the group.
pub const RULES: &[&Rule] = &[
    &in_environment::RULE,
    &in_plan::RULE,
    &in_user_data::RULE,
    &managed_password::RULE,
    &plain_parameter::RULE,
    &rotating_injected::RULE,
    &rotation::RULE,
];
