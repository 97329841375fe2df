//! A state: what is deployed, as `terraform show -json` prints it, or as a backend keeps it (version 4).
//! Sources: <https://developer.hashicorp.com/terraform/internals/json-format>, and Terraform's `internal/states/statefile`.

use std::borrow::Cow;
use std::sync::Arc;

use serde::Deserialize;
use serde_json::{Map, Value};

use super::inventory::{Entry, Inventory};
use super::plan::{Action, Key, Mode, PlanError};

/// The version of state files that Terraform has written since 0.12.
const FILE_VERSION: u64 = 4;

/// What is deployed.
#[derive(Debug, Default)]
pub struct State {
    terraform_version: String,
    resources: Vec<Deployed>,
}

/// One resource instance of a state.
#[derive(Debug)]
struct Deployed {
    module: String,
    mode: Mode,
    kind: String,
    name: String,
    key: Option<Key>,
    values: Value,
    sensitive: Value,
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
        let mut modules: Vec<_> = shown.values.into_iter().map(|values| values.root_module).collect();
        while let Some(module) = modules.pop() {
            let resources = module.resources.into_iter().filter(|resource| resource.deposed_key.is_none());
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
            let instances = resource.instances.into_iter().filter(|instance| instance.deposed.is_none());
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

/// The paths of sensitive attributes as a plan marks them. A path into a list marks the whole list: nothing is shown that
/// might be a secret.
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
    fn address(&self) -> String {
        let module = if self.module.is_empty() { String::new() } else { format!("{}.", self.module) };
        let data = if self.mode == Mode::Data { "data." } else { "" };
        let key = self.key.as_ref().map(Key::to_string).unwrap_or_default();
        format!("{module}{data}{}.{}{key}", self.kind, self.name)
    }
}

impl Inventory {
    /// The inventory of what is deployed: every value is known, but not which of them the configuration sets.
    pub fn from_state(state: State) -> Self {
        let entries = state.resources.into_iter().map(|deployed| {
            let Deployed { mode, kind, name, .. } = &deployed;
            let entry = Entry::new(Arc::from(&*deployed.module), deployed.address(), *mode, kind, name);
            Entry {
                key: deployed.key,
                actions: Cow::Borrowed(&[Action::NoOp]),
                values: deployed.values,
                sensitive: deployed.sensitive,
                ..entry
            }
        });
        Self::deployed(state.terraform_version, entries)
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::plan::Plan;
    use crate::planned::Planned::{Absent, Known};

    fn inventory(state: &Value) -> Inventory {
        let text = state.to_string();
        assert_eq!(Plan::parse(text.as_bytes()).unwrap_err(), PlanError::State, "a state is told from a plan");
        Inventory::from_state(State::parse(text.as_bytes()).unwrap())
    }

    /// One subnet in a module and one database, as `terraform show -json` prints them.
    fn shown() -> Value {
        json!({"format_version": "1.0", "terraform_version": "1.11.4", "values": {"root_module": {
            "resources": [
                {"address": "aws_db_instance.main", "mode": "managed", "type": "aws_db_instance", "name": "main",
                 "values": {"id": "db-1", "password": "hunter2", "kms_key_id": null}, "sensitive_values": {"password": true}},
                {"address": "aws_db_instance.main", "deposed_key": "00000001", "mode": "managed", "type": "aws_db_instance",
                 "name": "main", "values": {"id": "db-0"}},
            ],
            "child_modules": [{"address": "module.net[\"a\"]", "resources": [
                {"address": "module.net[\"a\"].aws_subnet.app[1]", "mode": "managed", "type": "aws_subnet", "name": "app",
                 "index": 1, "values": {"id": "subnet-1", "vpc_id": "vpc-9"}, "sensitive_values": {}}]}],
        }}})
    }

    /// The same as a backend keeps it.
    fn file() -> Value {
        json!({"version": 4, "terraform_version": "1.11.4", "serial": 3, "lineage": "l", "outputs": {}, "resources": [
            {"mode": "managed", "type": "aws_db_instance", "name": "main", "provider": "p", "instances": [
                {"schema_version": 2, "attributes": {"id": "db-1", "password": "hunter2", "kms_key_id": null},
                 "sensitive_attributes": [[{"type": "get_attr", "value": "password"}]]},
                {"schema_version": 2, "deposed": "00000001", "attributes": {"id": "db-0"}}]},
            {"module": "module.net[\"a\"]", "mode": "managed", "type": "aws_subnet", "name": "app", "provider": "p",
             "instances": [{"index_key": 1, "attributes": {"id": "subnet-1", "vpc_id": "vpc-9"}, "sensitive_attributes": []}]},
        ]})
    }

    #[test]
    fn both_forms_of_a_state_say_what_is_deployed_and_leave_out_what_is_about_to_go() {
        for state in [shown(), file()] {
            let inventory = inventory(&state);
            let addresses: Vec<_> = inventory.resources().map(|resource| resource.address().to_owned()).collect();
            assert_eq!(addresses, ["aws_db_instance.main", "module.net[\"a\"].aws_subnet.app[1]"]);
            let database = inventory.at("aws_db_instance.main").unwrap();
            assert_eq!(database.at("id").text(), Known("db-1"));
            assert_eq!(database.at("kms_key_id").value(), Absent);
            assert_eq!(database.at("password").shown(), "sensitive");
            assert_eq!(inventory.terraform_version(), "1.11.4");
        }
    }

    #[test]
    fn an_old_state_file_is_refused_with_what_to_give_instead() {
        let error = State::parse(br#"{"version": 3, "lineage": "l", "modules": []}"#).unwrap_err();
        assert_eq!(error, PlanError::StateVersion(3));
        assert!(error.to_string().contains("terraform show -json"));
    }

    #[test]
    fn a_sensitive_part_of_a_list_hides_the_whole_list() {
        let path: Vec<Step> = serde_json::from_value(json!([{"value": "a"}, {"value": 0}, {"value": "b"}])).unwrap();
        assert_eq!(sensitive(&[path]), json!({"a": true}));
    }
}
