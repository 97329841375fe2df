// GENERATED from the files of the group. Regenerate: PAYTF_UPDATE=1 cargo test -p paytf-verify rule_files
//! A stack can be destroyed, and created again under the same names.

mod automated_backups;
mod contents;
mod data;
mod deletion_protection;
mod emptied;
mod final_snapshot;
mod half_protected;
mod immutable;
mod key_window;
mod lambda_interfaces;
mod log_group_order;
mod log_groups;
mod name_held;
mod not_empty;
mod protected;
mod protection;
mod secret_window;
mod service_listener;
mod snapshot_left;

use crate::rule::Rule;

/// The rules of the group.
#[rustfmt::skip]
pub const RULES: &[&Rule] = &[
    named!("destroy-automated-backups", automated_backups),
    named!("destroy-contents", contents),
    named!("destroy-data", data),
    named!("destroy-deletion-protection", deletion_protection),
    named!("destroy-final-snapshot", final_snapshot),
    named!("destroy-half-protected", half_protected),
    named!("destroy-immutable", immutable),
    named!("destroy-key-window", key_window),
    named!("destroy-lambda-interfaces", lambda_interfaces),
    named!("destroy-log-group-order", log_group_order),
    named!("destroy-log-groups", log_groups),
    named!("destroy-name-held", name_held),
    named!("destroy-not-empty", not_empty),
    named!("destroy-protected", protected),
    named!("destroy-secret-window", secret_window),
    named!("destroy-service-listener", service_listener),
    named!("destroy-snapshot-left", snapshot_left),
];
