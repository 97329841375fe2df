//! Writes values as JSON, unknown parts included, for `paytf show`.

use crate::configuration::{Arguments, Content, Instances};
use crate::value::{Causes, Value};

/// The instances with their arguments, as one object by address: each argument with its value;
/// blocks as a list of objects. What is unknown is `{"unknown": ["why", …]}`, at the innermost
/// place that is.
pub fn instances(instances: &Instances) -> String {
    let mut out = String::from("{");
    for (at, instance) in instances.by_address.values().enumerate() {
        out.push_str(if at == 0 { "\n" } else { ",\n" });
        key(&instance.address, &mut out);
        arguments(&instance.arguments, &mut out);
    }
    out.push_str("\n}\n");
    out
}

fn key(name: &str, out: &mut String) {
    string(name, out);
    out.push_str(": ");
}

fn string(text: &str, out: &mut String) {
    out.push_str(&serde_json::Value::from(text).to_string());
}

fn arguments(arguments: &Arguments, out: &mut String) {
    list('{', '}', &arguments.0, out, |argument, out| {
        key(&argument.name, out);
        match &argument.content {
            Content::Value(value) => self::value(value, out),
            Content::Blocks(blocks) => {
                list('[', ']', blocks, out, |block, out| self::arguments(&block.arguments, out))
            }
            Content::SomeBlocks(_, causes) => unknown(causes, out),
        }
    });
}

fn list<T>(
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

fn unknown(causes: &Causes, out: &mut String) {
    out.push_str("{\"unknown\": ");
    list('[', ']', causes.iter(), out, |cause, out| string(&cause.to_string(), out));
    out.push('}');
}
