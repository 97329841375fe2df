//! What is lost can be brought back, within the time promised.

mod database;
mod lifecycle;
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
pub const RULES: &[&Rule] = &[
    &lifecycle::RULE,
    &plan_lifecycle::RULE,
    &plan_selection::RULE,
    &restore_test::RULE,
    &retention::RULE,
    &retention_week::RULE,
    &snapshot_tags::RULE,
    &table::RULE,
    &versioning::RULE,
];
