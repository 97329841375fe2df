//! Capacity follows the load, and is there before it is needed.

use crate::verify::rule::Rule;

/// The rules of the group.
pub const RULES: &[&Rule] = &[];
