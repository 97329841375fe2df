//! The `locals` blocks of a folder, in the form in which a plan has other expressions.

use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};

use hcl::structure::Body;
use hcl::template::{Element, Template};
use hcl::{Expression, ObjectKey};
use serde_json::{Map, Value, json};

use super::{SourceError, read};
use crate::verify::from_modules::references::references;

/// The local values of a module, by their names.
pub fn locals(folder: &Path) -> Result<HashMap<String, Value>, SourceError> {
    let mut locals = HashMap::new();
    for path in files(folder)? {
        let text = read(&path)?;
        let invalid = |problem: String| SourceError::Invalid { path: path.clone(), problem };
        if path.extension().is_some_and(|extension| extension == "json") {
            let document: Value = serde_json::from_str(&text).map_err(|error| invalid(error.to_string()))?;
            locals.extend(in_json(&document));
        } else {
            let body = hcl::parse(&text).map_err(|error| invalid(error.to_string()))?;
            locals.extend(in_hcl(&body));
        }
    }
    Ok(locals)
}

/// The configuration files of a folder, in the order in which later ones override.
/// Source: <https://developer.hashicorp.com/terraform/language/files/override>.
fn files(folder: &Path) -> Result<Vec<PathBuf>, SourceError> {
    let unreadable = |source| SourceError::Read { path: folder.to_owned(), source };
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).map_err(unreadable)? {
        let path = entry.map_err(unreadable)?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let Some(stem) = name.strip_suffix(".tf").or(name.strip_suffix(".tf.json")) else { continue };
        let overrides = stem == "override" || stem.ends_with("_override");
        if !name.starts_with('.') && path.is_file() {
            files.push((overrides, path));
        }
    }
    files.sort();
    Ok(files.into_iter().map(|(_, path)| path).collect())
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

fn name(key: &ObjectKey) -> Option<String> {
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
