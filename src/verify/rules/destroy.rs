//! A stack can be destroyed, and created again under the same names.

use crate::verify::rule::Rule;

/// The rules of the group.
pub const RULES: &[&Rule] = &[];
