//! Module calls: how many instances each has, and the values of their variables.

use std::sync::Arc;

use super::declared::{Repeat, Variable};
use super::expand;
use super::instances::InstanceKey;
use super::values::{Evaluation, Expansion, INSTANCE, ModuleInstance, Repetition, prefix};
use crate::diagnostic::Diagnostic;
use crate::value::{Cause, Causes, Unknown, Value};

impl Evaluation<'_> {
    pub(super) fn variable(
        &mut self,
        node: usize,
        module: usize,
        name: &Arc<str>,
        variable: &Variable,
    ) -> Value {
        let parent = self.tree.nodes.get(node).and_then(|node| node.parent.clone());
        let given = match parent {
            None if self.validating => None,
            None => match self.given.get(name) {
                Some(given) => Some((given.value.clone(), given.span)),
                None => self.known.variable(name).map(|value| (value, variable.span)),
            },
            Some((caller, call)) => {
                let call = self.module(caller).calls.get(&call);
                let argument = call
                    .and_then(|call| call.arguments.iter().find(|argument| argument.name == *name));
                let instance = self.modules.get(module);
                let around = instance
                    .map(|instance| (instance.parent.unwrap_or(0), instance.repetition.clone()));
                argument.zip(around).map(|(argument, (parent, repetition))| {
                    (self.value(parent, &repetition, &argument.value), argument.value.span)
                })
            }
        };
        let value = match given {
            Some((value, span)) if value.is_null() && !variable.nullable => {
                variable.default.clone().unwrap_or_else(|| {
                    let detail = format!(
                        "Unsuitable value for var.{name}: required variable may not be set to \
                         null."
                    );
                    self.failed(vec![*Diagnostic::new(span, "Required variable not set", detail)])
                })
            }
            Some((value, span)) => match variable.constraint.apply(&value) {
                Ok(converted) if self.compared => crate::eval::converted(converted, &value),
                Ok(value) => value,
                Err(problem) => {
                    let detail =
                        format!("The given value is not suitable for var.{name}: {problem}.");
                    self.failed(vec![*Diagnostic::new(
                        span,
                        "Invalid value for input variable",
                        detail,
                    )])
                }
            },
            None if self.validating && module == 0 => self.missing(module, name, variable),
            None => {
                variable.default.clone().unwrap_or_else(|| self.missing(module, name, variable))
            }
        };
        let value = value.marked(variable.sensitive);
        if !self.validating {
            return value;
        }
        // Terraform checks it in a module that is called, and goes on with nothing known.
        self.set(module, |instance| instance.given.insert(name.clone(), value));
        self.missing(module, name, variable).marked(variable.sensitive)
    }

    /// The value of a variable that is given none. (In a module that is called, it is an error,
    /// which is told already.)
    fn missing(&self, module: usize, name: &str, variable: &Variable) -> Value {
        let module = self.modules.get(module).map(|module| &*module.address).unwrap_or_default();
        let cause = Cause::Variable(format!("{}var.{name}", prefix(module)).into());
        let unknown = Unknown::attribute(variable.constraint.of.without_optional(), cause);
        if variable.nullable { unknown.into() } else { unknown.not_null().into() }
    }

    pub(super) fn call(&mut self, node: usize, module: usize, name: &Arc<str>) {
        let Some(call) = self.module(node).calls.get(name) else { return };
        let child =
            self.tree.nodes.get(node).and_then(|node| node.children.get(name).copied().flatten());
        let expanded = self.expand(module, &call.repeat);
        let Some(child) = child else {
            self.set(module, |instance| instance.calls.insert(name.clone(), Expansion::Missing));
            return;
        };
        let parent =
            self.modules.get(module).map(|parent| parent.address.clone()).unwrap_or_default();
        let mut made = Vec::new();
        for (key, repetition) in expanded {
            let address = format!("{}module.{name}{key}", prefix(&parent)).into();
            let hypothetical = self.hypothetical || matches!(key, InstanceKey::Unknown(_));
            let at = self.modules.len();
            self.modules.push(ModuleInstance {
                node: child,
                address,
                parent: Some(module),
                repetition,
                hypothetical,
                ..ModuleInstance::default()
            });
            if let Some(of_node) = self.of_node.get_mut(child) {
                of_node.push(at);
            }
            self.budget.charge(INSTANCE);
            made.push((key, at));
        }
        let expansion = match (made.first(), &call.repeat) {
            (Some((InstanceKey::None, at)), _) => Expansion::Once(*at),
            (Some((InstanceKey::Unknown(causes), at)), _) => {
                Expansion::Unknown(*at, causes.clone())
            }
            (_, Repeat::ForEach(_)) => Expansion::Each(
                made.into_iter()
                    .filter_map(|(key, at)| {
                        if let InstanceKey::Name(key) = key { Some((key, at)) } else { None }
                    })
                    .collect(),
            ),
            _ => Expansion::Count(made.into_iter().map(|(_, at)| at).collect()),
        };
        self.set(module, |instance| instance.calls.insert(name.clone(), expansion));
    }

    pub(super) fn expand(
        &mut self,
        module: usize,
        repeat: &Repeat,
    ) -> Vec<(InstanceKey, Repetition)> {
        if self.validating {
            repeat.expr().map(|expr| self.value(module, &Repetition::None, expr));
            return vec![expand::any(repeat, &Causes::default())];
        }
        let mut problems = Vec::new();
        let expanded = expand::expand(repeat, |expr| {
            self.try_value(module, &Repetition::None, expr).map_err(|found| {
                let mut found = found.into_iter();
                let first = found
                    .next()
                    .unwrap_or_else(|| *Diagnostic::new(expr.span, "Invalid expression", ""));
                problems.extend(found);
                Box::new(first)
            })
        });
        expanded.unwrap_or_else(|problem| {
            problems.insert(0, *problem);
            let value = self.failed(problems);
            match self.hypothetical {
                true => vec![expand::any(repeat, &value.causes())],
                false => Vec::new(),
            }
        })
    }
}
