//! The value of an expression before anything exists: what is written, and what follows from it.

use hcl::Expression;
use hcl::expr::{TemplateExpr, Traversal, TraversalOperator};
use hcl::structure::{Body, Structure};
use serde_json::{Map, Value, json};

use super::Scopes;
use super::template::{Part, parts};
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
    pub fn of(scopes: &Scopes, module: &str, expression: &Expression) -> Self {
        match expression {
            Expression::Array(items) => {
                let items: Vec<_> = items.iter().map(|item| Self::of(scopes, module, item)).collect();
                let (values, unknowns) = items.into_iter().map(|item| (item.value, item.unknown)).unzip();
                Self { value: Value::Array(values), unknown: Value::Array(unknowns) }
            }
            Expression::Object(object) => {
                let (mut value, mut unknown) = (Map::new(), Map::new());
                for (key, item) in object.iter().filter_map(|(key, item)| Some((name(key)?, item))) {
                    let item = Self::of(scopes, module, item);
                    note_unknown(&mut unknown, key, item.unknown);
                    value.insert(key.to_owned(), item.value);
                }
                Self { value: value.into(), unknown: unknown.into() }
            }
            other => match (Evaluation { scopes, module, depth: 0 }).value(other) {
                Some(value) => Self { value, unknown: Value::Bool(false) },
                None => Self { value: Value::Null, unknown: Value::Bool(true) },
            },
        }
    }
}

/// Of a whole block: its arguments, and its nested blocks in lists.
pub fn block(scopes: &Scopes, module: &str, body: &Body) -> Evaluated {
    let (mut values, mut unknowns) = (Map::new(), Map::new());
    for structure in body {
        match structure {
            Structure::Attribute(argument) if !META.contains(&argument.key()) => {
                let evaluated = Evaluated::of(scopes, module, argument.expr());
                note_unknown(&mut unknowns, argument.key(), evaluated.unknown);
                values.insert(argument.key().to_owned(), evaluated.value);
            }
            Structure::Block(inner) if !META.contains(&inner.identifier()) => {
                let evaluated = block(scopes, module, inner.body());
                for (map, value) in [(&mut values, evaluated.value), (&mut unknowns, evaluated.unknown)] {
                    if let Some(blocks) = map.entry(inner.identifier()).or_insert_with(|| json!([])).as_array_mut() {
                        blocks.push(value);
                    }
                }
            }
            _ => {}
        }
    }
    Evaluated { value: values.into(), unknown: unknowns.into() }
}

/// A plan leaves out what is known.
fn note_unknown(unknowns: &mut Map<String, Value>, name: &str, unknown: Value) {
    if unknown != Value::Bool(false) {
        unknowns.insert(name.to_owned(), unknown);
    }
}

/// Where an expression is evaluated.
#[derive(Clone, Copy)]
struct Evaluation<'s, 'm> {
    scopes: &'s Scopes<'m>,
    module: &'s str,
    depth: usize,
}

impl Evaluation<'_, '_> {
    /// The value, where all of it is known.
    fn value(self, expression: &Expression) -> Option<Value> {
        match expression {
            Expression::Null => Some(Value::Null),
            Expression::Bool(flag) => Some(Value::Bool(*flag)),
            Expression::Number(number) => serde_json::to_value(number).ok(),
            Expression::String(text) => Some(Value::String(text.clone())),
            Expression::Array(items) => items.iter().map(|item| self.value(item)).collect(),
            Expression::Object(object) => object
                .iter()
                .map(|(key, value)| Some((name(key)?.to_owned(), self.value(value)?)))
                .collect::<Option<Map<_, _>>>()
                .map(Value::Object),
            Expression::Parenthesis(inner) => self.value(inner),
            Expression::TemplateExpr(template) => self.template(template),
            Expression::Traversal(traversal) => self.traversal(traversal),
            Expression::FuncCall(call) => match (call.name.name.as_str(), &call.args[..]) {
                ("jsonencode", [argument]) => Some(Value::String(self.value(argument)?.to_string())),
                ("tostring", [argument]) => Some(Value::String(text(&self.value(argument)?)?)),
                _ => None,
            },
            _ => None,
        }
    }

    fn template(self, template: &TemplateExpr) -> Option<Value> {
        let mut whole = String::new();
        for part in parts(template)? {
            match part {
                Part::Literal(literal) => whole.push_str(&literal),
                Part::Path(path) => {
                    let mut names = path.split('.');
                    let (root, steps) = (names.next()?, names.map(Step::Name).collect::<Vec<_>>());
                    whole.push_str(&text(&self.path(root, &steps)?)?);
                }
                Part::Expression(expression) => whole.push_str(&text(&self.value(&expression)?)?),
            }
        }
        Some(Value::String(whole))
    }

    fn traversal(self, traversal: &Traversal) -> Option<Value> {
        let Expression::Variable(root) = &traversal.expr else { return None };
        let steps: Vec<Step> = traversal.operators.iter().map(Step::of).collect();
        self.path(root.as_str(), &steps)
    }

    /// What a path leads to: an argument of the module's call, a value of another resource, or an output.
    fn path(self, root: &str, steps: &[Step]) -> Option<Value> {
        let name = |place: usize| match steps.get(place) {
            Some(Step::Name(name)) => Some(*name),
            _ => None,
        };
        let deeper = |module| Evaluation { module, depth: self.depth + 1, ..self };
        if self.depth > MAX_DEPTH {
            return None;
        }
        let scope = &self.scopes.get(self.module)?;
        let (value, taken) = match root {
            // A module's arguments stand in the root; the root's are defaults without references.
            "var" => (deeper("").value(scope.arguments.get(name(0)?)?)?, 1),
            "module" => {
                let (call, module) = self.scopes.get_key_value(name(0)?)?;
                (deeper(call).value(module.outputs.get(name(1)?)?)?, 2)
            }
            "data" | "path" | "each" | "count" | "local" => return None,
            kind => {
                let body = scope.blocks.get(&format!("{kind}.{}", name(0)?))?;
                let argument = body.attributes().find(|argument| Some(argument.key()) == name(1))?;
                (self.deeper().value(argument.expr())?, 2)
            }
        };
        steps[taken..].iter().try_fold(value, |value, step| descend(value, step))
    }

    fn deeper(self) -> Self {
        Evaluation { depth: self.depth + 1, ..self }
    }
}

/// A single value as Terraform writes it into a text.
fn text(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(_) | Value::Bool(_) => Some(value.to_string()),
        Value::Null | Value::Array(_) | Value::Object(_) => None,
    }
}

/// One step of a path.
enum Step<'e> {
    /// `.name`
    Name(&'e str),
    /// `["key"]`
    Key(&'e str),
    /// `[0]`
    Place(usize),
    /// One that is not followed.
    Other,
}

impl<'e> Step<'e> {
    fn of(operator: &'e TraversalOperator) -> Self {
        match operator {
            TraversalOperator::GetAttr(name) => Step::Name(name.as_str()),
            TraversalOperator::Index(Expression::String(key)) => Step::Key(key),
            TraversalOperator::Index(Expression::Number(index)) => {
                index.as_u64().and_then(|index| usize::try_from(index).ok()).map_or(Step::Other, Step::Place)
            }
            _ => Step::Other,
        }
    }
}

fn descend(mut value: Value, step: &Step) -> Option<Value> {
    let inner = match step {
        Step::Name(name) | Step::Key(name) => value.get_mut(*name),
        Step::Place(place) => value.get_mut(*place),
        Step::Other => None,
    };
    inner.map(Value::take)
}
