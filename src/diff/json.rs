//! Writes a plan for programs, in the form of `terraform show -json`: the properties that are known
//! without AWS.
//!
//! Source: Terraform, "JSON Output Format", "Plan Representation" and "Change Representation".

use serde_json::{Map, Value as Json, json};

use super::delta::Delta;
use super::plan::{Action, Change, Plan};
use super::value::Value;

/// The version of the form; a new one only when a property changes its meaning.
const FORMAT_VERSION: &str = "1.0";

impl Plan {
    /// The plan as JSON; references are in it as `${…}`.
    pub fn json(&self) -> Json {
        let resources = self.changes.iter().map(|(address, change)| resource(address, change));
        let outputs = self.outputs.iter().map(|(name, delta)| {
            let (before, after) = sides(delta);
            (name.clone(), json!({ "before": before, "after": after }))
        });
        json!({
            "format_version": FORMAT_VERSION,
            "resource_changes": resources.collect::<Vec<_>>(),
            "output_changes": outputs.collect::<Map<_, _>>(),
        })
    }
}

fn resource(address: &str, change: &Change) -> Json {
    let (before, after) = sides(&Delta::Entries(change.arguments.clone()));
    let paths = change.forced_by.iter().map(|path| path.split('.').collect::<Vec<_>>());
    let mut resource = json!({
        "address": address,
        "mode": "managed",
        "type": change.kind,
        "name": change.label,
        "change": {
            "actions": change.action.words(),
            "before": if change.action == Action::Create { Json::Null } else { before },
            "after": if change.action == Action::Destroy { Json::Null } else { after },
            "replace_paths": paths.collect::<Vec<_>>(),
        },
    });
    if let Some((module, _)) = address.rsplit_once(&format!(".{}.{}", change.kind, change.label)) {
        resource["module_address"] = module.into();
    }
    resource
}

impl Action {
    /// The words of Terraform's JSON.
    pub fn words(self) -> &'static [&'static str] {
        match self {
            Action::Create => &["create"],
            Action::Update => &["update"],
            Action::Replace => &["delete", "create"],
            Action::ReplaceCreateFirst => &["create", "delete"],
            Action::Destroy => &["delete"],
        }
    }
}

/// The value before and after.
fn sides(delta: &Delta) -> (Json, Json) {
    match delta {
        Delta::Same(value) => (json_of(value), json_of(value)),
        Delta::Added(value) => (Json::Null, json_of(value)),
        Delta::Removed(value) => (json_of(value), Json::Null),
        Delta::Changed(old, new) => (json_of(old), json_of(new)),
        Delta::KnownAfterApply(old) => (json_of(old), "(known after apply)".into()),
        Delta::Entries(entries) => {
            let sides = entries.iter().map(|(key, delta)| (key.clone(), sides(delta)));
            let (before, after): (Map<_, _>, Map<_, _>) =
                sides.map(|(key, (before, after))| ((key.clone(), before), (key, after))).unzip();
            (present(before), present(after))
        }
        Delta::Items(items) => {
            let (before, after): (Vec<_>, Vec<_>) = items.iter().map(sides).unzip();
            let present =
                |items: Vec<Json>| items.into_iter().filter(|item| !item.is_null()).collect();
            (present(before), present(after))
        }
        Delta::Within(_, inner) => sides(inner),
    }
}

fn present(entries: Map<String, Json>) -> Json {
    Json::Object(entries.into_iter().filter(|(_, value)| !value.is_null()).collect())
}

fn json_of(value: &Value) -> Json {
    match value {
        Value::Null => Json::Null,
        Value::Bool(value) => (*value).into(),
        Value::Number(number) => {
            let text = number.to_string();
            serde_json::from_str(&text).unwrap_or(Json::String(text))
        }
        Value::String(text) => text.as_str().into(),
        Value::List(items) => items.iter().map(json_of).collect(),
        Value::Map(entries) => {
            entries.iter().map(|(key, value)| (key.clone(), json_of(value))).collect()
        }
        Value::Sensitive(_) => value.to_string().into(),
        other => format!("${{{other}}}").into(),
    }
}
