//! The loss of a zone loses nothing else.

use crate::verify::rule::Rule;

/// The rules of the group.
pub const RULES: &[&Rule] = &[];
