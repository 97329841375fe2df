//! The configuration in a plan: which references are written where.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::Arc;

use crate::configuration::Configuration as Read;
use crate::configuration::declared::{Mode, Module, ProviderName, Repeat};
use crate::expr::{Expr, Key, Kind, Reference, Step};
use crate::read::Body;
use serde_json::{Map, Value as Json};

use super::values::known;
use super::{
    Argument, Configuration, ModuleCall, ModuleConfiguration, OutputConfiguration,
    ProviderConfiguration, ResourceConfiguration, VariableConfiguration,
};

/// The modules of a configuration by the names of the calls that lead to them.
type Modules<'a> = BTreeMap<&'a [Arc<str>], &'a Module>;

impl From<&Read> for Configuration {
    fn from(read: &Read) -> Self {
        let modules: Modules = read.modules().collect();
        let providers = read.modules().flat_map(|(path, module)| {
            module.providers.iter().map(move |provider| {
                let module: String = path.iter().map(|call| format!("module.{call}:")).collect();
                let written = ProviderConfiguration {
                    name: provider.name.name.to_string(),
                    expressions: block(&provider.body),
                };
                (format!("{module}{}", provider.name), written)
            })
        });
        Configuration { provider_config: providers.collect(), root_module: module(&modules, &[]) }
    }
}

fn module(modules: &Modules, path: &[Arc<str>]) -> ModuleConfiguration {
    let Some(declared) = modules.get(path) else { return ModuleConfiguration::default() };
    let calls = declared.calls.iter().map(|(name, call)| {
        let arguments = call
            .arguments
            .iter()
            .map(|argument| (argument.name.as_ref().into(), argument_of(&argument.value)));
        let inner = [path, &[Arc::clone(name)]].concat();
        let call = ModuleCall {
            expressions: Argument::Block(arguments.collect()),
            for_each_expression: for_each(&call.repeat),
            depends_on: depends_on(&call.depends_on),
            module: module(modules, &inner),
        };
        (name.to_string(), call)
    });
    let resources =
        declared.resources.values().filter(|resource| resource.name.mode != Mode::Ephemeral);
    let resources = resources.map(|resource| ResourceConfiguration {
        address: resource.name.to_string(),
        expressions: block(&resource.body),
        for_each_expression: for_each(&resource.repeat),
        depends_on: depends_on(&resource.depends_on),
        provider_config_key: Cow::Owned(provider_key(modules, path, resource.provider_name())),
    });
    let outputs = declared.outputs.iter().map(|(name, output)| {
        (name.to_string(), OutputConfiguration { expression: argument_of(&output.value) })
    });
    let variables = declared.variables.iter().map(|(name, variable)| {
        let default = variable.default.as_ref().map(known);
        (name.to_string(), VariableConfiguration { default })
    });
    let locals =
        declared.locals.iter().map(|(name, local)| (name.to_string(), argument_of(&local.value)));
    ModuleConfiguration {
        resources: resources.collect(),
        module_calls: calls.collect(),
        outputs: outputs.collect(),
        variables: variables.collect(),
        locals: locals.collect(),
    }
}

/// The configuration of a provider that a module has: its own, the one it is given, or for the
/// default one that of the caller; as a plan calls it.
fn provider_key(modules: &Modules, mut path: &[Arc<str>], mut name: ProviderName) -> String {
    while let Some((call, outer)) = path.split_last() {
        let own = modules.get(path).into_iter().flat_map(|module| &module.providers);
        if own.into_iter().any(|provider| provider.name == name) {
            let module: String = path.iter().map(|call| format!("module.{call}:")).collect();
            return format!("{module}{name}");
        }
        let given = modules.get(outer).and_then(|module| module.calls.get(call));
        if let Some((_, passed)) =
            given.and_then(|call| call.providers.iter().find(|(inner, _)| *inner == name))
        {
            name = passed.clone();
        }
        path = outer;
    }
    name.to_string()
}

fn for_each(repeat: &Repeat) -> Argument {
    match repeat {
        Repeat::ForEach(expr) => argument_of(expr),
        Repeat::Once | Repeat::Count(_) => Argument::Nothing,
    }
}

fn depends_on(expressions: &[Expr]) -> Vec<String> {
    expressions.iter().flat_map(Expr::references).map(|reference| written(&reference)).collect()
}

/// The arguments and blocks of a body; what a `dynamic` block makes, a plan leaves out.
fn block(body: &Body) -> Argument {
    let mut arguments: Vec<(String, Argument)> = Vec::new();
    for attribute in body.attributes() {
        arguments.push((attribute.name.as_ref().into(), argument_of(&attribute.value)));
    }
    for inner in body.blocks().filter(|inner| &*inner.kind != "dynamic") {
        let inner_block = block(&inner.body);
        match arguments.iter_mut().find(|(name, _)| **name == *inner.kind) {
            Some((_, Argument::Blocks(blocks))) => blocks.push(inner_block),
            _ => arguments.push((inner.kind.as_ref().into(), Argument::Blocks(vec![inner_block]))),
        }
    }
    Argument::Block(arguments)
}

/// The value where it is written out, otherwise the references in it.
fn argument_of(expr: &Expr) -> Argument {
    match constant(expr) {
        Some(constant) => {
            Argument::Expression { constant: Some(Box::new(constant)), references: Vec::new() }
        }
        None => Argument::Expression {
            constant: None,
            references: expr.references().iter().map(written).collect(),
        },
    }
}

fn constant(expr: &Expr) -> Option<Json> {
    match &expr.bare().kind {
        Kind::Null => Some(Json::Null),
        Kind::Bool(is) => Some((*is).into()),
        Kind::Number(number) => Some(known(&crate::value::Value::Number(number.clone()))),
        Kind::String(text) => Some(Json::from(&**text)),
        Kind::List(items) => {
            items.iter().map(constant).collect::<Option<Vec<_>>>().map(Json::Array)
        }
        Kind::Map(entries) => {
            let entry = |(key, value): &(Key, Expr)| match key {
                Key::Name(name) | Key::Text(name) => Some((name.to_string(), constant(value)?)),
                Key::Expr(_) | Key::Template(_) => None,
            };
            entries.iter().map(entry).collect::<Option<Map<_, _>>>().map(Json::Object)
        }
        Kind::Call(call) if ["toset", "tolist", "tomap"].contains(&&*call.name) => {
            call.arguments.first().and_then(constant)
        }
        _ => None,
    }
}

/// A reference as a plan lists it: up to the first index that is not written out.
fn written(reference: &Reference) -> String {
    let mut text = String::from(&**reference.root);
    for step in reference.steps {
        match step {
            Step::Attribute(name) => text.extend([".", name]),
            Step::Index(index) => match constant(index) {
                Some(index) => text.push_str(&format!("[{index}]")),
                None => break,
            },
            Step::Splat(_) => break,
        }
    }
    text
}
