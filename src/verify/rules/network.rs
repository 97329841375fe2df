//! Only what must talk to each other can.

use crate::verify::rule::Rule;

/// The rules of the group.
pub const RULES: &[&Rule] = &[];
