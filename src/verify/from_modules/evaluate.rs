//! The value of an expression before anything exists: what is written, and what follows from it.

use std::fmt::Write;

use hcl::Expression;
use hcl::expr::{TemplateExpr, Traversal};
use hcl::structure::{Body, Structure};
use serde_json::{Map, Number, Value};

use super::expressions::push_block;
use super::scope::{Scope, Scopes};
use super::step::Step;
use super::template::{Part, parts, steps};
use crate::verify::expression::name;

/// How far values are followed from module to module; a declaration that refers to itself ends here.
const MAX_DEPTH: usize = 32;

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
                for (key, item) in object.iter().filter_map(|(key, item)| Some((name(key)?, item))) {
                    let item = Self::of(scopes, scope, item);
                    note_unknown(&mut unknown, key, item.unknown);
                    value.insert(key.to_owned(), item.value);
                }
                Self { value: value.into(), unknown: unknown.into() }
            }
            other => match (Evaluation { scopes, scope, depth: 0 }).value(other) {
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

/// A plan leaves out what is known.
fn note_unknown(unknowns: &mut Map<String, Value>, name: &str, unknown: Value) {
    if !matches!(unknown, Value::Bool(false)) {
        unknowns.insert(name.to_owned(), unknown);
    }
}

/// Where an expression is evaluated.
#[derive(Clone, Copy)]
struct Evaluation<'s, 'm> {
    scopes: &'s Scopes<'m>,
    scope: &'s Scope<'m>,
    depth: usize,
}

impl<'s, 'm> Evaluation<'s, 'm> {
    /// The value, where all of it is known.
    fn value(self, expression: &Expression) -> Option<Value> {
        match expression {
            Expression::Null => Some(Value::Null),
            Expression::Bool(flag) => Some(Value::Bool(*flag)),
            Expression::Number(number) => number_of(number).map(Value::Number),
            Expression::String(text) => Some(Value::String(text.clone())),
            Expression::Array(items) => {
                let mut values = Vec::with_capacity(items.len());
                items.iter().try_for_each(|item| self.value(item).map(|value| values.push(value)))?;
                Some(Value::Array(values))
            }
            Expression::Object(object) => {
                let mut values = Map::with_capacity(object.len());
                for (key, item) in object {
                    values.insert(name(key)?.to_owned(), self.value(item)?);
                }
                Some(Value::Object(values))
            }
            Expression::Parenthesis(inner) => self.value(inner),
            Expression::Traversal(traversal) => {
                let (within, expression) = self.followed(traversal)?;
                within.value(expression)
            }
            Expression::FuncCall(call) if call.name.name.as_str() == "jsonencode" => match &call.args[..] {
                [argument] => Some(Value::String(self.value(argument)?.to_string())),
                _ => None,
            },
            Expression::TemplateExpr(template) => {
                let mut text = String::with_capacity(length(template));
                self.write_template(template, &mut text)?;
                Some(Value::String(text))
            }
            Expression::FuncCall(_) => {
                let mut text = String::new();
                self.write(expression, &mut text)?;
                Some(Value::String(text))
            }
            _ => None,
        }
    }

    /// Writes a single value as Terraform writes it into a text.
    fn write(self, expression: &Expression, out: &mut String) -> Option<()> {
        match expression {
            Expression::String(text) => out.push_str(text),
            Expression::Bool(flag) => out.push_str(if *flag { "true" } else { "false" }),
            Expression::Number(number) => write!(out, "{}", number_of(number)?).ok()?,
            Expression::Parenthesis(inner) => self.write(inner, out)?,
            Expression::TemplateExpr(template) => self.write_template(template, out)?,
            Expression::Traversal(traversal) => {
                let (within, expression) = self.followed(traversal)?;
                within.write(expression, out)?;
            }
            Expression::FuncCall(call) => match (call.name.name.as_str(), &call.args[..]) {
                ("jsonencode", [argument]) => write!(out, "{}", self.value(argument)?).ok()?,
                ("tostring", [argument]) => self.write(argument, out)?,
                _ => return None,
            },
            _ => return None,
        }
        Some(())
    }

    fn write_template(self, template: &TemplateExpr, out: &mut String) -> Option<()> {
        for part in parts(template)? {
            match part {
                Part::Literal(literal) => out.push_str(&literal),
                Part::Path(path) => {
                    let (root, rest) = path.split_once('.')?;
                    let (within, expression) = self.path(root, &mut steps(rest))?;
                    within.write(expression, out)?;
                }
                Part::Expression(expression) => self.write(&expression, out)?,
            }
        }
        Some(())
    }

    /// Where the value of a path is written.
    fn followed(self, traversal: &Traversal) -> Option<(Self, &'m Expression)> {
        let Expression::Variable(root) = &traversal.expr else { return None };
        self.path(root.as_str(), &mut traversal.operators.iter().map(Step::of))
    }

    /// Where it is written what a path leads to: an argument of the module's call, a value of another resource, or an output.
    fn path<'e>(self, root: &'e str, steps: &mut dyn Iterator<Item = Step<'e>>) -> Option<(Self, &'m Expression)>
    where
        'm: 'e,
    {
        if self.depth > MAX_DEPTH {
            return None;
        }
        let mut name = || match steps.next() {
            Some(Step::Name(name)) => Some(name),
            _ => None,
        };
        let (scope, expression) = match root {
            // A module's arguments stand in the root; the root's are defaults without references.
            "var" => (self.scopes.root(), self.scope.argument(name()?)?),
            "module" => {
                let module = self.scopes.module(name()?)?;
                (module, module.output(name()?)?)
            }
            "data" | "path" | "each" | "count" | "local" => return None,
            kind => {
                let body = self.scope.resource(kind, name()?)?;
                let argument = name()?;
                let found = body.attributes().find(|attribute| attribute.key() == argument)?;
                (self.scope, found.expr())
            }
        };
        Evaluation { scope, depth: self.depth + 1, ..self }.within(expression, steps)
    }

    /// What lies further steps within an expression.
    fn within<'e>(
        self,
        expression: &'m Expression,
        steps: &mut dyn Iterator<Item = Step<'e>>,
    ) -> Option<(Self, &'m Expression)>
    where
        'm: 'e,
    {
        let Some(step) = steps.next() else { return Some((self, expression)) };
        match (expression, step) {
            (Expression::Traversal(traversal), step) => {
                let Expression::Variable(root) = &traversal.expr else { return None };
                let operators = traversal.operators.iter().map(Step::of);
                self.path(root.as_str(), &mut operators.chain([step]).chain(steps))
            }
            (Expression::Parenthesis(inner), step) => self.within(inner, &mut std::iter::once(step).chain(steps)),
            (Expression::Array(items), Step::Place(place)) => self.within(items.get(place)?, steps),
            (Expression::Object(object), Step::Name(wanted) | Step::Key(wanted)) => {
                // Of an argument that is written twice, the last one holds.
                let (_, item) = object.iter().filter(|(key, _)| name(key) == Some(wanted)).last()?;
                self.within(item, steps)
            }
            _ => None,
        }
    }
}

/// About how long a text becomes: names are seldom longer than the paths that lead to them.
fn length(template: &TemplateExpr) -> usize {
    match template {
        TemplateExpr::QuotedString(source) => source.len(),
        TemplateExpr::Heredoc(heredoc) => heredoc.template.len(),
    }
}

fn number_of(number: &hcl::Number) -> Option<Number> {
    let whole = number.as_u64().map(Number::from).or_else(|| number.as_i64().map(Number::from));
    whole.or_else(|| Number::from_f64(number.as_f64()?))
}
