//! Marks in values: which attribute of which resource a text is, while its value is known only after the apply.

use std::collections::{BTreeMap, BTreeSet};

use hcl::Value;
use serde_json::Value as Json;

use crate::inventory::{Entry, IDENTITIES, NAMES};

/// A mark begins and ends with characters that have no meaning. Source: The Unicode Standard, 23.5, "Private-Use Characters".
const BEGIN: char = '\u{e000}';
const END: char = '\u{e001}';
/// Before the list that an element is of, where its order is by values that are known after the apply.
const OF: char = '\u{e002}';

/// What is marked in a value.
#[derive(Debug, Default)]
pub struct Marked {
    /// Places of resources and attributes, in the order of the value.
    pub links: Vec<(usize, String)>,
    /// Whether elements are chosen from a list whose order is not known.
    pub is_by_order: bool,
}

/// The attributes of a resource: what is known by its value, what is not by a mark, and what names the resource by a mark always.
pub fn attributes(entry: &Entry, is_data: bool) -> Value {
    let value = within(&entry.values, &entry.unknown, &format!("{BEGIN}{}:", entry.place), "");
    let Value::Object(mut attributes) = value else { return value };
    let names = NAMES.iter().filter(|_| !is_data);
    for name in IDENTITIES.iter().chain(names) {
        if let Some(known @ Value::String(_)) = attributes.get_mut(*name) {
            *known = Value::String(format!("{BEGIN}{}:{name}{END}", entry.place));
        }
    }
    Value::Object(attributes)
}

fn within(known: &Json, unknown: &Json, resource: &str, path: &str) -> Value {
    let below = |step: &str| if path.is_empty() { step.to_owned() } else { format!("{path}.{step}") };
    match (known, unknown) {
        (_, Json::Bool(true)) => Value::String(format!("{resource}{path}{END}")),
        (Json::Object(map), _) => {
            let keys: BTreeSet<&String> =
                map.keys().chain(unknown.as_object().into_iter().flat_map(|map| map.keys())).collect();
            let entry = |key: &&String| within(&known[key.as_str()], &unknown[key.as_str()], resource, &below(key));
            Value::Object(keys.iter().map(|key| ((*key).clone(), entry(key))).collect())
        }
        (Json::Array(items), _) => {
            let item =
                |(place, item): (usize, &Json)| within(item, &unknown[place], resource, &below(&place.to_string()));
            Value::Array(items.iter().enumerate().map(item).collect())
        }
        (plain, _) => json(plain),
    }
}

/// A value of a plan; a map in the order of its keys.
pub fn json(value: &Json) -> Value {
    match value {
        Json::Null => Value::Null,
        Json::Bool(is) => Value::Bool(*is),
        Json::Number(number) => match (number.as_i64(), number.as_f64()) {
            (Some(whole), _) => Value::from(whole),
            (None, Some(float)) => Value::from(float),
            (None, None) => Value::Null,
        },
        Json::String(text) => Value::String(text.clone()),
        Json::Array(items) => Value::Array(items.iter().map(json).collect()),
        Json::Object(map) => {
            let sorted: BTreeMap<_, _> = map.iter().collect();
            Value::Object(sorted.into_iter().map(|(key, value)| (key.clone(), json(value))).collect())
        }
    }
}

/// Whether anything in a value is known only after the apply.
pub fn is_marked(value: &Value) -> bool {
    match value {
        Value::String(text) => text.contains(BEGIN),
        Value::Array(items) => items.iter().any(is_marked),
        Value::Object(map) => map.values().any(is_marked),
        _ => false,
    }
}

/// A list in an order that is known only after the apply: each element says so.
pub fn unordered(items: Vec<Value>) -> Vec<Value> {
    let list = format!("{OF}{}.{:x}", items.len(), items.iter().fold(0_u64, |sum, item| sum ^ place_of(item)));
    let element = |item| match item {
        Value::String(text) => Value::String(text.replace(END, &format!("{list}{END}"))),
        other => other,
    };
    items.into_iter().map(element).collect()
}

/// What is different for each element of a list.
fn place_of(item: &Value) -> u64 {
    let text = item.as_str().unwrap_or_default();
    text.bytes().fold(5381, |hash: u64, byte| hash.wrapping_mul(33) ^ u64::from(byte))
}

/// What is marked in a value.
pub fn marked(value: &Value) -> Marked {
    let mut found = Marked::default();
    let mut lists: BTreeMap<String, BTreeSet<(usize, String)>> = BTreeMap::new();
    let mut rest = vec![value];
    while let Some(value) = rest.pop() {
        match value {
            Value::String(text) => in_text(text, &mut found, &mut lists),
            Value::Array(items) => rest.extend(items.iter().rev()),
            Value::Object(map) => rest.extend(map.values().rev()),
            _ => {}
        }
    }
    let is_part = |(list, links): (&String, &BTreeSet<_>)| {
        let whole = list.split('.').next().and_then(|count| count.parse::<usize>().ok());
        whole.is_none_or(|whole| links.len() < whole)
    };
    found.is_by_order = lists.iter().any(is_part);
    found
}

fn in_text(text: &str, found: &mut Marked, lists: &mut BTreeMap<String, BTreeSet<(usize, String)>>) {
    for part in text.split(BEGIN).skip(1) {
        let Some((mark, _)) = part.split_once(END) else { continue };
        let mut parts = mark.split(OF);
        let Some((place, attribute)) = parts.next().and_then(|link| link.split_once(':')) else { continue };
        let Ok(place) = place.parse() else { continue };
        let link = (place, attribute.to_owned());
        for list in parts {
            lists.entry(list.to_owned()).or_default().insert(link.clone());
        }
        found.links.push(link);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mark(place: usize) -> Value {
        Value::String(format!("{BEGIN}{place}:id{END}"))
    }

    #[test]
    fn all_of_a_list_without_order_are_certain_and_one_of_it_is_not() {
        let all = unordered(vec![mark(1), mark(2), mark(3)]);
        assert!(!marked(&Value::Array(all.clone())).is_by_order);
        assert!(marked(&all[0]).is_by_order);
        assert_eq!(marked(&Value::Array(all)).links.iter().map(|(place, _)| *place).collect::<Vec<_>>(), [1, 2, 3]);
    }
}
