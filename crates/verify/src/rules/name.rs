//! What things are called.

mod default_tags;
mod names;
mod own_tag;
mod suffix;
mod unique;

use crate::rule::Rule;

/// The rules of the group.
pub const RULES: &[&Rule] = &[&default_tags::RULE, &own_tag::RULE, &suffix::RULE, &unique::RULE];
