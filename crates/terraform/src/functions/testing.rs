//! Evaluates expressions in the tests of functions.

use std::path::Path;
use std::sync::Arc;

use super::json::encoded;
use crate::budget::Budget;
use crate::eval::Evaluator;
use crate::expr::Step;
use crate::names::Names;
use crate::read::native::{Where, expression};
use crate::source::Span;
use crate::types::Type;
use crate::value::{Cause, Part, Unknown, Value};

/// `u` is a string known after apply.
struct Within<'a>(&'a Path);

impl Names for Within<'_> {
    fn resolve(&self, _: &str, _: &[Step], _: Span) -> crate::read::Result<(Value, usize)> {
        let Value::Unknown(unknown) =
            Value::unknown(Type::String, Cause::attribute("aws_x.y", "arn"))
        else {
            return Ok((Value::NULL, 0));
        };
        Ok((Unknown::clone(&unknown).not_null().into(), 0))
    }

    fn folder(&self) -> &Path {
        self.0
    }
}

/// The value in JSON with `?` for what is unknown, `error` where there is none.
pub(super) fn answer(text: &str, folder: &Path) -> String {
    let budget = Budget::default();
    let names = Within(folder);
    let value = expression(text, Where::Within(Span::NONE))
        .map_err(|fault| vec![*fault])
        .and_then(|expr| Evaluator::new(&names, &budget).evaluate(&expr));
    let value = match value {
        Ok(value) => value,
        Err(faults) => return format!("error: {}", faults[0].detail),
    };
    match value.unmarked().0 {
        Value::Number(number) if number.is_infinite() => number.to_string(),
        Value::Unknown(_) => "?".into(),
        Value::Template(template) => template.with(|part| match part {
            Part::Json(_) => "<?>".into(),
            _ => "?".into(),
        }),
        plain => encoded(&holed(plain)).unwrap_or_else(|error| error.to_string()),
    }
}

fn holed(value: &Value) -> Value {
    match value {
        Value::Unknown(_) | Value::Template(_) => "?".into(),
        Value::Sensitive(value) => holed(value),
        Value::Object(_) | Value::Map(_) => {
            let entries = value.as_entries().into_iter().flatten();
            Value::object(entries.map(|(name, value)| (Arc::clone(name), holed(value))))
        }
        Value::List(_) | Value::Set(_) | Value::Tuple(_) => {
            Value::tuple(value.children().map(holed))
        }
        other => other.clone(),
    }
}

/// Each expression gives what is next to it; `error` alone stands for any error.
#[track_caller]
pub(super) fn answers(table: &[(&str, &str)]) {
    for (text, expected) in table {
        let answer = answer(text, Path::new("."));
        let same =
            if *expected == "error" { answer.starts_with("error: ") } else { answer == *expected };
        assert!(same, "{text}\n gives    {answer}\n expected {expected}");
    }
}
