//! A value as JSON, with what is unknown of it.

use crate::value::{Causes, Value};

/// A value as JSON. Numbers have all their digits.
pub fn value(value: &Value, out: &mut String) {
    match value {
        Value::Null(_) => out.push_str("null"),
        Value::Bool(value) => out.push_str(if *value { "true" } else { "false" }),
        // JSON has no infinity.
        Value::Number(number) if number.is_infinite() => string(&number.to_string(), out),
        Value::Number(number) => out.push_str(&number.to_string()),
        Value::String(text) => string(text, out),
        Value::List(_) | Value::Set(_) | Value::Tuple(_) => {
            list('[', ']', value.children(), out, self::value)
        }
        Value::Map(_) | Value::Object(_) => {
            list('{', '}', value.as_entries().into_iter().flatten(), out, |(name, item), out| {
                key(name, out);
                self::value(item, out);
            })
        }
        Value::Unknown(_) | Value::Template(_) => unknown(&value.causes(), out),
        Value::Sensitive(inner) => self::value(inner, out),
    }
}

pub(super) fn unknown(causes: &Causes, out: &mut String) {
    out.push_str("{\"unknown\": ");
    list('[', ']', causes.iter(), out, |cause, out| string(&cause.to_string(), out));
    out.push('}');
}

pub(super) fn list<T>(
    open: char,
    close: char,
    items: impl IntoIterator<Item = T>,
    out: &mut String,
    mut write: impl FnMut(T, &mut String),
) {
    out.push(open);
    for (at, item) in items.into_iter().enumerate() {
        if at > 0 {
            out.push_str(", ");
        }
        write(item, out);
    }
    out.push(close);
}

pub(super) fn key(name: &str, out: &mut String) {
    string(name, out);
    out.push_str(": ");
}

pub(super) fn string(text: &str, out: &mut String) {
    out.push_str(&serde_json::Value::from(text).to_string());
}
