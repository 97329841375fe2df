//! `jsonencode` and `jsondecode`.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::sync::Arc;

use serde::de::{Deserializer as _, MapAccess, Visitor};
use serde_json::value::RawValue;

use super::support::{LONGEST, Outcome, STRING, any, bounded_count, string, text, too_long};
use super::{Function, FunctionContext, FunctionError, Returns};
use crate::convert::convert;
use crate::number::Number;
use crate::types::Type;
use crate::value::{Part, Template, Value, normalized};

pub(super) const FUNCTIONS: &[Function] = &[
    Function::new(
        "jsonencode",
        &[any("val").allow_null().allow_unknown().allow_dynamic()],
        STRING,
        jsonencode,
    ),
    Function::new("jsondecode", &[string("str")], Returns::Of(type_of_jsondecode), jsondecode)
        .or_null(),
];

/// `jsonencode`: what is unknown in it leaves a hole in the text. (Terraform takes the whole for
/// unknown.)
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
    let length: usize = json
        .parts
        .iter()
        .map(|part| if let Part::Text(text) = part { text.len() } else { 0 })
        .sum();
    if length > LONGEST { Err(too_long()) } else { Ok(Template::of(json.parts, prefix)) }
}

/// The JSON of a value that is known.
pub(super) fn encoded(value: &Value) -> Result<String, FunctionError> {
    let mut json = Json::default();
    json.value(value)?;
    Ok(json.text)
}

/// How deep JSON and YAML may be nested.
pub(super) const DEEPEST: usize = 128;

fn type_of_jsondecode(arguments: &[Value]) -> Result<Type, FunctionError> {
    if arguments[0].is_known() {
        return Ok(Type::Dynamic);
    }
    match arguments[0].known_prefix().trim().chars().next() {
        None | Some('{' | '[' | 'n') => Ok(Type::Dynamic),
        Some('"') => Ok(Type::String),
        Some('t' | 'f') => Ok(Type::Bool),
        Some('-' | '.' | '0'..='9') => Ok(Type::Number),
        Some(other) => Err(FunctionError::argument(
            0,
            format!("a JSON document cannot begin with the character {other:?}"),
        )),
    }
}

/// `jsondecode`: objects and tuples, never maps and lists; of a repeated name the last value;
/// numbers with all their digits.
fn jsondecode(arguments: &[Value], _: &FunctionContext) -> Outcome {
    let text = text(arguments, 0);
    let mut documents = serde_json::Deserializer::from_str(text).into_iter::<&RawValue>();
    let first = documents.next().ok_or_else(|| FunctionError::call("EOF"))?;
    let raw = first.map_err(|error| FunctionError::call(error.to_string()))?;
    // Go sees no more of what follows than whether it could be a next element.
    let rest = text[documents.byte_offset()..].trim_start_matches([' ', '\t', '\r', '\n']);
    if !rest.is_empty() && !rest.starts_with([']', '}']) {
        return Err(FunctionError::call("extraneous data after JSON object"));
    }
    decoded(raw, 0, &mut 0)
}

fn decoded(raw: &RawValue, depth: usize, count: &mut usize) -> Outcome {
    let text = raw.get();
    let error = |error: serde_json::Error| FunctionError::call(error.to_string());
    if depth > DEEPEST {
        return Err(FunctionError::call(format!(
            "more than {DEEPEST} levels, the most that are evaluated here"
        )));
    }
    *count += 1;
    bounded_count(*count)?;
    match text.as_bytes().first() {
        Some(b'{') => {
            let entries =
                serde_json::Deserializer::from_str(text).deserialize_map(Entries).map_err(error)?;
            let mut all: BTreeMap<Arc<str>, Value> = BTreeMap::new();
            for (name, raw) in entries {
                let value = decoded(raw, depth + 1, count)?;
                let name = normalized(&name);
                // Of a repeated name the last type counts, and each value must be one of it.
                match all.get(&name) {
                    Some(before) if !is_readable_as(before, &value.ty()) => {
                        return Err(FunctionError::call(format!(
                            "{} required for {name}, which is there twice",
                            value.ty()
                        )));
                    }
                    _ => all.insert(name, value),
                };
            }
            Ok(Value::Object(Arc::new(all)))
        }
        Some(b'[') => {
            let items: Vec<&RawValue> = serde_json::from_str(text).map_err(error)?;
            let items = items.into_iter().map(|raw| decoded(raw, depth + 1, count));
            Ok(Value::tuple(items.collect::<Result<Vec<_>, FunctionError>>()?))
        }
        Some(b'"') => Ok(unescaped(text).into()),
        Some(b't') => Ok(true.into()),
        Some(b'f') => Ok(false.into()),
        Some(b'n') => Ok(Value::NULL),
        _ => Number::parse(text)
            .map(Value::from)
            .map_err(|error| FunctionError::call(error.to_string())),
    }
}

fn is_readable_as(value: &Value, of: &Type) -> bool {
    value.is_null() || value.ty() == *of || (of.is_primitive() && convert(value, of).is_ok())
}

/// The members of an object, those with one name too.
struct Entries;

impl<'de> Visitor<'de> for Entries {
    type Value = Vec<(String, &'de RawValue)>;

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut entries = Vec::new();
        while let Some(entry) = map.next_entry()? {
            entries.push(entry);
        }
        Ok(entries)
    }
}

/// The text of a JSON string. Half a pair of surrogates is a replacement character, as in Go.
fn unescaped(json: &str) -> String {
    let mut units: Vec<u16> = Vec::new();
    let mut rest = json.get(1..json.len().saturating_sub(1)).unwrap_or_default().chars();
    let mut buffer = [0; 2];
    while let Some(c) = rest.next() {
        if c != '\\' {
            units.extend_from_slice(c.encode_utf16(&mut buffer));
            continue;
        }
        units.push(match rest.next() {
            Some('b') => 0x08,
            Some('f') => 0x0c,
            Some('n') => 0x0a,
            Some('r') => 0x0d,
            Some('t') => 0x09,
            Some('u') => (0..4).fold(0, |unit, _| {
                unit << 4 | rest.next().and_then(|c| c.to_digit(16)).unwrap_or(0) as u16
            }),
            Some(other) => other as u16,
            None => break,
        });
    }
    String::from_utf16_lossy(&units)
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

    fn entries<'a>(
        &mut self,
        entries: impl Iterator<Item = (&'a Arc<str>, &'a Value)>,
    ) -> Result<(), FunctionError> {
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
            '<' | '>' | '&' | '\u{2028}' | '\u{2029}' => {
                write!(json, "\\u{:04x}", c as u32).unwrap_or_default()
            }
            c if (c as u32) < 0x20 => write!(json, "\\u{:04x}", c as u32).unwrap_or_default(),
            c => json.push(c),
        }
    }
    json.push('"');
    json
}

#[cfg(test)]
mod tests {
    use crate::functions::testing::answers;

    #[test]
    fn numbers_have_all_their_digits_and_broken_pairs_are_replaced() {
        answers(&[
            (r#"jsondecode("12345678901234567890.5")"#, "12345678901234567890.5"),
            (r#"jsondecode("[1, \"a\", null, {}]")"#, r#"[1,"a",null,{}]"#),
            (r#"jsondecode("{\"a\": 1, \"a\": 2}")"#, r#"{"a":2}"#),
            (r#"jsondecode("\"\\ud800\"")"#, r#""�""#),
            (r#"jsondecode("\"\\ud83d\\ude00\\\"\"")"#, r#""😀\"""#),
            (r#"jsondecode("[1,]")"#, "error"),
            (r#"jsondecode("")"#, "error"),
            (r#"jsondecode("1e999999999")"#, "error"),
            (r#"jsondecode("[[[[1]]]]")"#, "[[[[1]]]]"),
            (r#"jsondecode(format("%0200d", 0))"#, "error"),
            (r#"jsondecode("xyz${u}")"#, "error"),
            ("jsondecode(u)", "?"),
        ]);
    }

    #[test]
    fn what_is_unknown_leaves_a_hole() {
        answers(&[
            (
                r#"jsonencode({ Resource = u, Action = ["a", "b-${u}"] })"#,
                r#"{"Action":["a",<?>],"Resource":<?>}"#,
            ),
            (r#"jsonencode("<&>\u2028")"#, r#""\"\\u003c\\u0026\\u003e\\u2028\"""#),
            ("jsonencode(1/0)", "error"),
            (r#"startswith(jsonencode({ a = u }), "{")"#, "true"),
        ]);
    }
}
