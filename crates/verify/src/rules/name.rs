// GENERATED from the files of the group. Regenerate: PAYTF_UPDATE=1 cargo test -p paytf-verify rule_files
//! What things are called.

mod default_tags;
mod names;
mod own_tag;
mod suffix;
mod unique;

use crate::rule::Rule;

/// The rules of the group.
#[rustfmt::skip]
pub const RULES: &[&Rule] = &[
    named!("name-default-tags", default_tags),
    named!("name-own-tag", own_tag),
    named!("name-suffix", suffix),
    named!("name-unique", unique),
];
