//! `jsonencode` and `jsondecode`.

use std::fmt::Write as _;
use std::sync::Arc;

use super::{Function, FunctionContext, FunctionError, Parameter, Returns, Takes};
use crate::types::Type;
use crate::value::{Part, Template, Value};

pub(super) const FUNCTIONS: &[Function] = &[Function {
    name: "jsonencode",
    parameters: &[Parameter::new("val", Takes::Any).allow_null().allow_unknown().allow_dynamic()],
    variadic: None,
    returns: Returns::Type(Takes::String),
    not_null: true,
    call: jsonencode,
}];

fn jsonencode(arguments: &[Value], _: &FunctionContext) -> Result<Value, FunctionError> {
    let mut json = Json::default();
    json.value(&arguments[0])?;
    json.flush();
    // What Terraform itself says of such a string is no more than its first character.
    let prefix = match arguments[0].ty() {
        _ if !arguments[0].is_never_null() => "",
        Type::String => "\"",
        Type::Object(_) | Type::Map(_) => "{",
        Type::Tuple(_) | Type::List(_) | Type::Set(_) => "[",
        _ => "",
    };
    Ok(Template::of(json.parts, prefix))
}

#[derive(Default)]
struct Json {
    parts: Vec<Part>,
    text: String,
}

impl Json {
    fn flush(&mut self) {
        if !self.text.is_empty() {
            self.parts.push(Part::Text(Arc::from(std::mem::take(&mut self.text))));
        }
    }

    fn value(&mut self, value: &Value) -> Result<(), FunctionError> {
        match value {
            Value::Null(_) => self.text.push_str("null"),
            Value::Bool(value) => self.text.push_str(if *value { "true" } else { "false" }),
            Value::Number(number) if number.is_infinite() => {
                return Err(FunctionError::call("an infinity has no form in JSON"));
            }
            Value::Number(number) => write!(self.text, "{number}").unwrap_or_default(),
            Value::String(text) => self.text.push_str(&quoted(text)),
            Value::List(list) | Value::Set(list) => self.items(&list.items)?,
            Value::Tuple(items) => self.items(items)?,
            Value::Map(map) => self.entries(map.items.iter())?,
            Value::Object(object) => self.entries(object.iter())?,
            Value::Unknown(_) | Value::Template(_) => {
                self.flush();
                self.parts.push(Part::Json(value.clone()));
            }
            Value::Sensitive(value) => self.value(value)?,
        }
        Ok(())
    }

    fn items(&mut self, items: &[Value]) -> Result<(), FunctionError> {
        self.text.push('[');
        for (index, item) in items.iter().enumerate() {
            if index > 0 {
                self.text.push(',');
            }
            self.value(item)?;
        }
        self.text.push(']');
        Ok(())
    }

    fn entries<'a>(&mut self, entries: impl Iterator<Item = (&'a Arc<str>, &'a Value)>) -> Result<(), FunctionError> {
        self.text.push('{');
        for (index, (key, item)) in entries.enumerate() {
            if index > 0 {
                self.text.push(',');
            }
            self.text.push_str(&quoted(key));
            self.text.push(':');
            self.value(item)?;
        }
        self.text.push('}');
        Ok(())
    }
}

/// A JSON string as Go writes it: `<`, `>`, `&` and the two line separators of Unicode escaped.
fn quoted(text: &str) -> String {
    let mut json = String::with_capacity(text.len() + 2);
    json.push('"');
    for c in text.chars() {
        match c {
            '"' => json.push_str("\\\""),
            '\\' => json.push_str("\\\\"),
            '\n' => json.push_str("\\n"),
            '\r' => json.push_str("\\r"),
            '\t' => json.push_str("\\t"),
            '\u{8}' => json.push_str("\\b"),
            '\u{c}' => json.push_str("\\f"),
            '<' | '>' | '&' | '\u{2028}' | '\u{2029}' => write!(json, "\\u{:04x}", c as u32).unwrap_or_default(),
            c if (c as u32) < 0x20 => write!(json, "\\u{:04x}", c as u32).unwrap_or_default(),
            c => json.push(c),
        }
    }
    json.push('"');
    json
}
