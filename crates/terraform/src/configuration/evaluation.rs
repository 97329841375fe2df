//! Evaluates a configuration: each value once, in order, for all instances of its module.

use std::sync::Arc;

use super::arguments::Writer;
use super::declared::{Condition, ResourceName};
use super::graph::{Vertex, What};
use super::instances::{Arguments, Instances};
use super::scope::Scope;
use super::values::{Evaluation, Repetition, nothing};
use crate::diagnostic::Diagnostic;
use crate::eval::Evaluator;
use crate::expr::Expr;
use crate::names::Names;
use crate::source::Span;
use crate::types::Type;
use crate::value::Value;

/// What a condition belongs to.
#[derive(Clone, Copy)]
pub(super) enum Rule {
    /// A variable.
    Validation,
    /// A resource or an output; and what is said where it is false.
    Condition(&'static str),
    /// A check: where it is false, Terraform warns.
    Check,
}

impl Evaluation<'_> {
    /// Evaluates everything in order.
    pub fn run(mut self, order: &[Vertex]) -> Result<Instances, Vec<Diagnostic>> {
        self.evaluate(order)?;
        Ok(self.finish())
    }

    /// Evaluates everything in order, and asks something where the names of the root module are
    /// known.
    pub fn ask<T>(
        mut self,
        order: &[Vertex],
        question: impl FnOnce(&dyn Names) -> T,
    ) -> Result<T, Vec<Diagnostic>> {
        self.evaluate(order)?;
        Ok(question(&Scope {
            evaluation: &self,
            module: 0,
            repetition: &Repetition::None,
            itself: None,
        }))
    }

    /// Evaluates everything once with no variable, resource or number of instances known, as
    /// `terraform validate` does: so that what has no instance is checked too.
    pub fn validate(mut self, order: &[Vertex]) -> Vec<Diagnostic> {
        self.validating = true;
        self.evaluate(order).err().unwrap_or_default()
    }

    fn evaluate(&mut self, order: &[Vertex]) -> Result<(), Vec<Diagnostic>> {
        for vertex in order {
            let modules = self.of_node.get(vertex.node).cloned().unwrap_or_default();
            for module in modules {
                self.vertex(vertex, module);
            }
            if let Some(why) = self.budget.exhausted() {
                return Err(vec![*Diagnostic::new(Span::NONE, "Configuration too large", why)]);
            }
        }
        match std::mem::take(&mut self.problems) {
            problems if problems.is_empty() => Ok(()),
            problems => Err(problems),
        }
    }

    fn vertex(&mut self, vertex: &Vertex, module: usize) {
        self.hypothetical = !self.validating
            && self.modules.get(module).is_some_and(|instance| instance.hypothetical);
        let declared = self.module(vertex.node);
        match &vertex.what {
            What::Call(name) => self.call(vertex.node, module, name),
            What::Variable(name) => {
                if let Some(variable) = declared.variables.get(name) {
                    let value = self.variable(vertex.node, module, name, variable);
                    self.set(module, |instance| instance.variables.insert(name.clone(), value));
                }
            }
            What::Validation(name) => {
                if let Some(variable) = declared.variables.get(name) {
                    let around = self.given(module, name);
                    self.conditions(
                        module,
                        &variable.validations,
                        None,
                        &Repetition::None,
                        Rule::Validation,
                    );
                    self.set(module, |instance| instance.variables.extend(around));
                }
            }
            What::Local(name) => {
                if let Some(local) = declared.locals.get(name) {
                    let value = self.value(module, &Repetition::None, &local.value);
                    self.set(module, |instance| instance.locals.insert(name.clone(), value));
                }
            }
            What::Output(name) => {
                if let Some(output) = declared.outputs.get(name) {
                    let value = self.value(module, &Repetition::None, &output.value);
                    if module == 0 && !self.validating && !output.sensitive && value.has_sensitive()
                    {
                        let detail = "To reduce the risk of accidentally exporting sensitive data \
                                      that was intended to be only internal, Terraform requires \
                                      that any root module output containing sensitive data be \
                                      explicitly marked as sensitive, to confirm your intent.";
                        self.problems.push(*Diagnostic::new(
                            output.value.span,
                            "Output refers to sensitive values",
                            detail,
                        ));
                    }
                    if module == 0 && output.ephemeral {
                        let detail =
                            "Ephemeral outputs are not allowed in the context of a root module.";
                        self.problems.push(*Diagnostic::new(
                            output.span,
                            "Ephemeral output not allowed",
                            detail,
                        ));
                    }
                    if module == 0 && !self.validating && holds_infinity(&value) {
                        let detail = "A plan cannot hold an infinite number.";
                        self.problems.push(*Diagnostic::new(
                            output.value.span,
                            "Failed to write plan file",
                            detail,
                        ));
                    }
                    self.conditions(
                        module,
                        &output.preconditions,
                        None,
                        &Repetition::None,
                        Rule::Condition("Module output value precondition failed"),
                    );
                    // Terraform 1.11 hides a sensitive output, but does not mark its value for the
                    // caller.
                    self.set(module, |instance| instance.outputs.insert(name.clone(), value));
                }
            }
            What::Resource(name) => {
                if let Some(resource) = declared.resources.get(name) {
                    let value = self.resource(module, resource);
                    self.set(module, |instance| instance.resources.insert(name.clone(), value));
                }
            }
            What::Check(at) => {
                if let Some(check) = declared.checks.get(*at) {
                    self.conditions(module, &check.asserts, None, &Repetition::None, Rule::Check);
                }
            }
            What::Provider(at) => {
                if let Some(provider) = declared.providers.get(*at) {
                    // One of several: which, is not known.
                    let unknown = nothing;
                    let each = Repetition::Each(unknown(), unknown());
                    let repetition = if provider.repeated { each } else { Repetition::None };
                    let arguments = self.arguments(module, &repetition, None, &provider.body);
                    let (name, span) = (provider.name.clone(), provider.span);
                    self.set(module, |instance| {
                        instance.providers.push((name, span, Arc::new(arguments)))
                    });
                }
            }
        }
    }

    pub(super) fn value(&mut self, module: usize, repetition: &Repetition, expr: &Expr) -> Value {
        self.try_value(module, repetition, expr).unwrap_or_else(|problems| self.failed(problems))
    }

    pub(super) fn try_value(
        &self,
        module: usize,
        repetition: &Repetition,
        expr: &Expr,
    ) -> Result<Value, Vec<Diagnostic>> {
        let scope = Scope { evaluation: self, module, repetition, itself: None };
        Evaluator::new(&scope, &self.budget).evaluate_checked(expr)
    }

    pub(super) fn arguments(
        &mut self,
        module: usize,
        repetition: &Repetition,
        resource: Option<&ResourceName>,
        body: &crate::read::Body,
    ) -> Arguments {
        let scope = Scope { evaluation: self, module, repetition, itself: None };
        let mut writer = Writer::new(&scope, resource);
        let arguments = writer.arguments(body);
        let problems = writer.problems;
        self.failed(problems);
        arguments
    }

    /// Conditions that are false are errors; those that are unknown are not.
    pub(super) fn conditions(
        &mut self,
        module: usize,
        conditions: &[Condition],
        itself: Option<&Value>,
        repetition: &Repetition,
        rule: Rule,
    ) {
        for condition in conditions {
            if let Err(problems) = self.condition(module, condition, itself, repetition, rule) {
                self.failed(problems);
            }
        }
    }

    fn condition(
        &self,
        module: usize,
        condition: &Condition,
        itself: Option<&Value>,
        repetition: &Repetition,
        rule: Rule,
    ) -> Result<(), Vec<Diagnostic>> {
        let scope = Scope { evaluation: self, module, repetition, itself };
        let value = |expr| Evaluator::new(&scope, &self.budget).evaluate_checked(expr);
        let problem = |expr: &Expr, summary: &str, detail: String| {
            Err(vec![*Diagnostic::new(expr.span, summary, detail)])
        };
        // The message is evaluated whether or not it will be shown.
        let (holds, message) = match (value(&condition.condition), value(&condition.message)) {
            (Ok(holds), Ok(message)) => (holds, message),
            (holds, message) => {
                return Err([holds, message]
                    .into_iter()
                    .filter_map(Result::err)
                    .flatten()
                    .collect());
            }
        };
        let message = crate::convert::convert(&message, &Type::String);
        if !matches!(rule, Rule::Validation) && !message.as_ref().is_ok_and(|text| !text.is_null())
        {
            let detail = "Unsuitable value for error message: a string is required.".to_owned();
            return problem(&condition.message, "Invalid error message", detail);
        }
        let invalid = "Invalid condition result";
        if holds.is_null() {
            let detail = "Condition expression must return either true or false, not null.";
            return problem(&condition.condition, invalid, detail.to_owned());
        }
        let holds = match crate::convert::convert(&holds, &Type::Bool) {
            Ok(holds) => holds.as_bool(),
            Err(reason) => {
                let detail = format!("Invalid condition result value: {reason}.");
                return problem(&condition.condition, invalid, detail);
            }
        };
        let summary = match rule {
            Rule::Validation => "Invalid value for variable",
            Rule::Condition(summary) => summary,
            Rule::Check => return Ok(()),
        };
        match holds {
            Some(false) if !self.validating || matches!(rule, Rule::Validation) => {
                let message = message.ok().and_then(|message| message.as_str().map(str::to_owned));
                problem(&condition.condition, summary, message.unwrap_or_default())
            }
            _ => Ok(()),
        }
    }

    /// Gives a variable the value that only its validation sees; answers the one that all else
    /// sees.
    fn given(&mut self, module: usize, name: &Arc<str>) -> Option<(Arc<str>, Value)> {
        let instance = self.modules.get_mut(module)?;
        let given = instance.given.remove(name)?;
        Some((name.clone(), instance.variables.insert(name.clone(), given)?))
    }

    fn finish(mut self) -> Instances {
        let instances = std::mem::take(&mut self.instances);
        let outputs = self.module(0).outputs.keys();
        let root = self.modules.first();
        let outputs = outputs
            .filter_map(|name| Some((name.clone(), root?.outputs.get(name)?.clone())))
            .collect();
        Instances {
            by_address: instances
                .into_iter()
                .map(|instance| (instance.address.clone(), instance))
                .collect(),
            outputs,
        }
    }
}

fn holds_infinity(value: &Value) -> bool {
    value.as_number().is_some_and(crate::number::Number::is_infinite)
        || value.unmarked().0.children().any(holds_infinity)
}
