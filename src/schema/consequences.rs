//! What a change of an argument causes, which the provider's schema does not say:
//! `consequences.json`.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

/// The table, as committed.
pub const CONSEQUENCES_JSON: &str = include_str!("consequences.json");

/// What a change brings with it, by resource type: measured with the provider itself
/// (`tests/tools/emulator/consequences.rs`), for the arguments that the stack sets.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Consequences {
    /// How the file is made: for its readers.
    #[serde(rename = "//")]
    pub comment: String,
    /// The version of `hashicorp/aws` that was asked.
    pub provider_version: String,
    /// By resource type.
    pub resources: BTreeMap<String, OfType>,
}

/// What a change of a resource of one type brings with it.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OfType {
    /// Arguments whose change destroys the resource and creates another, with dots into nested
    /// blocks.
    pub force_replacement: BTreeSet<String>,
    /// Attributes that AWS states again when the resource is updated in place.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub known_after_update: BTreeSet<String>,
}

impl Consequences {
    /// The committed table.
    ///
    /// # Errors
    /// When `consequences.json` is not of this form.
    pub fn committed() -> serde_json::Result<Self> {
        serde_json::from_str(CONSEQUENCES_JSON)
    }
}
