//! Names and tags tell the environment, and fit AWS's limits.

use crate::verify::rule::Rule;

/// The rules of the group.
pub const RULES: &[&Rule] = &[];
