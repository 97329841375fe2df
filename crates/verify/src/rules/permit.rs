// GENERATED from the files of the group. Regenerate: PAYTF_UPDATE=1 cargo test -p paytf-verify rule_files
//! Who may do what.

mod delivery;
mod function;
mod proxy;
mod service_role;
mod task;
mod task_start;
mod trust;

use crate::rule::Rule;

/// The rules of the group.
#[rustfmt::skip]
pub const RULES: &[&Rule] = &[
    named!("permit-delivery", delivery),
    named!("permit-function", function),
    named!("permit-proxy", proxy),
    named!("permit-service-role", service_role),
    named!("permit-task", task),
    named!("permit-task-start", task_start),
    named!("permit-trust", trust),
];
