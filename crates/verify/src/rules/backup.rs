// GENERATED from the files of the group. Regenerate: PAYTF_UPDATE=1 cargo test -p paytf-verify rule_files
//! What is lost can be brought back, within the time promised.

mod database;
mod lifecycle;
mod other_stores;
mod plan_lifecycle;
mod plan_selection;
mod restore_test;
mod retention;
mod retention_week;
mod snapshot_tags;
mod table;
mod versioning;

use crate::rule::Rule;

/// The rules of the group.
#[rustfmt::skip]
pub const RULES: &[&Rule] = &[
    named!("backup-lifecycle", lifecycle),
    named!("backup-other-stores", other_stores),
    named!("backup-plan-lifecycle", plan_lifecycle),
    named!("backup-plan-selection", plan_selection),
    named!("backup-restore-test", restore_test),
    named!("backup-retention", retention),
    named!("backup-retention-week", retention_week),
    named!("backup-snapshot-tags", snapshot_tags),
    named!("backup-table", table),
    named!("backup-versioning", versioning),
];
