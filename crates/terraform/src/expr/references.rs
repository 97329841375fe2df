//! What an expression refers to, and the functions that it calls.

use std::sync::Arc;

use super::{Base, Call, Expr, Key, Kind, Part, Step};
use crate::source::Span;

/// A path in an expression that begins with a name that the expression does not give itself.
#[derive(Debug, Clone, Copy)]
pub struct Reference<'a> {
    /// The name: `var`, `local`, `aws_vpc`.
    pub root: &'a Arc<str>,
    /// The steps behind it.
    pub steps: &'a [Step],
    /// The place in its file.
    pub span: Span,
}

impl Expr {
    /// All references to what is outside the expression, from left to right: names that a `for`
    /// gives are none.
    pub fn references(&self) -> Vec<Reference<'_>> {
        let mut walk = Walk::default();
        walk.expr(self);
        walk.found
    }

    /// Calls `visit` with each function call, from left to right.
    pub fn calls(&self) -> Vec<(&Call, Span)> {
        let mut walk = Walk::default();
        walk.expr(self);
        walk.calls
    }
}

/// The references of the parts of a template.
pub fn references_of(parts: &[Part]) -> Vec<Reference<'_>> {
    let mut walk = Walk::default();
    walk.parts(parts);
    walk.found
}

#[derive(Default)]
struct Walk<'a> {
    found: Vec<Reference<'a>>,
    calls: Vec<(&'a Call, Span)>,
    /// The names that are given by the `for`s around.
    given: Vec<&'a str>,
}

impl<'a> Walk<'a> {
    fn expr(&mut self, expr: &'a Expr) {
        match &expr.kind {
            Kind::Null | Kind::Bool(_) | Kind::Number(_) | Kind::String(_) => {}
            Kind::List(items) => items.iter().for_each(|item| self.expr(item)),
            Kind::Map(entries) => {
                for (key, value) in entries {
                    if let Key::Expr(key) | Key::Template(key) = key {
                        self.expr(key);
                    }
                    self.expr(value);
                }
            }
            Kind::Template(parts) => self.parts(parts),
            Kind::Path(path) => {
                match &path.base {
                    Base::Name(root) if self.given.contains(&&**root) => {}
                    Base::Name(root) => {
                        self.found.push(Reference { root, steps: &path.steps, span: expr.span })
                    }
                    Base::Expr(base) => self.expr(base),
                }
                self.steps(&path.steps);
            }
            Kind::Call(call) => {
                self.calls.push((call, expr.span));
                call.arguments.iter().for_each(|argument| self.expr(argument));
            }
            Kind::If(choice) => {
                for part in [&choice.condition, &choice.then, &choice.otherwise] {
                    self.expr(part);
                }
            }
            Kind::For(walk) => {
                self.expr(&walk.collection);
                self.with(walk.key.as_ref(), &walk.value, |inner| {
                    inner.maybe(walk.result_key.as_ref());
                    inner.expr(&walk.result);
                    inner.maybe(walk.condition.as_ref());
                });
            }
            Kind::Binary(binary) => {
                self.expr(&binary.left);
                self.expr(&binary.right);
            }
            Kind::Unary(_, operand) => self.expr(operand),
            Kind::Parentheses(inner) => self.expr(inner),
        }
    }

    fn maybe(&mut self, expr: Option<&'a Expr>) {
        if let Some(expr) = expr {
            self.expr(expr);
        }
    }

    fn with(&mut self, key: Option<&'a Arc<str>>, value: &'a str, inner: impl FnOnce(&mut Self)) {
        let outside = self.given.len();
        self.given.extend(key.map(|key| &**key));
        self.given.push(value);
        inner(self);
        self.given.truncate(outside);
    }

    fn steps(&mut self, steps: &'a [Step]) {
        for step in steps {
            match step {
                Step::Attribute(_) => {}
                Step::Index(index) => self.expr(index),
                Step::Splat(splat) => self.steps(&splat.each),
            }
        }
    }

    fn parts(&mut self, parts: &'a [Part]) {
        for part in parts {
            match part {
                Part::Text(_) => {}
                Part::Value(value) => self.expr(value),
                Part::If { condition, then, otherwise } => {
                    self.expr(condition);
                    self.parts(then);
                    self.parts(otherwise);
                }
                Part::For { key, value, collection, body } => {
                    self.expr(collection);
                    self.with(key.as_ref(), value, |inner| inner.parts(body));
                }
            }
        }
    }
}
