//! [`Evaluation`]: the value of an expression before anything exists: what is written, and what follows from it.

use std::fmt::Write;

use hcl::Expression;
use hcl::expr::{TemplateExpr, Traversal};
use serde_json::{Map, Number, Value};

use super::scope::{Scope, Scopes};
use super::step::Step;
use super::template::{Part, parts, steps};
use terraform::tf::attr::key_name;

/// How far values are followed from module to module; a declaration that refers to itself ends here.
const MAX_DEPTH: usize = 32;

/// Where an expression is evaluated.
#[derive(Clone, Copy)]
pub struct Evaluation<'s, 'm> {
    scopes: &'s Scopes<'m>,
    scope: &'s Scope<'m>,
    depth: usize,
}

impl<'s, 'm> Evaluation<'s, 'm> {
    /// In a module.
    pub fn of(scopes: &'s Scopes<'m>, scope: &'s Scope<'m>) -> Self {
        Self { scopes, scope, depth: 0 }
    }

    /// The value, where all of it is known.
    pub fn value(self, expression: &Expression) -> Option<Value> {
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
                    values.insert(key_name(key)?.to_owned(), self.value(item)?);
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
                let (_, item) = object.iter().rfind(|(key, _)| key_name(key) == Some(wanted))?;
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

#[cfg(test)]
mod tests {
    use super::*;
    use terraform::tf::Root;

    fn value(expression: &str) -> Option<Value> {
        let main = r#"resource "aws_x" "y" {
            both  = { known = ["a", "b-${aws_x.y.name}"], later = aws_z.other.id }
            name  = "c"
            again = aws_x.y.both
            self  = aws_x.y.self
        }"#;
        let root = Root::new(hcl::parse(main).unwrap().into_inner());
        let scopes = Scopes::of(&root, [].into_iter());
        Evaluation::of(&scopes, scopes.root()).value(&expression.parse().unwrap())
    }

    #[test]
    fn of_what_is_known_only_in_part_each_part_is_followed_by_itself() {
        for path in ["aws_x.y.both.known[1]", "aws_x.y.again.known[1]", "aws_x.y.again[\"known\"][1]"] {
            let known = value(&format!("\"${{{path}}}\""));
            assert_eq!(known, Some("b-c".into()), "{path}");
        }
        for path in ["aws_x.y.both.later", "aws_x.y.both", "aws_x.y.both.known[2]", "aws_x.y.both.none"] {
            assert_eq!(value(path), None, "{path}");
        }
    }

    #[test]
    fn what_refers_to_itself_is_not_known() {
        assert_eq!(value("aws_x.y.self"), None);
    }
}
