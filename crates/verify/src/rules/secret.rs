// GENERATED from the files of the group. Regenerate: PAYTF_UPDATE=1 cargo test -p paytf-verify rule_files
//! No secret is in a plan or a state.

mod containers;
mod in_environment;
mod in_plan;
mod in_provider;
mod in_user_data;
mod looks;
mod managed_password;
mod plain_parameter;
mod rotating_injected;
mod rotation;
mod sources;

use crate::rule::Rule;

/// The rules of the group.
#[rustfmt::skip]
pub const RULES: &[&Rule] = &[
    named!("secret-in-environment", in_environment),
    named!("secret-in-plan", in_plan),
    named!("secret-in-provider", in_provider),
    named!("secret-in-user-data", in_user_data),
    named!("secret-managed-password", managed_password),
    named!("secret-plain-parameter", plain_parameter),
    named!("secret-rotating-injected", rotating_injected),
    named!("secret-rotation", rotation),
];
