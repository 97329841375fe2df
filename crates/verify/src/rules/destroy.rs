//! A stack can be destroyed, and created again under the same names.

mod automated_backups;
mod contents;
mod deletion_protection;
mod emptied;
mod final_snapshot;
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
pub const RULES: &[&Rule] = &[
    &automated_backups::RULE,
    &contents::RULE,
    &deletion_protection::RULE,
    &final_snapshot::RULE,
    &immutable::RULE,
    &key_window::RULE,
    &lambda_interfaces::RULE,
    &log_group_order::RULE,
    &log_groups::RULE,
    &name_held::RULE,
    &not_empty::RULE,
    &protected::RULE,
    &secret_window::RULE,
    &service_listener::RULE,
    &snapshot_left::RULE,
];
