//! [`Expressions`]: what is written in a declared module, in the form in which a plan has it.

use std::collections::BTreeMap;
use std::sync::Arc;

use hcl::Expression;
use hcl::structure::{Body, Structure};
use serde_json::{Map, Value};

use super::references::{for_each_reference, references};
use super::scope::{Declared, blocks, labelled, values};
use crate::tf::{self, Root};
use crate::verify::inventory::block_address;
use crate::verify::modules::{Call, Module};
use crate::verify::plan::{OutputConfiguration, ResourceConfiguration};

/// What is written in a declared module. It is the same for every stack that calls the module, so it can be found once for all of them.
#[derive(Debug, Clone)]
pub struct Expressions(Arc<Module>);

impl Expressions {
    /// What is written in this module.
    pub fn of(module: &tf::Module) -> Self {
        Self(Arc::new(written(module.main(), module.output_blocks())))
    }

    pub(super) fn shared(&self) -> Arc<Module> {
        Arc::clone(&self.0)
    }
}

/// The root as written, with its calls.
pub fn root_module(root: &Root) -> Module {
    let call = |body| Call { expressions: expressions(body), depends_on: depends_on(body), ..Call::default() };
    let calls = labelled(root.main(), "module").map(|(name, body)| (name.to_owned(), call(body)));
    let mut module = written(root.main(), root.output_blocks());
    module.calls.extend(calls);
    module
}

fn written(main: &Body, outputs: &Body) -> Module {
    let resource = |block: Declared| ResourceConfiguration {
        address: block_address(block.mode, block.kind, block.name),
        // The stack has one provider configuration.
        provider_config_key: "aws".into(),
        expressions: expressions(block.body),
        for_each_expression: Value::Null,
        depends_on: depends_on(block.body),
    };
    let outputs: BTreeMap<_, _> = values(outputs, "output", "value")
        .map(|(name, value)| (name.to_owned(), OutputConfiguration { expression: expression(value) }))
        .collect();
    Module::new(blocks(main).map(resource).collect(), outputs)
}

fn depends_on(body: &Body) -> Vec<String> {
    let argument = body.attributes().find(|attribute| attribute.key() == "depends_on");
    argument.map(|argument| references(argument.expr())).unwrap_or_default()
}

/// The expressions of a block, as a plan has them: nested blocks in lists, even where there is only one.
fn expressions(body: &Body) -> Value {
    let mut map = Map::with_capacity(body.0.len());
    for structure in body {
        match structure {
            Structure::Attribute(argument) => {
                map.insert(argument.key().to_owned(), expression(argument.expr()));
            }
            Structure::Block(block) => push_block(&mut map, body, block.identifier(), expressions(block.body())),
        }
    }
    Value::Object(map)
}

/// Adds a nested block to those of its type, for all of which there is room from the first on.
pub fn push_block(map: &mut Map<String, Value>, body: &Body, kind: &str, block: Value) {
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

fn expression(expression: &Expression) -> Value {
    let mut references = Vec::new();
    for_each_reference(expression, &mut |reference| {
        // Most have one.
        references.reserve_exact(usize::from(references.is_empty()));
        references.push(Value::String(reference));
    });
    let (name, value) = match references.is_empty() {
        true => ("constant_value", constant(expression)),
        false => ("references", Value::Array(references)),
    };
    let mut map = Map::with_capacity(1);
    map.insert(name.to_owned(), value);
    Value::Object(map)
}

/// What is written, of a single value: by it a block of a set is known again.
fn constant(expression: &Expression) -> Value {
    match expression {
        Expression::String(text) => Value::String(text.clone()),
        Expression::Bool(flag) => Value::Bool(*flag),
        _ => Value::Null,
    }
}
