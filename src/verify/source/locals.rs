//! The `locals` blocks of a folder, in the form in which a plan has other expressions.

use std::collections::HashMap;

use hcl::structure::Body;
use hcl::template::{Element, Template};
use hcl::{Expression, ObjectKey};
use serde_json::{Map, Value, json};

use super::document::Document;
use crate::verify::from_modules::references::references;

/// The local values of a module, by their names.
pub fn locals(documents: &[Document]) -> HashMap<String, Value> {
    let mut locals = HashMap::new();
    for document in documents {
        match document {
            Document::Native(body) => locals.extend(in_hcl(body)),
            Document::Json(document) => locals.extend(in_json(document)),
        }
    }
    locals
}

fn in_hcl(body: &Body) -> impl Iterator<Item = (String, Value)> {
    let blocks = body.blocks().filter(|block| block.identifier() == "locals");
    blocks.flat_map(|block| block.body().attributes()).map(|local| (local.key().to_owned(), expression(local.expr())))
}

fn expression(written: &Expression) -> Value {
    match constant(written) {
        Some(constant) => json!({"constant_value": constant}),
        None => json!({"references": references(written)}),
    }
}

/// The value of what is written out.
fn constant(written: &Expression) -> Option<Value> {
    match written {
        Expression::Null => Some(Value::Null),
        Expression::Bool(is) => Some((*is).into()),
        Expression::Number(number) => serde_json::to_value(number).ok(),
        Expression::String(text) => Some(text.as_str().into()),
        Expression::Array(items) => items.iter().map(constant).collect::<Option<Vec<_>>>().map(Value::Array),
        Expression::Object(object) => {
            let entry = |(key, value)| Some((name(key)?, constant(value)?));
            object.iter().map(entry).collect::<Option<Map<_, _>>>().map(Value::Object)
        }
        Expression::Parenthesis(inner) => constant(inner),
        Expression::FuncCall(call) if ["toset", "tolist", "tomap"].contains(&call.name.name.as_str()) => {
            call.args.first().and_then(constant)
        }
        _ => None,
    }
}

/// The name that a key is, where it is written out.
pub fn name(key: &ObjectKey) -> Option<String> {
    match key {
        ObjectKey::Identifier(name) => Some(name.to_string()),
        ObjectKey::Expression(Expression::String(name)) => Some(name.clone()),
        _ => None,
    }
}

/// In Terraform's JSON syntax `locals` is one object or a list of them.
fn in_json(document: &Value) -> Vec<(String, Value)> {
    let blocks = match &document["locals"] {
        Value::Array(blocks) => blocks.iter().collect(),
        block => vec![block],
    };
    let entries = blocks.into_iter().filter_map(Value::as_object).flatten();
    entries.map(|(name, value)| (name.clone(), json_expression(value))).collect()
}

fn json_expression(value: &Value) -> Value {
    let mut references = Vec::new();
    collect(value, &mut references);
    if references.is_empty() { json!({"constant_value": value}) } else { json!({"references": references}) }
}

/// The references in the templates of a value; depth is bounded by the reader of JSON.
fn collect(value: &Value, found: &mut Vec<String>) {
    match value {
        Value::String(text) => {
            let Ok(template) = text.parse::<Template>() else { return };
            for element in template.elements() {
                if let Element::Interpolation(interpolation) = element {
                    found.extend(references(&interpolation.expr));
                }
            }
        }
        Value::Array(items) => items.iter().for_each(|item| collect(item, found)),
        Value::Object(map) => map.values().for_each(|item| collect(item, found)),
        _ => {}
    }
}
