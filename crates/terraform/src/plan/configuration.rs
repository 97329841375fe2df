//! The configuration that a plan has with it: what each block refers to.

use std::borrow::Cow;
use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::Value;

use super::Argument;

/// The configuration that was planned: where references are.
#[derive(Debug, Default, Deserialize)]
pub struct Configuration {
    /// The `provider` blocks.
    #[serde(default)]
    pub provider_config: BTreeMap<String, ProviderConfiguration>,
    /// The root module.
    #[serde(default)]
    pub root_module: ModuleConfiguration,
}

/// One `provider` block as written.
#[derive(Debug, Default, Deserialize)]
pub struct ProviderConfiguration {
    /// The name.
    #[serde(default)]
    pub name: String,
    /// The arguments.
    #[serde(default)]
    pub expressions: Argument,
}

/// One module as written.
#[derive(Debug, Default, Deserialize)]
pub struct ModuleConfiguration {
    /// The `resource` and `data` blocks.
    #[serde(default)]
    pub resources: Vec<ResourceConfiguration>,
    /// The `module` blocks, by name.
    #[serde(default)]
    pub module_calls: BTreeMap<String, ModuleCall>,
    /// The `output` blocks, by name.
    #[serde(default)]
    pub outputs: BTreeMap<String, OutputConfiguration>,
    /// The `variable` blocks, by name.
    #[serde(default)]
    pub variables: BTreeMap<String, VariableConfiguration>,
    /// Local values: a plan does not show them, a configuration does.
    #[serde(skip)]
    pub locals: BTreeMap<String, Argument>,
}

/// One `variable` block as written.
#[derive(Debug, Clone, Default, Deserialize)]
pub struct VariableConfiguration {
    /// What it is where nothing is given.
    pub default: Option<Value>,
}

/// One `resource` or `data` block as written.
#[derive(Debug, Clone, Default, Deserialize)]
pub struct ResourceConfiguration {
    /// Without the module: `aws_vpc.main` or `data.aws_region.current`.
    pub address: String,
    /// The arguments.
    #[serde(default = "no_arguments")]
    pub expressions: Argument,
    /// What `for_each` goes through.
    #[serde(default)]
    pub for_each_expression: Argument,
    /// What it waits for, as written.
    #[serde(default)]
    pub depends_on: Vec<String>,
    /// Which provider configuration it belongs to: `aws`, or `aws.west` with an alias.
    #[serde(default)]
    pub provider_config_key: Cow<'static, str>,
}

/// A plan leaves the expressions of a block without arguments out.
fn no_arguments() -> Argument {
    Argument::Block(Vec::new())
}

/// One `module` block as written.
#[derive(Debug, Default, Deserialize)]
pub struct ModuleCall {
    /// The arguments.
    #[serde(default)]
    pub expressions: Argument,
    /// What `for_each` goes through.
    #[serde(default)]
    pub for_each_expression: Argument,
    /// What it waits for, as written.
    #[serde(default)]
    pub depends_on: Vec<String>,
    /// What is called.
    #[serde(default)]
    pub module: ModuleConfiguration,
}

/// One `output` block as written.
#[derive(Debug, Clone, Default, Deserialize)]
pub struct OutputConfiguration {
    /// The value.
    #[serde(default)]
    pub expression: Argument,
}
