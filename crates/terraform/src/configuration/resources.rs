//! Resource instances: their arguments, what other expressions see of them, and their providers.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::declared::{Mode, ProviderName, Repeat, Resource};
use super::evaluation::Rule;
use super::instances::{Arguments, Content, Instance, InstanceKey, ProviderOf};
use super::values::{Evaluation, INSTANCE, Repetition, nothing, prefix};
use super::{builtin, referenced};
use crate::expr::{Expr, Step};
use crate::source::Span;
use crate::types::Type;
use crate::value::{Cause, Unknown, Value};

impl Evaluation<'_> {
    pub(super) fn resource(&mut self, module: usize, resource: &Resource) -> Value {
        let expanded = self.expand(module, &resource.repeat);
        let mut values = Vec::new();
        for (key, repetition) in expanded {
            let around = self.hypothetical;
            self.hypothetical |= !self.validating && matches!(key, InstanceKey::Unknown(_));
            let value = self.instance(module, resource, &key, &repetition);
            self.hypothetical = around;
            values.push((key, value));
            if !self.budget.charge(INSTANCE) {
                break;
            }
        }
        match (values.first(), &resource.repeat) {
            (Some((InstanceKey::None, value)), _) => value.clone(),
            (Some((InstanceKey::Unknown(causes), _)), _) => {
                Value::unknown_because(Type::Dynamic, causes.clone())
            }
            (_, Repeat::ForEach(_)) => {
                Value::object(values.into_iter().filter_map(|(key, value)| {
                    if let InstanceKey::Name(key) = key { Some((key, value)) } else { None }
                }))
            }
            _ => Value::tuple(values.into_iter().map(|(_, value)| value)),
        }
    }

    fn instance(
        &mut self,
        module: usize,
        resource: &Resource,
        key: &InstanceKey,
        repetition: &Repetition,
    ) -> Value {
        let in_module =
            self.modules.get(module).map(|module| module.address.clone()).unwrap_or_default();
        let address: Arc<str> = format!("{}{}{key}", prefix(&in_module), resource.name).into();
        let arguments = self.arguments(module, repetition, Some(&resource.name), &resource.body);
        let instance = Instance {
            address: address.clone(),
            name: resource.name.clone(),
            key: key.clone(),
            module: in_module,
            provider: self.provider(module, &resource.provider_name()),
            depends_on: self.waits(module, resource),
            lifecycle: resource.lifecycle.clone(),
            arguments,
            span: resource.span,
        };
        let value = if self.validating { nothing() } else { self.instance_value(&instance) };
        self.instances.push(instance);
        self.conditions(
            module,
            &resource.preconditions,
            None,
            repetition,
            Rule::Condition("Resource precondition failed"),
        );
        self.conditions(
            module,
            &resource.postconditions,
            Some(&value),
            repetition,
            Rule::Condition("Resource postcondition failed"),
        );
        value
    }

    /// What a reference to an instance stands for: what is written and what is known beside it; the
    /// rest is unknown.
    fn instance_value(&self, instance: &Instance) -> Value {
        let mut attributes = BTreeMap::new();
        let builtin = builtin::is_builtin(&instance.name);
        for argument in &instance.arguments.0 {
            let value = match &argument.content {
                // Terraform's own resources take any value as it is.
                Content::Value(value) if builtin => Some(value.clone()),
                Content::Value(value) => {
                    match self.known.attribute_type(&instance.name, &argument.name) {
                        Some(of) => referenced::converted(value, &of),
                        None => referenced::referenced(value),
                    }
                }
                // One block can be said of any; whether several are a list or a set, only the
                // provider's schema says.
                Content::Blocks(blocks) => match &**blocks {
                    [block] if block.arguments.to_value().is_wholly_known() => Some(Value::tuple(
                        [self.nested_value(instance, &argument.name, &block.arguments)],
                    )),
                    _ => None,
                },
                Content::SomeBlocks(..) => None,
            };
            attributes.extend(value.map(|value| (argument.name.clone(), value)));
        }
        attributes.extend(self.known.attributes(instance));
        if let Some(value) = builtin::value(&instance.name, &instance.address, &attributes) {
            return value;
        }
        let cause = match instance.name.mode {
            Mode::Data => Cause::Data { resource: instance.address.clone(), path: "".into() },
            _ => Cause::attribute(&instance.address, ""),
        };
        open(cause, attributes)
    }

    fn nested_value(&self, instance: &Instance, name: &str, arguments: &Arguments) -> Value {
        let written = arguments.0.iter().filter_map(|argument| match &argument.content {
            Content::Value(value) => Some((argument.name.clone(), referenced::referenced(value)?)),
            _ => None,
        });
        let path: Arc<str> = format!("{name}[0]").into();
        let cause = match instance.name.mode {
            Mode::Data => Cause::Data { resource: instance.address.clone(), path },
            _ => Cause::Attribute { resource: instance.address.clone(), path },
        };
        open(cause, written.collect())
    }

    /// The addresses that `depends_on` names, of the resource and of the calls of the modules that
    /// it is in.
    fn waits(&self, module: usize, resource: &Resource) -> Vec<Arc<str>> {
        let mut waits = Vec::new();
        let mut add = |module: usize, exprs: &[Expr]| {
            let prefix =
                self.modules.get(module).map(|module| prefix(&module.address)).unwrap_or_default();
            waits.extend(exprs.iter().flat_map(Expr::references).map(|reference| {
                Arc::from(format!("{prefix}{}", written(reference.root, reference.steps)))
            }));
        };
        add(module, &resource.depends_on);
        let mut at = module;
        while let Some((instance, parent)) =
            self.modules.get(at).and_then(|instance| Some((instance, instance.parent?)))
        {
            let call = self.tree.nodes.get(instance.node).and_then(|node| node.parent.as_ref());
            if let Some(call) = call.and_then(|(caller, call)| self.module(*caller).calls.get(call))
            {
                add(parent, &call.depends_on);
            }
            at = parent;
        }
        waits
    }

    /// The configuration that a module has for a provider: its own, the one it is given, or for the
    /// default one that of the caller.
    pub(super) fn provider(&self, module: usize, name: &ProviderName) -> ProviderOf {
        let (mut at, mut name) = (module, name.clone());
        while let Some(instance) = self.modules.get(at) {
            if let Some((name, span, arguments)) =
                instance.providers.iter().find(|(own, ..)| *own == name)
            {
                return ProviderOf {
                    name: name.clone(),
                    module: instance.address.clone(),
                    span: *span,
                    arguments: arguments.clone(),
                };
            }
            let Some(parent) = instance.parent else { break };
            let call = self.tree.nodes.get(instance.node).and_then(|node| node.parent.as_ref());
            let call = call.and_then(|(caller, call)| self.module(*caller).calls.get(call));
            match call.and_then(|call| call.providers.iter().find(|(inner, _)| *inner == name)) {
                Some((_, outer)) => name = outer.clone(),
                None if name.alias.is_none() => {}
                None => break,
            }
            at = parent;
        }
        ProviderOf { name, module: "".into(), span: Span::NONE, arguments: Arc::default() }
    }
}

fn open(cause: Cause, attributes: BTreeMap<Arc<str>, Value>) -> Value {
    let mut unknown = Unknown::attribute(Type::Dynamic, cause).not_null();
    unknown.attributes = Some(Arc::new(attributes));
    unknown.into()
}

/// A reference to an object as its address is written.
fn written(root: &str, steps: &[Step]) -> String {
    let mut address = root.to_owned();
    for step in steps {
        match step {
            Step::Attribute(name) => address.extend([".", name]),
            Step::Index(index) => match &index.bare().kind {
                crate::expr::Kind::Number(number) => address.push_str(&format!("[{number}]")),
                crate::expr::Kind::String(name) => {
                    address.push_str(&InstanceKey::Name(name.clone()).to_string())
                }
                _ => address.push_str("[*]"),
            },
            Step::Splat(_) => break,
        }
    }
    address
}
