//! A state: what is deployed, as `terraform show -json` prints it, or as a backend keeps it
//! (version 4). Sources: <https://developer.hashicorp.com/terraform/internals/json-format>, and
//! Terraform's `internal/states/statefile`.

use serde::Deserialize;
use serde_json::{Map, Value};

use crate::plan::{Key, Mode, PlanError};

/// The version of state files that Terraform has written since 0.12.
const FILE_VERSION: u64 = 4;

/// What is deployed.
#[derive(Debug, Default)]
pub struct State {
    /// The version of Terraform that wrote it.
    pub terraform_version: String,
    /// The resource instances and data sources in it, but for leftovers that the next apply
    /// destroys.
    pub resources: Vec<Deployed>,
}

/// One resource instance of a state.
#[derive(Debug)]
pub struct Deployed {
    /// The address of its module's instance; empty for the root.
    pub module: String,
    /// Managed, or only read.
    pub mode: Mode,
    /// The type.
    pub kind: String,
    /// The name.
    pub name: String,
    /// The key among the instances of its block.
    pub key: Option<Key>,
    /// The attributes.
    pub values: Value,
    /// True where an attribute is sensitive.
    pub sensitive: Value,
}

/// What `terraform show -json` prints of a state.
#[derive(Deserialize)]
struct Shown {
    #[serde(default)]
    terraform_version: String,
    values: Option<ShownValues>,
}

#[derive(Deserialize)]
struct ShownValues {
    #[serde(default)]
    root_module: ShownModule,
}

#[derive(Default, Deserialize)]
struct ShownModule {
    #[serde(default)]
    address: String,
    #[serde(default)]
    resources: Vec<ShownResource>,
    #[serde(default)]
    child_modules: Vec<ShownModule>,
}

#[derive(Deserialize)]
struct ShownResource {
    mode: Mode,
    #[serde(rename = "type")]
    kind: String,
    name: String,
    index: Option<Key>,
    deposed_key: Option<String>,
    #[serde(default)]
    values: Value,
    #[serde(default)]
    sensitive_values: Value,
}

/// A state file of version 4.
#[derive(Deserialize)]
struct File {
    version: u64,
    #[serde(default)]
    terraform_version: String,
    #[serde(default)]
    resources: Vec<FileResource>,
}

#[derive(Deserialize)]
struct FileResource {
    #[serde(default)]
    module: String,
    mode: Mode,
    #[serde(rename = "type")]
    kind: String,
    name: String,
    #[serde(default)]
    instances: Vec<FileInstance>,
}

#[derive(Deserialize)]
struct FileInstance {
    index_key: Option<Key>,
    /// A leftover that the next apply destroys.
    deposed: Option<String>,
    #[serde(default)]
    attributes: Value,
    #[serde(default)]
    sensitive_attributes: Vec<Vec<Step>>,
}

/// One step of the path of a sensitive attribute.
#[derive(Deserialize)]
struct Step {
    value: Value,
}

impl State {
    /// Reads a state.
    ///
    /// # Errors
    /// When the text is no state, or one of a version that Terraform no longer writes.
    pub fn parse(text: &[u8]) -> Result<Self, PlanError> {
        let text = without_byte_order_mark(text);
        let json = |error: serde_json::Error| PlanError::Json(error.to_string());
        let value: Value = serde_json::from_slice(text).map_err(json)?;
        let state: Self = if value.get("version").is_some() && value.get("values").is_none() {
            let file: File = serde_json::from_value(value).map_err(json)?;
            if file.version != FILE_VERSION {
                return Err(PlanError::StateVersion(file.version));
            }
            file.into()
        } else {
            serde_json::from_value::<Shown>(value).map_err(json)?.into()
        };
        if state.resources.is_empty() { Err(PlanError::EmptyState) } else { Ok(state) }
    }
}

fn without_byte_order_mark(text: &[u8]) -> &[u8] {
    text.strip_prefix(b"\xef\xbb\xbf").unwrap_or(text)
}

impl From<Shown> for State {
    fn from(shown: Shown) -> Self {
        let mut state = Self { terraform_version: shown.terraform_version, resources: Vec::new() };
        let mut modules: Vec<_> =
            shown.values.into_iter().map(|values| values.root_module).collect();
        while let Some(module) = modules.pop() {
            let resources =
                module.resources.into_iter().filter(|resource| resource.deposed_key.is_none());
            state.resources.extend(resources.map(|resource| Deployed {
                module: module.address.clone(),
                mode: resource.mode,
                kind: resource.kind,
                name: resource.name,
                key: resource.index,
                values: resource.values,
                sensitive: resource.sensitive_values,
            }));
            modules.extend(module.child_modules);
        }
        state
    }
}

impl From<File> for State {
    fn from(file: File) -> Self {
        let mut state = Self { terraform_version: file.terraform_version, resources: Vec::new() };
        for resource in file.resources {
            let instances =
                resource.instances.into_iter().filter(|instance| instance.deposed.is_none());
            state.resources.extend(instances.map(|instance| Deployed {
                module: resource.module.clone(),
                mode: resource.mode,
                kind: resource.kind.clone(),
                name: resource.name.clone(),
                key: instance.index_key,
                values: instance.attributes,
                sensitive: sensitive(&instance.sensitive_attributes),
            }));
        }
        state
    }
}

/// The paths of sensitive attributes as a plan marks them. A path into a list marks the whole list:
/// nothing is shown that might be a secret.
fn sensitive(paths: &[Vec<Step>]) -> Value {
    let mut marks = Value::Object(Map::new());
    for path in paths {
        mark(&mut marks, path);
    }
    marks
}

fn mark(marks: &mut Value, path: &[Step]) {
    match (path, &mut *marks) {
        ([Step { value: Value::String(name) }, rest @ ..], Value::Object(map)) => {
            mark(map.entry(name.clone()).or_insert_with(|| Value::Object(Map::new())), rest);
        }
        _ => *marks = Value::Bool(true),
    }
}

impl Deployed {
    /// As `module.network.aws_subnet.app["a"]`.
    pub fn address(&self) -> String {
        let module =
            if self.module.is_empty() { String::new() } else { format!("{}.", self.module) };
        let data = if self.mode == Mode::Data { "data." } else { "" };
        let key = self.key.as_ref().map(Key::to_string).unwrap_or_default();
        format!("{module}{data}{}.{}{key}", self.kind, self.name)
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn an_old_state_file_is_refused_with_what_to_give_instead() {
        let error = State::parse(br#"{"version": 3, "lineage": "l", "modules": []}"#).unwrap_err();
        assert_eq!(error, PlanError::StateVersion(3));
        assert!(error.to_string().contains("terraform show -json"));
    }

    #[test]
    fn a_sensitive_part_of_a_list_hides_the_whole_list() {
        let path: Vec<Step> =
            serde_json::from_value(json!([{"value": "a"}, {"value": 0}, {"value": "b"}])).unwrap();
        assert_eq!(sensitive(&[path]), json!({"a": true}));
    }
}
