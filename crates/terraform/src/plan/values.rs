//! Converts values to and from the form of a plan: JSON, with separate trees for what is unknown
//! and what is sensitive.

use crate::types::Type;
use crate::value::{Cause, Value};
use serde_json::{Map, Value as Json};

/// A value in the form of a plan.
#[derive(Debug, Default)]
pub struct Planned {
    /// What is known; null where nothing is.
    pub value: Json,
    /// True where it is unknown; null where nothing is.
    pub unknown: Json,
    /// True where it is sensitive; null where nothing is.
    pub sensitive: Json,
}

/// A value in the form of a plan. A text with holes is unknown as a whole.
pub fn planned(value: &Value) -> Planned {
    match value {
        Value::Unknown(_) | Value::Template(_) => {
            Planned { unknown: true.into(), ..Planned::default() }
        }
        Value::Sensitive(inner) => Planned { sensitive: true.into(), ..planned(inner) },
        Value::Map(_) | Value::Object(_) => {
            let (mut values, mut unknown, mut sensitive) = (Map::new(), Map::new(), Map::new());
            for (name, item) in value.as_entries().into_iter().flatten() {
                let item = planned(item);
                for (marks, mark) in
                    [(&mut unknown, item.unknown), (&mut sensitive, item.sensitive)]
                {
                    if !mark.is_null() {
                        marks.insert(name.to_string(), mark);
                    }
                }
                values.insert(name.to_string(), item.value);
            }
            let marks = |marks: Map<_, _>| {
                if marks.is_empty() { Json::Null } else { Json::Object(marks) }
            };
            Planned {
                value: Json::Object(values),
                unknown: marks(unknown),
                sensitive: marks(sensitive),
            }
        }
        Value::List(_) | Value::Set(_) | Value::Tuple(_) => {
            let (mut values, mut unknown, mut sensitive) = (Vec::new(), Vec::new(), Vec::new());
            for item in value.children().map(planned) {
                values.push(item.value);
                unknown.push(item.unknown);
                sensitive.push(item.sensitive);
            }
            let marks = |marks: Vec<Json>| {
                if marks.iter().all(Json::is_null) { Json::Null } else { Json::Array(marks) }
            };
            Planned {
                value: Json::Array(values),
                unknown: marks(unknown),
                sensitive: marks(sensitive),
            }
        }
        known => Planned { value: scalar(known), ..Planned::default() },
    }
}

/// A value that is wholly known, as JSON.
pub fn known(value: &Value) -> Json {
    planned(value).value
}

/// A value as JSON, with `${what it comes from}` where it is unknown.
pub fn with_holes(value: &Value) -> Json {
    match value {
        Value::Unknown(_) | Value::Template(_) => {
            let causes: Vec<_> = value.causes().iter().map(ToString::to_string).collect();
            Json::from(format!("${{{}}}", causes.join(", ")))
        }
        Value::Sensitive(inner) => with_holes(inner),
        Value::Map(_) | Value::Object(_) => {
            let entries = value.as_entries().into_iter().flatten();
            Json::Object(entries.map(|(name, item)| (name.to_string(), with_holes(item))).collect())
        }
        Value::List(_) | Value::Set(_) | Value::Tuple(_) => {
            value.children().map(with_holes).collect()
        }
        known => scalar(known),
    }
}

fn scalar(value: &Value) -> Json {
    match value {
        Value::Bool(is) => (*is).into(),
        Value::String(text) => Json::from(&**text),
        Value::Number(number) => {
            let text = number.to_string();
            serde_json::from_str(&text).unwrap_or(Json::String(text))
        }
        _ => Json::Null,
    }
}

/// An attribute of a resource as a plan has it, as a value: unknown where the plan says so, because
/// of this attribute.
pub fn from_planned(value: &Json, unknown: &Json, address: &str, path: &str) -> Value {
    match (value, unknown) {
        (_, Json::Bool(true)) => Value::unknown(Type::Dynamic, Cause::attribute(address, path)),
        (Json::Array(items), Json::Array(marks)) => {
            Value::tuple(items.iter().enumerate().map(|(index, item)| {
                from_planned(
                    item,
                    marks.get(index).unwrap_or(&Json::Null),
                    address,
                    &format!("{path}[{index}]"),
                )
            }))
        }
        (Json::Object(entries), Json::Object(marks)) => {
            let marked = marks.keys().filter(|name| !entries.contains_key(*name));
            let names = entries.keys().chain(marked);
            Value::object(names.map(|name| {
                let item = entries.get(name).unwrap_or(&Json::Null);
                let inner = from_planned(
                    item,
                    marks.get(name).unwrap_or(&Json::Null),
                    address,
                    &format!("{path}.{name}"),
                );
                (name.as_str(), inner)
            }))
        }
        (known, _) => Value::from_json(known),
    }
}
