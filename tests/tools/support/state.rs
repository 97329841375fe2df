//! A state as an apply would have left it, made from a plan: so that Terraform says what a change
//! of the configuration would do to a stack that nobody had to apply.

use std::collections::BTreeSet;

use anyhow::{Context, Result};
use serde_json::{Map, Value, json};

use super::{Plan, Terraform};

const PROVIDER: &str = "registry.terraform.io/hashicorp/aws";

/// What AWS would have told at the apply: an ARN, since the provider refuses anything else in many
/// places. Short, since some take no more than the length of a name.
pub const TOLD_BY_AWS: &str = "arn:aws:told:us-east-1:123456789012:it";

/// What is looked at more closely than that, by type and attribute.
const TOLD_IN_A_FORM: [(&str, &str, &str); 7] = [
    ("aws_acm_certificate", "arn", CERTIFICATE),
    ("aws_acm_certificate", "resource_record_type", "CNAME"),
    ("aws_acm_certificate_validation", "certificate_arn", CERTIFICATE),
    ("aws_db_proxy_default_target_group", "name", "default"),
    ("aws_kms_key", "arn", KEY),
    ("aws_lb", "zone_id", "Z35SXDOTRQ7X7K"),
    ("aws_s3_bucket_lifecycle_configuration", "expected_bucket_owner", ""),
];
const CERTIFICATE: &str =
    "arn:aws:acm:us-east-1:123456789012:certificate/00000000-0000-0000-0000-000000000000";

const KEY: &str = "arn:aws:kms:us-east-1:123456789012:key/00000000-0000-0000-0000-000000000000";

/// The provider's own schema of every resource type.
pub fn provider_schema(terraform: &Terraform) -> Result<Value> {
    Ok(terraform.provider_schema()?["resource_schemas"].take())
}

/// Which of the arguments that the configuration sets had another value before.
pub type Changed<'a> = &'a dyn Fn(&str, &str) -> bool;

/// The state of everything planned; `changed`, of a type and a top-level argument, tells which had
/// another value.
pub fn state(plan: &Plan, schema: &Value, changed: Changed<'_>) -> Result<String> {
    let mut resources = Vec::new();
    for planned in plan.json["resource_changes"]
        .as_array()
        .into_iter()
        .flatten()
        .filter(|one| one["mode"] == "managed" && one["change"]["actions"] != json!(["delete"]))
    {
        let kind = planned["type"].as_str().context("a resource has a type")?;
        let configured = configured(plan, planned)
            .with_context(|| format!("{} is configured", planned["address"]))?;
        let block = Block {
            kind,
            schema: &schema[kind]["block"],
            after: &planned["change"]["after"],
            unknown: &planned["change"]["after_unknown"],
        };
        let is_set = |argument: &str| configured.contains(argument);
        let mut attributes =
            block.values(&is_set, &|argument| is_set(argument) && changed(kind, argument));
        if attributes["id"].is_null() {
            attributes.insert("id".into(), TOLD_BY_AWS.into());
        }
        let mut resource = json!({
            "mode": "managed",
            "type": kind,
            "name": planned["name"],
            "provider": format!("provider[\"{PROVIDER}\"]"),
            "instances": [{
                "schema_version": schema[kind]["version"],
                "attributes": attributes,
                "sensitive_attributes": sensitive(&schema[kind]["block"]),
            }],
        });
        if planned["module_address"].is_string() {
            resource["module"] = planned["module_address"].clone();
        }
        resources.push(resource);
    }
    let state = json!({
        "version": 4, "serial": 1, "lineage": "made", "outputs": {}, "resources": resources
    });
    Ok(state.to_string())
}

/// The paths of what a schema calls sensitive: Terraform plans an update of what its state does not
/// call so.
fn sensitive(block: &Value) -> Vec<Value> {
    let attributes = block["attributes"].as_object().into_iter().flatten();
    let sensitive = attributes.filter(|(_, attribute)| attribute["sensitive"] == true);
    sensitive.map(|(name, _)| json!([{"type": "get_attr", "value": name}])).collect()
}

/// The arguments and blocks that the configuration of a planned resource sets.
pub fn configured(plan: &Plan, planned: &Value) -> Option<BTreeSet<String>> {
    let root = &plan.json["configuration"]["root_module"];
    let module = match planned["module_address"].as_str() {
        Some(address) => &root["module_calls"][address.strip_prefix("module.")?]["module"],
        None => root,
    };
    let (kind, name) = (&planned["type"], &planned["name"]);
    let found = module["resources"]
        .as_array()?
        .iter()
        .find(|one| one["type"] == *kind && one["name"] == *name)?;
    Some(found["expressions"].as_object()?.keys().cloned().collect())
}

/// A block of a resource: its schema, and what is planned for it.
struct Block<'a> {
    kind: &'a str,
    schema: &'a Value,
    after: &'a Value,
    unknown: &'a Value,
}

impl Block<'_> {
    /// The values as they were; `is_set` and `differs` tell of its arguments.
    fn values(
        &self,
        is_set: &dyn Fn(&str) -> bool,
        differs: &dyn Fn(&str) -> bool,
    ) -> Map<String, Value> {
        let attributes = self.schema["attributes"].as_object().into_iter().flatten();
        let attributes = attributes.map(|(name, attribute)| {
            let value = self.attribute(name, attribute, is_set(name));
            (name.clone(), if differs(name) { other(&value) } else { value })
        });
        let nested = self.schema["block_types"].as_object().into_iter().flatten();
        let nested = nested.map(|(name, nested)| {
            (name.clone(), self.nested(name, nested, is_set(name), differs(name)))
        });
        attributes.chain(nested).collect()
    }

    fn attribute(&self, name: &str, attribute: &Value, is_set: bool) -> Value {
        match (&self.unknown[name], &self.after[name]) {
            (Value::Null | Value::Bool(false), known) => known.clone(),
            (_, Value::Null) if message(self.kind, name).is_some() => {
                message(self.kind, name).unwrap_or_default()
            }
            // AWS may choose what the configuration leaves open, and then nothing depends on what
            // it chose.
            (_, Value::Null) if attribute["optional"] == true && !is_set => {
                match attribute["type"][0].as_str() {
                    Some("map") => json!({}),
                    Some(_) => json!([]),
                    None => Value::Null,
                }
            }
            (_, Value::Null) => placeholder(&attribute["type"]),
            // Some elements are known and some are not.
            (unknown, known) => filled(self.kind, known, unknown),
        }
    }

    fn nested(&self, name: &str, nested: &Value, is_set: bool, differs: bool) -> Value {
        let of = |after, unknown| {
            let block = Block { kind: self.kind, schema: &nested["block"], after, unknown };
            Value::Object(block.values(&|_| is_set, &|_| differs))
        };
        let unknown = &self.unknown[name];
        match &self.after[name] {
            Value::Array(blocks) => {
                blocks.iter().enumerate().map(|(place, block)| of(block, &unknown[place])).collect()
            }
            block @ Value::Object(_) => of(block, unknown),
            _ if nested["nesting_mode"] == "single" => Value::Null,
            _ => json!([]),
        }
    }
}

fn filled(kind: &str, known: &Value, unknown: &Value) -> Value {
    match (known, unknown) {
        (_, Value::Bool(true)) => TOLD_BY_AWS.into(),
        (Value::Array(items), _) => items
            .iter()
            .enumerate()
            .map(|(place, item)| filled(kind, item, &unknown[place]))
            .collect(),
        (Value::Object(entries), _) => {
            let keys = entries.keys().chain(unknown.as_object().into_iter().flat_map(Map::keys));
            let value = |key: &String| {
                message(kind, key).unwrap_or_else(|| filled(kind, &known[key], &unknown[key]))
            };
            keys.map(|key| (key.clone(), value(key))).collect()
        }
        (value, _) => value.clone(),
    }
}

/// What AWS would have told, where it has a form of its own.
fn message(kind: &str, attribute: &str) -> Option<Value> {
    let found = TOLD_IN_A_FORM.iter().find(|(of, name, _)| (*of, *name) == (kind, attribute));
    found.map(|(_, _, value)| Value::from(*value))
}

/// A list of objects has one, since outputs ask for its first.
fn placeholder(kind: &Value) -> Value {
    match (kind.as_str(), kind[0].as_str()) {
        (Some("number"), _) => json!(0),
        (Some("bool"), _) => json!(false),
        (Some(_), _) => TOLD_BY_AWS.into(),
        (_, Some("map")) => json!({}),
        (_, Some("object")) => {
            let fields = kind[1].as_object().into_iter().flatten();
            fields.map(|(name, kind)| (name.clone(), placeholder(kind))).collect()
        }
        (_, Some("list")) if kind[1][0] == "object" => json!([placeholder(&kind[1])]),
        _ => json!([]),
    }
}

fn other(value: &Value) -> Value {
    match value {
        Value::Null => Value::Null,
        Value::Bool(value) => json!(!value),
        Value::Number(number) => json!(number.as_f64().unwrap_or_default() as i64 + 1),
        Value::String(text) => json!(format!("{text}-before")),
        Value::Array(items) => items.iter().map(other).collect(),
        Value::Object(entries) => {
            entries.iter().map(|(key, value)| (key.clone(), other(value))).collect()
        }
    }
}
