//! The answer to one expression, in the form of the comparison with Terraform.

use serde_json::{Value as Json, json};
use terraform::budget::Budget;
use terraform::constraint::Constraint;
use terraform::diagnostic::Diagnostic;
use terraform::eval::Evaluator;
use terraform::functions::{self, FunctionContext};
use terraform::names::{Names, NoNames};
use terraform::read::native::{self, Where};
use terraform::source::Span;
use terraform::value::Value;

/// The value of an expression where `names` are known; with a constraint, that of a variable of
/// this type with it as default.
///
/// # Errors
/// It has none: why.
pub fn value(names: &dyn Names, text: &str, constraint: Option<&str>) -> Result<Value, String> {
    let place = Where::Within(Span::NONE);
    let message = |fault: Box<Diagnostic>| fault.to_string();
    let expr = native::expression(&format!("(\n{text}\n)"), place).map_err(message)?;
    let budget = Budget::default();
    let names = if constraint.is_some() { &NoNames } else { names };
    let value =
        Evaluator::new(names, &budget).evaluate(&expr).map_err(|faults| faults[0].to_string())?;
    let Some(constraint) = constraint else { return Ok(value) };
    let of = native::expression(constraint, place)
        .and_then(|expr| Constraint::parse(&expr))
        .map_err(message)?;
    of.apply(&value).map_err(|reason| reason.to_string())
}

/// The line of an answer: `{"ok", "json"?, "type"?, "sensitive"?, "unknown"?, "infinite"?,
/// "error"?}`.
pub fn answer(names: &dyn Names, text: &str, constraint: Option<&str>) -> Json {
    match value(names, text, constraint) {
        Err(error) => json!({"ok": false, "error": error}),
        Ok(value) => line(names, &value),
    }
}

fn line(names: &dyn Names, value: &Value) -> Json {
    let mut line = json!({"ok": true, "type": value.ty().to_json()});
    if value.is_sensitive() {
        line["sensitive"] = "value".into();
    } else if value.has_sensitive() {
        line["sensitive"] = "inside".into();
    }
    if infinite(value) {
        line["infinite"] =
            value.as_number().map_or_else(|| "inside".into(), ToString::to_string).into();
        return line;
    }
    if !value.is_wholly_known() {
        line["unknown"] = unknown(value);
        line["causes"] = value.causes().iter().map(ToString::to_string).collect();
    }
    line["json"] = jsonencode(names, &written(value)).into();
    line
}

/// The text of `jsonencode` of a value that is wholly known.
fn jsonencode(names: &dyn Names, value: &Value) -> String {
    let budget = Budget::default();
    let none = |_: &str, _: &Value, _: &str| Ok(Value::NULL);
    let context = FunctionContext {
        folder: names.folder(),
        readable: names.readable(),
        template: &none,
        budget: &budget,
    };
    let json = functions::find("jsonencode")
        .map(|encode| encode.call(std::slice::from_ref(value), &context));
    json.and_then(Result::ok).and_then(|json| json.as_str().map(String::from)).unwrap_or_default()
}

/// What is unknown in a value: true, or a structure of true.
fn unknown(value: &Value) -> Json {
    match value {
        Value::Unknown(_) | Value::Template(_) => Json::Bool(true),
        Value::Sensitive(value) => unknown(value),
        _ if value.is_wholly_known() => Json::Bool(false),
        Value::Map(_) | Value::Object(_) => {
            let entries = value.as_entries().into_iter().flatten();
            let entries = entries.filter(|(_, value)| !value.is_wholly_known());
            Json::Object(entries.map(|(name, value)| (name.to_string(), unknown(value))).collect())
        }
        _ => value.children().map(unknown).collect(),
    }
}

/// The value with null where it is unknown.
fn written(value: &Value) -> Value {
    match value {
        Value::Unknown(_) | Value::Template(_) => Value::NULL,
        Value::Sensitive(value) => written(value),
        Value::List(list) | Value::Set(list) => Value::tuple(list.items.iter().map(written)),
        Value::Tuple(items) => Value::tuple(items.iter().map(written)),
        Value::Map(map) => {
            Value::object(map.items.iter().map(|(name, value)| (name.clone(), written(value))))
        }
        Value::Object(object) => {
            Value::object(object.iter().map(|(name, value)| (name.clone(), written(value))))
        }
        other => other.clone(),
    }
}

fn infinite(value: &Value) -> bool {
    value.as_number().is_some_and(terraform::number::Number::is_infinite)
        || value.unmarked().0.children().any(infinite)
}
