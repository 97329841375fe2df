//! What an unknown value is computed by: its expression, with values in place of names. Two unknown
//! values that are computed alike are equal once they are known, whatever the names of variables
//! and locals on the way.

use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::Arc;

use super::Evaluator;
use crate::budget::Budget;
use crate::expr::{Base, Binary, Call, Expr, For, Key, Kind, Operator, Part, Path, Step, Unary};
use crate::names::Names;
use crate::show;
use crate::source::Span;
use crate::value::{Part as TextPart, Value};

/// What is shown of a computation; of a longer one the beginning, and a hash of the whole.
const LONGEST: usize = 600;

impl<N: Names + ?Sized> Evaluator<'_, N> {
    /// The value; if it is unknown, and neither an attribute itself nor said to be computed, with
    /// the expression.
    pub(super) fn with_computation(&mut self, value: Value, expr: &Expr) -> Value {
        let (Value::Unknown(unknown), sensitive) = value.unmarked() else { return value };
        if unknown.computation.is_some() || unknown.is_its_cause() || unknown.attributes.is_some() {
            return value;
        }
        let mut unknown = (**unknown).clone();
        unknown.computation = Some(self.computation(expr));
        Value::from(unknown).marked(sensitive)
    }

    fn computation(&mut self, expr: &Expr) -> Arc<str> {
        let mut text = String::new();
        self.write(expr, &mut text);
        shortened(text)
    }

    fn write(&mut self, expr: &Expr, out: &mut String) {
        if !self.budget.enter() {
            return;
        }
        match &expr.kind {
            Kind::Null | Kind::Bool(_) | Kind::Number(_) | Kind::String(_) => {
                let value = self.value_within(expr);
                describe(&value, self.budget, out);
            }
            Kind::List(items) => self.list(items, ["[", "]"], out),
            Kind::Map(entries) => {
                out.push_str("{ ");
                for (key, value) in entries {
                    match key {
                        Key::Name(name) | Key::Text(name) => out.push_str(name),
                        Key::Expr(key) | Key::Template(key) => self.write(key, out),
                    }
                    out.push_str(" = ");
                    self.write(value, out);
                    out.push_str(", ");
                }
                out.push('}');
            }
            Kind::Template(parts) => {
                out.push('"');
                self.parts(parts, out);
                out.push('"');
            }
            Kind::Path(path) => self.written_path(path, expr.span, out),
            Kind::Call(Call { name, arguments, expand }) => {
                out.push_str(name);
                self.list(arguments, ["(", if *expand { "...)" } else { ")" }], out);
            }
            Kind::If(choice) => {
                self.write(&choice.condition, out);
                out.push_str(" ? ");
                self.write(&choice.then, out);
                out.push_str(" : ");
                self.write(&choice.otherwise, out);
            }
            Kind::For(walk) => self.walk(walk, out),
            Kind::Binary(binary) => {
                let Binary { operator, left, right } = &**binary;
                self.write(left, out);
                out.push_str(symbol(*operator));
                self.write(right, out);
            }
            Kind::Unary(operator, operand) => {
                out.push(if *operator == Unary::Not { '!' } else { '-' });
                self.write(operand, out);
            }
            Kind::Parentheses(inner) => {
                out.push('(');
                self.write(inner, out);
                out.push(')');
            }
        }
        self.budget.leave();
    }

    fn list(&mut self, items: &[Expr], [open, close]: [&str; 2], out: &mut String) {
        out.push_str(open);
        for (at, item) in items.iter().enumerate() {
            out.push_str(if at == 0 { "" } else { ", " });
            self.write(item, out);
        }
        out.push_str(close);
    }

    fn walk(&mut self, walk: &For, out: &mut String) {
        let [open, close] = if walk.result_key.is_some() { ["{", "}"] } else { ["[", "]"] };
        let key = walk.key.as_ref().map(|key| format!("{key}, ")).unwrap_or_default();
        out.push_str(&format!("{open}for {key}{} in ", walk.value));
        self.write(&walk.collection, out);
        out.push_str(" : ");
        if let Some(key) = &walk.result_key {
            self.write(key, out);
            out.push_str(" => ");
        }
        self.write(&walk.result, out);
        out.push_str(if walk.group { "..." } else { "" });
        if let Some(condition) = &walk.condition {
            out.push_str(" if ");
            self.write(condition, out);
        }
        out.push_str(close);
    }

    fn parts(&mut self, parts: &[Part], out: &mut String) {
        for part in parts {
            match part {
                Part::Text(text) => out.push_str(text),
                Part::Value(value) => {
                    out.push_str("${");
                    self.write(value, out);
                    out.push('}');
                }
                Part::If { condition, then, otherwise } => {
                    out.push_str("%{if ");
                    self.write(condition, out);
                    out.push('}');
                    self.parts(then, out);
                    out.push_str("%{else}");
                    self.parts(otherwise, out);
                    out.push_str("%{endif}");
                }
                Part::For { key, value, collection, body } => {
                    let key = key.as_ref().map(|key| format!("{key}, ")).unwrap_or_default();
                    out.push_str(&format!("%{{for {key}{value} in "));
                    self.write(collection, out);
                    out.push('}');
                    self.parts(body, out);
                    out.push_str("%{endfor}");
                }
            }
        }
    }

    /// The value that a path leads to; where a name in it is one that a `for` gives, what it begins
    /// with, and its steps.
    fn written_path(&mut self, path: &Path, span: Span, out: &mut String) {
        let before = self.faults.len();
        let base = match &path.base {
            Base::Expr(base) => {
                out.push('(');
                self.write(base, out);
                out.push(')');
                return self.written_steps(&path.steps, out);
            }
            Base::Name(name) => match self.lookup(name).cloned() {
                Some(value) => Ok((value, 0)),
                None => self.names.resolve(name, &path.steps, span).map_err(|_| name),
            },
        };
        match base {
            Err(name) => {
                out.push_str(name);
                self.written_steps(&path.steps, out);
            }
            Ok((base, taken)) => {
                let steps = path.steps.get(taken..).unwrap_or_default();
                let value = self.steps(base.clone(), steps, span);
                if self.faults.len() == before && !is_without_origin(&value) {
                    return describe(&value, self.budget, out);
                }
                self.faults.truncate(before);
                describe(&base, self.budget, out);
                self.written_steps(steps, out);
            }
        }
    }

    fn written_steps(&mut self, steps: &[Step], out: &mut String) {
        for step in steps {
            match step {
                Step::Attribute(name) => out.extend([".", name]),
                Step::Index(index) => {
                    out.push('[');
                    self.write(index, out);
                    out.push(']');
                }
                Step::Splat(splat) => {
                    out.push_str("[*]");
                    self.written_steps(&splat.each, out);
                }
            }
        }
    }
}

/// An unknown value of which it is not said what it is computed by.
fn is_without_origin(value: &Value) -> bool {
    matches!(
        value.unmarked().0,
        Value::Unknown(unknown) if unknown.computation.is_none() && !unknown.is_its_cause()
    )
}

/// What was converted to the type of a variable, with what it was before: a list with unknown
/// elements becomes a set that is unknown.
pub(crate) fn converted(value: Value, before: &Value) -> Value {
    let (Value::Unknown(unknown), sensitive) = value.unmarked() else { return value };
    if !is_without_origin(&value) {
        return value;
    }
    let (mut unknown, mut text) = ((**unknown).clone(), String::new());
    describe(before, &Budget::default(), &mut text);
    unknown.computation = Some(shortened(text));
    Value::from(unknown).marked(sensitive)
}

/// A value on one line; what is unknown by what it comes from.
fn describe(value: &Value, budget: &Budget, out: &mut String) {
    if !budget.enter() {
        return;
    }
    match value {
        Value::Unknown(unknown) => match &unknown.computation {
            Some(text) => out.push_str(text),
            None => {
                let causes: Vec<String> = unknown.causes.iter().map(ToString::to_string).collect();
                out.push_str(&causes.join(", "));
            }
        },
        Value::Template(template) => {
            out.push('"');
            for part in &template.parts {
                match part {
                    TextPart::Text(text) => out.push_str(text),
                    TextPart::Hole(hole) | TextPart::Json(hole) => {
                        out.push_str("${");
                        describe(hole, budget, out);
                        out.push('}');
                    }
                }
            }
            out.push('"');
        }
        Value::Sensitive(inner) => {
            // A computation is shown; what is sensitive tells only whether it is the same.
            let mut text = String::new();
            describe(inner, budget, &mut text);
            out.push_str(&format!("(sensitive value {:016x})", hash(&text)));
        }
        Value::List(_) | Value::Set(_) | Value::Tuple(_) => {
            out.push('[');
            for (at, item) in value.children().enumerate() {
                out.push_str(if at == 0 { "" } else { ", " });
                describe(item, budget, out);
            }
            out.push(']');
        }
        Value::Map(_) | Value::Object(_) => {
            out.push_str("{ ");
            for (name, item) in value.as_entries().into_iter().flatten() {
                out.push_str(&format!("{name} = "));
                describe(item, budget, out);
                out.push_str(", ");
            }
            out.push('}');
        }
        plain => show::value(plain, out),
    }
    budget.leave();
}

fn shortened(text: String) -> Arc<str> {
    if text.len() <= LONGEST {
        return text.into();
    }
    let end = text.floor_char_boundary(LONGEST);
    format!("{}… ({:016x})", text.get(..end).unwrap_or_default(), hash(&text)).into()
}

fn hash(text: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    text.hash(&mut hasher);
    hasher.finish()
}

fn symbol(operator: Operator) -> &'static str {
    match operator {
        Operator::Or => " || ",
        Operator::And => " && ",
        Operator::Equal => " == ",
        Operator::NotEqual => " != ",
        Operator::Greater => " > ",
        Operator::GreaterOrEqual => " >= ",
        Operator::Less => " < ",
        Operator::LessOrEqual => " <= ",
        Operator::Add => " + ",
        Operator::Subtract => " - ",
        Operator::Multiply => " * ",
        Operator::Divide => " / ",
        Operator::Modulo => " % ",
    }
}
