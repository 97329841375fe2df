//! [`Schema`]: values brought into the form that their type has in the provider's schema, so that
//! only what differs for the provider differs here: sets have no order, and a number where a text
//! is due is that text.

use anyhow::{Context, Result};
use indexmap::IndexMap;
use serde_json::Value as Json;

use terraform::configuration::Known;
use terraform::configuration::declared::{Mode, ResourceName};
use terraform::number::Number;
use terraform::types::Type;

use super::value::Value;
use crate::schema::{BlockSchema, ProviderSchema};

/// The schema of the types that paytf writes; of any other type nothing is known.
pub(super) struct Schema(ProviderSchema);

impl Schema {
    pub fn committed() -> Result<Self> {
        ProviderSchema::committed()
            .map(Schema)
            .context("the provider's schema inside this program cannot be read")
    }

    fn of(&self, kind: &str) -> Option<&BlockSchema> {
        self.0.resources.get(kind)?.as_ref()
    }

    pub fn has_tags_all(&self, kind: &str) -> bool {
        self.of(kind).is_some_and(|block| block.attributes.contains_key("tags_all"))
    }

    /// Whether the provider keeps the value when the configuration no longer sets it.
    pub fn keeps_when_unset(&self, kind: &str, argument: &str) -> bool {
        let attribute = self.of(kind).and_then(|block| block.attributes.get(argument));
        attribute.is_some_and(|attribute| attribute.optional && attribute.computed)
    }

    pub fn normalise(&self, kind: &str, arguments: &mut IndexMap<String, Value>) {
        match self.of(kind) {
            Some(block) => normalise_block(block, arguments),
            None => arguments.values_mut().for_each(without_lists_of_one),
        }
    }
}

impl Known for Schema {
    fn schema(&self) -> Option<&dyn Known> {
        Some(&verify::Schema)
    }

    /// The whole type for resources that paytf writes, since it has their schema.
    fn attribute_type(&self, resource: &ResourceName, attribute: &str) -> Option<Type> {
        let block = self.of(&resource.kind).filter(|_| resource.mode == Mode::Managed);
        let written = block
            .and_then(|block| Type::from_json(&block.attributes.get(attribute)?.type_constraint));
        written.or_else(|| verify::Schema.attribute_type(resource, attribute))
    }
}

/// Replaces a list of one object by that object. Without a schema it is not known whether it is a
/// block, which the JSON syntax writes in both ways.
pub(super) fn without_lists_of_one(value: &mut Value) {
    match value {
        Value::Map(entries) => {
            entries.retain(|_, value| *value != Value::Null);
            entries.values_mut().for_each(without_lists_of_one);
        }
        Value::List(items) => {
            items.iter_mut().for_each(without_lists_of_one);
            if let [Value::Map(_)] = items.as_slice() {
                *value = items.remove(0);
            }
        }
        _ => {}
    }
}

fn normalise_block(block: &BlockSchema, arguments: &mut IndexMap<String, Value>) {
    for (name, value) in arguments.iter_mut() {
        if let Some(attribute) = block.attributes.get(name) {
            normalise(&attribute.type_constraint, value);
        } else if let Some(nested) = block.blocks.get(name) {
            let each = |value: &mut Value| {
                if let Value::Map(arguments) = value {
                    arguments.retain(|_, value| *value != Value::Null);
                    normalise_block(&nested.block, arguments);
                }
            };
            match &mut *value {
                Value::List(blocks) => blocks.iter_mut().for_each(each),
                single => {
                    each(single);
                    *single = Value::List(vec![single.clone()]);
                }
            }
            if nested.nesting_mode == "set" {
                sort(value);
            }
        }
    }
}

/// Source: Terraform, "Provider Schemas Representation": types in their JSON form.
fn normalise(type_constraint: &Json, value: &mut Value) {
    match (type_constraint.as_str(), type_constraint[0].as_str(), &mut *value) {
        (Some("string"), _, Value::Number(_) | Value::Bool(_)) => {
            *value = Value::String(value.text().unwrap_or_default())
        }
        (Some("number"), _, Value::String(text)) => {
            if let Ok(number) = Number::parse(text) {
                *value = Value::Number(number);
            }
        }
        (Some("bool"), _, Value::String(text)) if text == "true" || text == "false" => {
            *value = Value::Bool(text == "true")
        }
        // A list of objects may be written as blocks, and a single one in JSON syntax as an object.
        (_, Some("list" | "set"), Value::Map(_)) => *value = Value::List(vec![value.clone()]),
        (_, Some("list" | "set"), Value::List(items)) => {
            items.iter_mut().for_each(|item| normalise(&type_constraint[1], item))
        }
        (_, Some("map"), Value::Map(entries)) => {
            entries.values_mut().for_each(|value| normalise(&type_constraint[1], value))
        }
        _ => {}
    }
    if type_constraint[0] == "set" {
        sort(value);
    }
}

fn sort(value: &mut Value) {
    if let Value::List(items) = value {
        items.sort_by_key(ToString::to_string);
    }
}
