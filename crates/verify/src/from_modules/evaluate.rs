//! The values of a block before anything exists, and what of them is known only after the apply.

use hcl::Expression;
use hcl::structure::{Body, Structure};
use serde_json::{Map, Value};

use super::evaluation::Evaluation;
use super::scope::{Scope, Scopes};
use terraform::tf::attr::key_name;

/// The arguments that Terraform keeps for itself.
const META: [&str; 2] = ["depends_on", "lifecycle"];

/// What is known of a value, and what of it is known only after the apply, in the form of a plan.
#[derive(Debug)]
pub struct Evaluated {
    pub value: Value,
    pub unknown: Value,
}

impl Evaluated {
    /// Of an expression in a module.
    pub fn of(scopes: &Scopes, scope: &Scope, expression: &Expression) -> Self {
        match expression {
            Expression::Array(items) => {
                let (mut values, mut unknowns) = (Vec::with_capacity(items.len()), Vec::with_capacity(items.len()));
                for item in items.iter().map(|item| Self::of(scopes, scope, item)) {
                    values.push(item.value);
                    unknowns.push(item.unknown);
                }
                Self { value: Value::Array(values), unknown: Value::Array(unknowns) }
            }
            Expression::Object(object) => {
                let (mut value, mut unknown) = (Map::with_capacity(object.len()), Map::new());
                for (key, item) in object.iter().filter_map(|(key, item)| Some((key_name(key)?, item))) {
                    let item = Self::of(scopes, scope, item);
                    note_unknown(&mut unknown, key, item.unknown);
                    value.insert(key.to_owned(), item.value);
                }
                Self { value: value.into(), unknown: unknown.into() }
            }
            other => match Evaluation::of(scopes, scope).value(other) {
                Some(value) => Self { value, unknown: Value::Bool(false) },
                None => Self { value: Value::Null, unknown: Value::Bool(true) },
            },
        }
    }
}

/// Of a whole block: its arguments, and its nested blocks in lists.
pub fn block(scopes: &Scopes, scope: &Scope, body: &Body) -> Evaluated {
    // Room for the tags that the provider adds.
    let (mut values, mut unknowns) = (Map::with_capacity(body.0.len() + 1), Map::new());
    for structure in body {
        match structure {
            Structure::Attribute(argument) if !META.contains(&argument.key()) => {
                let evaluated = Evaluated::of(scopes, scope, argument.expr());
                note_unknown(&mut unknowns, argument.key(), evaluated.unknown);
                values.insert(argument.key().to_owned(), evaluated.value);
            }
            Structure::Block(inner) if !META.contains(&inner.identifier()) => {
                let evaluated = block(scopes, scope, inner.body());
                push_block(&mut values, body, inner.identifier(), evaluated.value);
                push_block(&mut unknowns, body, inner.identifier(), evaluated.unknown);
            }
            _ => {}
        }
    }
    Evaluated { value: values.into(), unknown: unknowns.into() }
}

/// Adds a nested block to those of its type, for all of which there is room from the first on.
fn push_block(map: &mut Map<String, Value>, body: &Body, kind: &str, block: Value) {
    match map.get_mut(kind) {
        Some(Value::Array(blocks)) => blocks.push(block),
        Some(_) => {}
        None => {
            let mut blocks = Vec::with_capacity(body.blocks().filter(|block| block.identifier() == kind).count());
            blocks.push(block);
            map.insert(kind.to_owned(), Value::Array(blocks));
        }
    }
}

/// A plan leaves out what is known.
fn note_unknown(unknowns: &mut Map<String, Value>, name: &str, unknown: Value) {
    if !matches!(unknown, Value::Bool(false)) {
        unknowns.insert(name.to_owned(), unknown);
    }
}
