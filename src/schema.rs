//! The provider's schema as data: `aws.json`, pruned to the types in use, and its serde types.
//!
//! `src/aws/` is generated from it (`tests/quick/stack/aws_types.rs`), and a test compares it with
//! the installed provider (`tests/tools/plans/aws_schema.rs`). To add a type: write its name into
//! `aws.json` with the value `null`, then run `PAYTF_UPDATE=1 cargo test --test tools aws_schema &&
//! PAYTF_UPDATE=1 cargo test --test quick aws_types`. To add a nested block of a type:
//! its name into `blocks_in_use`, then the second of these commands.

mod consequences;

pub use consequences::{CONSEQUENCES_JSON, Consequences, OfType};

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::Value;

/// The names of AWS provider 6, as committed: see `aws_6.py`.
pub const AWS_6_JSON: &str = include_str!("schema/aws-6.json");
/// The pruned schema, as committed.
pub const AWS_JSON: &str = include_str!("schema/aws.json");

/// The schema of the resource types and data sources in use.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ProviderSchema {
    /// How the file is made: for its readers.
    #[serde(rename = "//")]
    pub comment: String,
    /// The version of `hashicorp/aws` that stated the schema.
    pub provider_version: String,
    /// Nested blocks left out on purpose, by type: thousands of structs that an argument in JSON
    /// replaces.
    pub left_out: BTreeMap<String, Vec<String>>,
    /// Nested blocks that are generated as Rust types, by type and with dots into blocks:
    /// `rule.filter`.
    pub blocks_in_use: BTreeMap<String, Vec<String>>,
    /// Managed resource types; `null` for one not yet filled in.
    pub resources: BTreeMap<String, Option<BlockSchema>>,
    /// Data sources; `null` for one not yet filled in.
    pub data_sources: BTreeMap<String, Option<BlockSchema>>,
}

/// The arguments and nested blocks of a block.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BlockSchema {
    /// Arguments and attributes by name.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub attributes: BTreeMap<String, AttributeSchema>,
    /// Nested blocks by name.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub blocks: BTreeMap<String, NestedSchema>,
    /// Whether the provider warns when it is used.
    #[serde(default, skip_serializing_if = "is_false")]
    pub deprecated: bool,
}

/// One argument or attribute.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AttributeSchema {
    /// Terraform's type in its JSON form: `"string"`, `["list", "string"]`, …
    #[serde(rename = "type")]
    pub type_constraint: Value,
    /// Must be set.
    #[serde(default, skip_serializing_if = "is_false")]
    pub required: bool,
    /// May be set.
    #[serde(default, skip_serializing_if = "is_false")]
    pub optional: bool,
    /// The provider states it when it is not set.
    #[serde(default, skip_serializing_if = "is_false")]
    pub computed: bool,
    /// The provider warns when it is set.
    #[serde(default, skip_serializing_if = "is_false")]
    pub deprecated: bool,
}

/// A nested block and how often it may be there.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NestedSchema {
    /// `list`, `set` or `single`.
    pub nesting_mode: String,
    /// The least count.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub min_items: u64,
    /// The greatest count; 0 for no limit.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub max_items: u64,
    /// Its content.
    pub block: BlockSchema,
}

impl ProviderSchema {
    /// The committed schema.
    ///
    /// # Errors
    /// When `aws.json` is not of this form.
    pub fn committed() -> serde_json::Result<Self> {
        serde_json::from_str(AWS_JSON)
    }
}

fn is_false(value: &bool) -> bool {
    !value
}

fn is_zero(value: &u64) -> bool {
    *value == 0
}
