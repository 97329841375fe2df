//! [`Expressions`]: what is written in a declared module, in the form in which a plan has it.

use std::collections::BTreeMap;
use std::sync::Arc;

use compact_str::CompactString;
use hcl::Expression;
use hcl::structure::{Body, Structure};
use serde_json::Value;

use super::references::references;
use super::scope::{Declared, blocks, labelled, values};
use crate::inventory::block_address;
use crate::modules::{Call, Module};
use crate::plan::{Argument, OutputConfiguration, ResourceConfiguration};
use terraform::tf::{self, Root};

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
    let call = |body| Call { expressions: arguments(body), depends_on: depends_on(body), ..Call::default() };
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
        expressions: arguments(block.body),
        for_each_expression: Argument::Nothing,
        depends_on: depends_on(block.body),
    };
    let outputs: BTreeMap<_, _> = values(outputs, "output", "value")
        .map(|(name, value)| (name.to_owned(), OutputConfiguration { expression: argument(value) }))
        .collect();
    Module::new(blocks(main).map(resource).collect(), outputs)
}

fn depends_on(body: &Body) -> Vec<String> {
    let argument = body.attributes().find(|attribute| attribute.key() == "depends_on");
    argument.into_iter().flat_map(|argument| references(argument.expr())).map(String::from).collect()
}

/// The arguments of a block, as a plan has them: nested blocks in lists, even where there is only one.
fn arguments(body: &Body) -> Argument {
    let mut all: Vec<(CompactString, Argument)> = Vec::with_capacity(body.0.len());
    for structure in body {
        match structure {
            Structure::Attribute(attribute) => all.push((attribute.key().into(), argument(attribute.expr()))),
            Structure::Block(block) => {
                let inner = arguments(block.body());
                match all.iter_mut().find(|(kind, _)| kind == block.identifier()) {
                    Some((_, Argument::Blocks(blocks))) => blocks.push(inner),
                    _ => all.push((block.identifier().into(), Argument::Blocks(vec![inner]))),
                }
            }
        }
    }
    Argument::Block(all)
}

fn argument(expression: &Expression) -> Argument {
    let references = references(expression);
    let constant = references.is_empty().then(|| Box::new(constant(expression)));
    Argument::Expression { constant, references }
}

/// What is written, of a single value: by it a block of a set is known again.
fn constant(expression: &Expression) -> Value {
    match expression {
        Expression::String(text) => Value::String(text.clone()),
        Expression::Bool(flag) => Value::Bool(*flag),
        _ => Value::Null,
    }
}
