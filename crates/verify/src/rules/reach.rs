// GENERATED from the files of the group. Regenerate: PAYTF_UPDATE=1 cargo test -p paytf-verify rule_files
//! Whoever must talk to another reaches it, and nobody else does.

mod exposed;
mod needed;
mod running_tasks;
mod unneeded;
mod zone;

use crate::rule::Rule;

/// The rules of the group.
#[rustfmt::skip]
pub const RULES: &[&Rule] = &[
    named!("reach-exposed", exposed),
    named!("reach-needed", needed),
    named!("reach-running-tasks", running_tasks),
    named!("reach-unneeded", unneeded),
    named!("reach-zone", zone),
];
