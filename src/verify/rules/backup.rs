//! What is lost can be brought back, within the time promised.

use crate::verify::rule::Rule;

/// The rules of the group.
pub const RULES: &[&Rule] = &[];
