// GENERATED from the files of the group. Regenerate: PAYTF_UPDATE=1 cargo test -p paytf-verify rule_files
//! What runs gives whoever gets in as little as can be.

mod container;
mod instance_metadata;
mod platform;
mod registry;
mod sign_in;
mod upgrades;
mod version;

use crate::rule::Rule;

/// The rules of the group.
#[rustfmt::skip]
pub const RULES: &[&Rule] = &[
    named!("harden-container", container),
    named!("harden-instance-metadata", instance_metadata),
    named!("harden-platform", platform),
    named!("harden-registry", registry),
    named!("harden-sign-in", sign_in),
    named!("harden-upgrades", upgrades),
    named!("harden-version", version),
];
