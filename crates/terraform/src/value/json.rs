//! Values from JSON, and from JSON text of which parts are unknown.

use std::sync::Arc;

use serde_json::Value as Json;

use super::{Part, Template, Value, stable_prefix};
use crate::number::Number;

/// Stands around the number of a hole while a text is parsed; no text has it.
const MARK: char = '\u{f8fe}';

impl Value {
    /// The value that JSON writes: arrays become tuples, objects objects.
    pub fn from_json(json: &Json) -> Value {
        match json {
            Json::Null => Value::NULL,
            Json::Bool(value) => Value::Bool(*value),
            Json::Number(number) => {
                Number::parse(&number.to_string()).map_or(Value::NULL, Value::Number)
            }
            Json::String(text) => Value::string(text),
            Json::Array(items) => Value::tuple(items.iter().map(Value::from_json)),
            Json::Object(entries) => Value::object(
                entries
                    .iter()
                    .map(|(name, value)| (super::normalized(name), Value::from_json(value))),
            ),
        }
    }

    /// What a text of JSON says: a policy, container definitions. Holes stay: an unknown value
    /// where the text has one, a text with holes where a string has. None: it is no text, no
    /// JSON, or a key of an object is unknown.
    pub fn read_json(&self) -> Option<Value> {
        let (plain, sensitive) = self.unmarked();
        let value = match plain {
            Value::String(text) => Value::from_json(&serde_json::from_str(text).ok()?),
            Value::Template(template) => holed(template)?,
            _ => return None,
        };
        Some(value.marked(sensitive))
    }
}

fn holed(template: &Template) -> Option<Value> {
    let holes: Vec<&Part> =
        template.parts.iter().filter(|part| !matches!(part, Part::Text(_))).collect();
    let mut text = String::new();
    let (mut within_string, mut escaped, mut number) = (false, false, 0);
    for part in &template.parts {
        match part {
            Part::Text(known) => {
                for c in known.chars() {
                    match c {
                        MARK => return None,
                        _ if escaped => escaped = false,
                        '\\' if within_string => escaped = true,
                        '"' => within_string = !within_string,
                        _ => {}
                    }
                }
                text.push_str(known);
            }
            _ => {
                let quote = if within_string { "" } else { "\"" };
                text.push_str(&format!("{quote}{MARK}{number}{MARK}{quote}"));
                number += 1;
            }
        }
    }
    filled(&serde_json::from_str(&text).ok()?, &holes)
}

/// The value with its holes. None: a key has one.
fn filled(json: &Json, holes: &[&Part]) -> Option<Value> {
    match json {
        Json::String(text) => Some(filled_text(text, holes)),
        Json::Array(items) => items
            .iter()
            .map(|item| filled(item, holes))
            .collect::<Option<Arc<[_]>>>()
            .map(Value::Tuple),
        Json::Object(entries) => {
            let entry = |(name, value): (&String, &Json)| {
                let name = (!name.contains(MARK)).then(|| super::normalized(name))?;
                Some((name, filled(value, holes)?))
            };
            let entries = entries.iter().map(entry).collect::<Option<Vec<_>>>()?;
            Some(Value::object(entries))
        }
        other => Some(Value::from_json(other)),
    }
}

fn filled_text(text: &str, holes: &[&Part]) -> Value {
    let pieces: Vec<&str> = text.split(MARK).collect();
    let hole =
        |number: &str| number.parse().ok().and_then(|number: usize| holes.get(number)).copied();
    // Texts and the numbers of holes take turns.
    if let ["", number, ""] = pieces.as_slice()
        && let Some(Part::Hole(value) | Part::Json(value)) = hole(number)
    {
        return value.clone();
    }
    let parts = pieces.iter().enumerate().filter_map(|(index, piece)| match index % 2 {
        0 => Some(Part::Text((*piece).into())),
        _ => hole(piece).cloned(),
    });
    let prefix = stable_prefix(pieces.first().copied().unwrap_or_default()).to_string();
    Template::of(parts, prefix)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::types::Type;
    use crate::value::Cause;

    fn arn() -> Value {
        Value::unknown(Type::String, Cause::attribute("aws_x.y", "arn"))
    }

    #[test]
    fn a_policy_with_an_unknown_arn_is_still_read() {
        let parts = [
            Part::Text(r#"{"Action":"s3:*","Resource":["#.into()),
            Part::Json(arn()),
            Part::Text(",\"q-".into()),
            Part::Hole(arn()),
            Part::Text(r#"/*"]}"#.into()),
        ];
        let policy = Template::of(parts, "{").read_json().unwrap();
        assert_eq!(policy.get("Action").and_then(Value::as_str), Some("s3:*"));
        let resources = policy.get("Resource").and_then(Value::as_items).unwrap();
        assert_eq!(resources[0], arn());
        let Value::Template(second) = &resources[1] else { panic!("{:?}", resources[1]) };
        assert_eq!(second.with(|_| "…".into()), "q-…/*");
        assert_eq!(
            resources[1].causes().iter().map(ToString::to_string).collect::<Vec<_>>(),
            ["aws_x.y.arn"]
        );
    }

    #[test]
    fn a_policy_of_which_a_key_is_unknown_is_not_read() {
        let parts = [Part::Text("{\"".into()), Part::Hole(arn()), Part::Text("\":1}".into())];
        assert_eq!(Template::of(parts, "{").read_json(), None);
    }
}
