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
    /// True where it is unknown.
    pub unknown: Json,
    /// True where it is sensitive.
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
            let mut parts = [Map::new(), Map::new(), Map::new()];
            for (name, item) in value.as_entries().into_iter().flatten() {
                let Planned { value, unknown, sensitive } = planned(item);
                for (map, json) in parts.iter_mut().zip([value, unknown, sensitive]) {
                    map.insert(name.to_string(), json);
                }
            }
            let [value, unknown, sensitive] = parts.map(Json::Object);
            Planned { value, unknown, sensitive }
        }
        Value::List(_) | Value::Set(_) | Value::Tuple(_) => {
            let items: Vec<_> = value.children().map(planned).collect();
            let part =
                |pick: fn(&Planned) -> &Json| items.iter().map(|item| pick(item).clone()).collect();
            Planned {
                value: part(|item| &item.value),
                unknown: part(|item| &item.unknown),
                sensitive: part(|item| &item.sensitive),
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
