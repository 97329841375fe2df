//! What Terraform's plan accepts and AWS refuses.

use crate::verify::rule::Rule;

/// The rules of the group.
pub const RULES: &[&Rule] = &[];
