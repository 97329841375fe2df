//! Reads a plan that `terraform show -json` printed, as far as needed to know what will exist.
//! Source: <https://developer.hashicorp.com/terraform/internals/json-format>.

mod argument;
mod configuration;
mod error;
pub mod values;
mod written;

use std::collections::BTreeMap;
use std::fmt;

use crate::configuration::InstanceKey;
use serde::Deserialize;
use serde_json::Value;
use serde_json::value::RawValue;

pub use argument::Argument;
pub use configuration::{
    Configuration, ModuleCall, ModuleConfiguration, OutputConfiguration, ProviderConfiguration,
    ResourceConfiguration, VariableConfiguration,
};
pub use error::PlanError;

/// The major version of the format that is understood: Terraform keeps to it as long as the format
/// stays compatible.
const FORMAT: &str = "1.";

/// A plan.
#[derive(Debug, Default, Deserialize)]
pub struct Plan<'a> {
    /// The version of the format.
    pub format_version: String,
    /// The version of Terraform that made it.
    #[serde(default)]
    pub terraform_version: String,
    /// Whether Terraform could not finish it.
    #[serde(default)]
    pub errored: bool,
    /// When it was made, as `2027-01-31T08:30:00Z`; empty where it does not show.
    #[serde(default)]
    pub timestamp: String,
    /// Whether the plan is of the whole stack. Not with `-target`, and not with changes that are
    /// left to a later run.
    pub complete: Option<bool>,
    /// What is left to a later run.
    #[serde(default)]
    pub deferred_changes: Vec<Deferred>,
    /// The variables of the root module.
    #[serde(default)]
    pub variables: BTreeMap<String, Variable>,
    /// What the apply does.
    #[serde(borrow)]
    pub resource_changes: Option<Vec<ResourceChange<'a>>>,
    /// What existed before.
    #[serde(borrow)]
    pub prior_state: Option<State<'a>>,
    /// The configuration that was planned.
    pub configuration: Option<Configuration>,
}

/// A change that Terraform leaves to a later run, since it cannot be planned yet.
#[derive(Debug, Default, Deserialize)]
pub struct Deferred {
    /// Why, in Terraform's words.
    #[serde(default)]
    pub reason: String,
    /// The resource.
    pub resource_change: Option<DeferredResource>,
}

/// The resource of a change that is left to a later run.
#[derive(Debug, Default, Deserialize)]
pub struct DeferredResource {
    /// The address.
    #[serde(default)]
    pub address: String,
}

/// The value of an input variable of the root module.
#[derive(Debug, Clone, Default, Deserialize)]
pub struct Variable {
    /// Its value.
    #[serde(default)]
    pub value: Value,
}

/// A resource, and what an apply will do to it.
#[derive(Debug, Deserialize)]
pub struct ResourceChange<'a> {
    /// The address.
    pub address: String,
    /// The address of the module's instance; empty for the root.
    #[serde(default)]
    pub module_address: String,
    /// Managed, or only read.
    pub mode: Mode,
    /// The type.
    #[serde(rename = "type")]
    pub kind: String,
    /// The name.
    pub name: String,
    /// The key among the instances of its block.
    pub index: Option<Key>,
    /// Set for what is left of an earlier replacement.
    pub deposed: Option<String>,
    /// What is done.
    #[serde(borrow)]
    pub change: Change<'a>,
}

/// Managed by Terraform, or only read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Mode {
    /// A `resource` block.
    Managed,
    /// A `data` block.
    Data,
    /// An `ephemeral` block: something that no state keeps. OpenTofu lists it among the changes.
    Ephemeral,
}

/// The key of one instance of a block with `count` or `for_each`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Deserialize)]
#[serde(untagged)]
pub enum Key {
    /// The index, with `count`.
    Index(u64),
    /// The key, with `for_each`.
    Name(String),
}

/// As an address ends with it: `[0]` or `["a"]`.
impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Index(index) => write!(f, "[{index}]"),
            Self::Name(name) => InstanceKey::Name(name.as_str().into()).fmt(f),
        }
    }
}

/// Values before and after.
#[derive(Debug, Deserialize)]
pub struct Change<'a> {
    /// The steps.
    pub actions: Vec<Action>,
    /// Read only where it matters: where it is changed, replaced or destroyed.
    #[serde(borrow)]
    pub before: Option<&'a RawValue>,
    /// The values afterwards; null where they are not known yet.
    #[serde(default)]
    pub after: Value,
    /// True where a value is known only after the apply.
    #[serde(default)]
    pub after_unknown: Value,
    /// What Terraform does not show.
    #[serde(default)]
    pub after_sensitive: Value,
}

/// One step of a change.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Action {
    /// It stays as it is.
    NoOp,
    /// It is made.
    Create,
    /// A data source is read during the apply.
    Read,
    /// It is changed in place.
    Update,
    /// It is destroyed.
    Delete,
    /// It is forgotten, and stays.
    Forget,
    /// Something ephemeral is opened, kept open, or closed.
    #[serde(alias = "renew", alias = "close")]
    Open,
}

/// What existed when the plan was made; only its data sources are of use here.
#[derive(Debug, Deserialize)]
pub struct State<'a> {
    /// Its values.
    #[serde(borrow)]
    pub values: Option<StateValues<'a>>,
}

/// The values of a state.
#[derive(Debug, Deserialize)]
pub struct StateValues<'a> {
    /// The root module.
    #[serde(borrow, default)]
    pub root_module: StateModule<'a>,
}

/// One module of a state.
#[derive(Debug, Default, Deserialize)]
pub struct StateModule<'a> {
    /// The address.
    #[serde(default)]
    pub address: String,
    /// The resources in it.
    #[serde(borrow, default)]
    pub resources: Vec<StateResource<'a>>,
    /// The modules that it calls.
    #[serde(borrow, default)]
    pub child_modules: Vec<StateModule<'a>>,
}

/// One resource of a state.
#[derive(Debug, Deserialize)]
pub struct StateResource<'a> {
    /// The address.
    pub address: String,
    /// Managed, or only read.
    pub mode: Mode,
    /// The type.
    #[serde(rename = "type")]
    pub kind: String,
    /// The name.
    pub name: String,
    /// The key among the instances of its block.
    pub index: Option<Key>,
    /// The attributes, as they are written.
    #[serde(borrow)]
    pub values: Option<&'a RawValue>,
}

impl<'a> Plan<'a> {
    /// Reads a plan.
    ///
    /// # Errors
    /// When the text is anything else, with what to give instead.
    pub fn parse(text: &'a [u8]) -> Result<Self, PlanError> {
        let text = text.strip_prefix(b"\xef\xbb\xbf").unwrap_or(text);
        if text.trim_ascii().is_empty() {
            return Err(PlanError::Empty);
        }
        // The first bytes of every zip file, which a binary plan is. Source: PKWARE APPNOTE.TXT,
        // 4.3.7.
        if text.starts_with(b"PK\x03\x04") {
            return Err(PlanError::Binary);
        }
        // Source: RFC 1952, 2.3.1.
        if text.starts_with(b"\x1f\x8b") {
            return Err(PlanError::Compressed);
        }
        // With its mark, or as it begins where it has none.
        if [b"\xff\xfe", b"\xfe\xff", b"{\0", b"\0{"].iter().any(|start| text.starts_with(*start)) {
            return Err(PlanError::Utf16);
        }
        // Only an object is a plan: of an array, the elements would be taken for the fields.
        let other = (!text.trim_ascii_start().starts_with(b"{"))
            .then(|| serde_json::from_slice::<Value>(text));
        if let Some(Ok(other)) = other {
            return Err(PlanError::NoObject(error::what(&other)));
        }
        let plan: Self =
            serde_json::from_slice(text).map_err(|error| PlanError::of(text, &error))?;
        if !plan.format_version.starts_with(FORMAT) && !plan.format_version.starts_with("0.") {
            return Err(PlanError::Format(plan.format_version));
        }
        match &plan {
            Plan { errored: true, .. } => Err(PlanError::Errored),
            // A plan of nothing at all has no changes, but always a configuration.
            Plan { configuration: None, resource_changes: Some(_), .. } => {
                Err(PlanError::Foreign("configuration"))
            }
            Plan { configuration: None, .. } => Err(PlanError::State),
            _ => Ok(plan),
        }
    }
}
