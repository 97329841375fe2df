//! [`Evaluator`]: evaluates an expression as Terraform 1.11 does.
//!
//! Like Terraform's own evaluator it goes on after an error, with a value of unknown type in its
//! place: so a conditional knows the types of both its sides, and all errors of an expression are
//! reported at once.

mod call;
mod choice;
mod computation;
mod operator;
mod repeat;
mod step;
mod template;

use std::sync::Arc;

pub(crate) use computation::converted;

use crate::budget::Budget;
use crate::convert::convert;
use crate::diagnostic::Diagnostic;
use crate::expr::{Base, Expr, Key, Kind, Path};
use crate::names::Names;
use crate::source::Span;
use crate::types::Type;
use crate::value::{Causes, Value, normalized};

/// The value of an expression that stands alone, as a variable's default does.
///
/// # Errors
/// It has none: the first thing that is wrong.
pub fn evaluate<N: Names + ?Sized>(expr: &Expr, names: &N) -> crate::read::Result<Value> {
    Evaluator::new(names, &Budget::default()).evaluate(expr).map_err(|faults| {
        let missing = || *Diagnostic::new(expr.span, "Invalid expression", "It has no value.");
        Box::new(faults.into_iter().next().unwrap_or_else(missing))
    })
}

/// Evaluates expressions.
pub struct Evaluator<'a, N: Names + ?Sized> {
    names: &'a N,
    budget: &'a Budget,
    /// What `for` and templates give names to, the innermost last.
    given: Vec<(Arc<str>, Value)>,
    faults: Vec<Diagnostic>,
}

/// What stands for the value of an expression that has none.
fn nothing() -> Value {
    Value::unknown_because(Type::Dynamic, Causes::default())
}

impl<'a, N: Names + ?Sized> Evaluator<'a, N> {
    /// An evaluator where `names` are known.
    pub fn new(names: &'a N, budget: &'a Budget) -> Self {
        Evaluator { names, budget, given: Vec::new(), faults: Vec::new() }
    }

    /// An evaluator where further names are known: those of the object `names`, as in a file for
    /// `templatefile`.
    #[must_use]
    pub fn given(mut self, names: impl IntoIterator<Item = (Arc<str>, Value)>) -> Self {
        self.given.extend(names);
        self
    }

    /// The value of an expression.
    ///
    /// # Errors
    /// A reference leads nowhere, or the expression has no value. All that is wrong with it, at
    /// least one thing.
    pub fn evaluate(&mut self, expr: &Expr) -> Result<Value, Vec<Diagnostic>> {
        let faults: Vec<Diagnostic> = expr
            .references()
            .iter()
            .filter(|reference| self.lookup(reference.root).is_none())
            .filter_map(|reference| self.names.check(reference).err())
            .map(|fault| *fault)
            .collect();
        if faults.is_empty() { self.evaluate_checked(expr) } else { Err(faults) }
    }

    /// The value of an expression whose references were checked.
    ///
    /// # Errors
    /// It has no value. All that is wrong with it, at least one thing.
    pub fn evaluate_checked(&mut self, expr: &Expr) -> Result<Value, Vec<Diagnostic>> {
        let value = self.value(expr);
        let mut faults = std::mem::take(&mut self.faults);
        // What was given up cannot be the reason for anything, as `try` would have it.
        if let Some(why) = self.budget.exhausted() {
            faults = vec![*Diagnostic::new(expr.span, "Expression too large", why)];
        }
        if faults.is_empty() { Ok(value) } else { Err(faults) }
    }

    fn fault(&mut self, span: Span, summary: &str, detail: impl Into<String>) -> Value {
        self.faults.push(*Diagnostic::new(span, summary, detail));
        nothing()
    }

    fn lookup(&self, name: &str) -> Option<&Value> {
        self.given.iter().rev().find(|(given, _)| **given == *name).map(|(_, value)| value)
    }

    fn value(&mut self, expr: &Expr) -> Value {
        if !self.budget.enter() {
            return nothing();
        }
        let mut value = self.value_within(expr);
        if self.names.is_compared() {
            value = self.with_computation(value, expr);
        }
        self.budget.leave();
        value
    }

    fn value_within(&mut self, expr: &Expr) -> Value {
        match &expr.kind {
            Kind::Null => Value::NULL,
            Kind::Bool(value) => Value::Bool(*value),
            Kind::Number(number) => Value::Number(number.clone()),
            Kind::String(text) => Value::String(text.clone()),
            Kind::List(items) => {
                let items: Vec<Value> = items.iter().map(|item| self.value(item)).collect();
                self.budget.weigh_all(&items);
                Value::tuple(items)
            }
            Kind::Map(entries) => self.object(entries),
            Kind::Template(parts) => self.template(parts, expr.span),
            Kind::Path(path) => self.path(path, expr.span),
            Kind::Call(call) => self.call(call, expr.span),
            Kind::If(choice) => self.choice(choice, expr.span),
            Kind::For(walk) => self.repeat(walk, expr.span),
            Kind::Binary(binary) => self.binary(binary, expr.span),
            Kind::Unary(operator, operand) => self.unary(*operator, operand),
            Kind::Parentheses(inner) => self.value(inner),
        }
    }

    fn path(&mut self, path: &Path, span: Span) -> Value {
        match &path.base {
            Base::Expr(base) => {
                let value = self.value(base);
                self.steps(value, &path.steps, span)
            }
            Base::Name(name) => {
                if let Some(value) = self.lookup(name) {
                    let value = value.clone();
                    return self.steps(value, &path.steps, span);
                }
                match self.names.resolve(name, &path.steps, span) {
                    Ok((value, taken)) => {
                        let steps = path.steps.get(taken..).unwrap_or_default();
                        // Terraform validates with variables that are unknown: there, no null ends
                        // a path before its time.
                        if let ("var", Value::Null(of), false) = (&**name, &value, steps.is_empty())
                        {
                            self.steps(
                                Value::unknown_because(of.clone(), Causes::default()),
                                steps,
                                span,
                            );
                        }
                        self.steps(value, steps, span)
                    }
                    Err(fault) => {
                        self.faults.push(*fault);
                        nothing()
                    }
                }
            }
        }
    }

    fn object(&mut self, entries: &[(Key, Expr)]) -> Value {
        let mut attributes = std::collections::BTreeMap::new();
        let mut sensitive = false;
        let mut known = true;
        let mut causes = Causes::default();
        let each_once = entries.iter().any(|(key, _)| matches!(key, Key::Template(_)));
        for (key, expr) in entries {
            let before = self.faults.len();
            let (name, key_span) = match key {
                Key::Name(name) | Key::Text(name) => (Value::String(name.clone()), expr.span),
                Key::Expr(key) => (self.key(key), key.span),
                Key::Template(key) => (self.value(key), key.span),
            };
            let faulty = self.faults.len() > before;
            let value = self.value(expr);
            if faulty {
                known = false;
                continue;
            }
            let (name, marked) = name.unmarked();
            if name.is_null() {
                self.fault(key_span, "Null value as key", "Can't use a null value as a key.");
                continue;
            }
            sensitive |= marked;
            match convert(name, &Type::String) {
                Err(error) => {
                    self.fault(
                        key_span,
                        "Incorrect key type",
                        format!("Can't use this value as a key: {error}."),
                    );
                }
                Ok(Value::String(name)) => {
                    let before = attributes.insert(normalized(&name), value);
                    if each_once && before.is_some() {
                        let detail = format!("An attribute named \"{name}\" was already defined.");
                        self.fault(key_span, "Duplicate object attribute", detail);
                    }
                }
                Ok(unknown) => {
                    known = false;
                    causes.extend(&unknown.causes());
                }
            }
        }
        if !known {
            return Value::unknown_because(Type::Dynamic, causes);
        }
        self.budget.weigh_all(attributes.values());
        Value::Object(Arc::new(attributes)).marked(sensitive)
    }

    fn key(&mut self, key: &Expr) -> Value {
        if let Kind::Path(path) = &key.kind
            && matches!(path.base, Base::Name(_))
            && !path.steps.is_empty()
        {
            return self.fault(
                key.span,
                "Ambiguous attribute key",
                "If this expression is intended to be a reference, wrap it in parentheses. If \
                 it's instead intended as a literal name containing periods, wrap it in quotes to \
                 create a string literal.",
            );
        }
        self.value(key)
    }
}

#[cfg(test)]
mod tests;
