//! What is kept is encrypted, and what travels is.

mod aurora;

use crate::verify::rule::Rule;

/// The rules of the group.
pub const RULES: &[&Rule] = &[&aurora::RULE];
