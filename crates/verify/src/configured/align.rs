//! Matches the plan and the configuration of the same resource.
//!
//! A plan knows what the provider makes of the arguments, and has the elements of sets in an order
//! of its own; the configuration knows where each value comes from.

use serde_json::{Map, Value as Json};
use terraform::types::Type;
use terraform::value::Value;

use terraform::plan::values::{Planned, planned};

/// The configured value with its elements where the plan has them. An element that cannot be told
/// is unknown, because of all that the whole comes from.
pub fn aligned(plan: &Json, unknown: &Json, configured: &Value) -> Value {
    let (plain, sensitive) = configured.unmarked();
    let value = match (plan, plain) {
        _ if *unknown == Json::Bool(true) => plain.clone(),
        (Json::Array(items), Value::List(_) | Value::Set(_) | Value::Tuple(_)) => {
            elements(items, unknown, plain).unwrap_or_else(|| {
                let whole = || Value::unknown_because(Type::Dynamic, plain.causes());
                Value::tuple(items.iter().map(|_| whole()))
            })
        }
        (Json::Object(entries), Value::Map(_) | Value::Object(_)) => {
            let parts = plain.as_entries().into_iter().flatten().map(|(name, item)| {
                let of_plan = entries.get(&**name).unwrap_or(&Json::Null);
                (name.clone(), aligned(of_plan, below(unknown, &Json::from(&**name)), item))
            });
            Value::object(parts)
        }
        _ => plain.clone(),
    };
    value.marked(sensitive)
}

/// The elements in the order of the plan; None where one of them is not there.
fn elements(items: &[Json], unknown: &Json, configured: &Value) -> Option<Value> {
    let mut left: Vec<Option<&Value>> = configured.children().map(Some).collect();
    let place = |index: usize| below(unknown, &Json::from(index)).clone();
    let in_order = left.len() == items.len()
        && items.iter().zip(&left).enumerate().all(|(index, (item, value))| {
            value.is_some_and(|value| may_be(item, &place(index), value))
        });
    let mut found = Vec::with_capacity(items.len());
    for (index, item) in items.iter().enumerate() {
        let at = if in_order {
            Some(index)
        } else {
            left.iter()
                .position(|value| value.is_some_and(|value| may_be(item, &place(index), value)))
        };
        let value = left.get_mut(at?)?.take()?;
        found.push(aligned(item, &place(index), value));
    }
    Some(Value::tuple(found))
}

/// Whether what the plan has may be what is configured: nothing that both know differs.
fn may_be(plan: &Json, unknown: &Json, configured: &Value) -> bool {
    let (plain, _) = configured.unmarked();
    match (plan, plain) {
        (_, Value::Unknown(_) | Value::Template(_)) => true,
        _ if *unknown == Json::Bool(true) => false,
        (Json::Null, _) => plain.is_null() || is_zero(plain),
        (Json::Object(entries), Value::Map(_) | Value::Object(_)) => {
            plain.as_entries().into_iter().flatten().all(|(name, item)| {
                item.is_null()
                    || entries.get(&**name).is_some_and(|of_plan| {
                        may_be(of_plan, below(unknown, &Json::from(&**name)), item)
                    })
                    || below(unknown, &Json::from(&**name)) == &Json::Bool(true)
            })
        }
        (Json::Array(items), Value::List(_) | Value::Set(_) | Value::Tuple(_)) => {
            items.len() == plain.children().count() || items.is_empty()
        }
        (Json::String(text), _) if text.starts_with(['{', '[']) => true,
        (Json::String(text), _) => scalar(plain).is_some_and(|configured| configured == *text),
        (Json::Bool(_) | Json::Number(_), _) => scalar(plain) == Some(plan.to_string()),
        _ => false,
    }
}

/// What a provider may write as null.
fn is_zero(value: &Value) -> bool {
    scalar(value).is_some_and(|text| ["", "0", "false"].contains(&text.as_str()))
        || value.children().next().is_none()
}

fn scalar(value: &Value) -> Option<String> {
    match value {
        Value::Bool(is) => Some(is.to_string()),
        Value::Number(number) => Some(number.to_string()),
        Value::String(text) => Some(text.to_string()),
        _ => None,
    }
}

fn below<'j>(whole: &'j Json, step: &Json) -> &'j Json {
    let part = match step {
        _ if *whole == Json::Bool(true) => Some(whole),
        Json::String(name) => whole.get(name),
        other => other.as_u64().and_then(|index| whole.get(usize::try_from(index).ok()?)),
    };
    part.unwrap_or(&Json::Null)
}

/// Writes into the plan what it says is unknown and the configuration knows, at least in part. The
/// value is aligned.
pub fn fill(plan: &mut Json, unknown: &mut Json, configured: &Value) {
    let (plain, _) = configured.unmarked();
    if *unknown == Json::Bool(true) {
        // The provider decides the value of an argument that is null.
        if !matches!(plain, Value::Unknown(_) | Value::Template(_) | Value::Null(_)) {
            let Planned { value, unknown: rest, .. } = planned(plain);
            (*plan, *unknown) = (value, rest);
        }
        return;
    }
    match (&mut *plan, &mut *unknown) {
        (Json::Array(items), Json::Array(marks)) => {
            for ((item, mark), value) in items.iter_mut().zip(marks).zip(plain.children()) {
                fill(item, mark, value);
            }
        }
        (Json::Object(entries), Json::Object(marks)) => {
            for (name, value) in plain.as_entries().into_iter().flatten() {
                fill_entry(entries, marks, name, value);
            }
        }
        _ => {}
    }
}

fn fill_entry(
    entries: &mut Map<String, Json>,
    marks: &mut Map<String, Json>,
    name: &str,
    value: &Value,
) {
    let Some(mark) = marks.get_mut(name) else { return };
    let entry = entries.entry(name.to_owned()).or_insert(Json::Null);
    fill(entry, mark, value);
}

#[cfg(test)]
mod tests {
    use serde_json::json;
    use terraform::value::Cause;

    use super::*;

    fn id(resource: &str) -> Value {
        Value::unknown(Type::String, Cause::attribute(resource, "id"))
    }

    #[test]
    fn the_elements_of_a_set_of_blocks_are_found_by_what_is_known_of_them() {
        let block = |port: u64, group: &str| {
            Value::object([("port", Value::integer(port as usize)), ("group", id(group))])
        };
        let configured =
            Value::tuple([block(443, "aws_security_group.a"), block(80, "aws_security_group.b")]);
        let plan = json!([{"port": 80, "group": null}, {"port": 443, "group": null}]);
        let unknown = json!([{"group": true}, {"group": true}]);
        let value = aligned(&plan, &unknown, &configured);
        assert_eq!(value.as_items().unwrap()[0].get("group"), Some(&id("aws_security_group.b")));
        assert_eq!(value.as_items().unwrap()[1].get("group"), Some(&id("aws_security_group.a")));
    }

    #[test]
    fn an_element_that_is_nowhere_configured_may_come_from_any() {
        let configured = Value::tuple([Value::object([
            ("port", Value::integer(1_usize)),
            ("group", id("aws_x.y")),
        ])]);
        let value =
            aligned(&json!([{"port": 2, "group": null}]), &json!([{"group": true}]), &configured);
        assert!(matches!(
            &value.as_items().unwrap()[0],
            Value::Unknown(unknown) if unknown.causes.iter().count() == 1
        ));
    }

    #[test]
    fn what_the_plan_does_not_know_is_filled_from_the_configuration_and_nothing_else_changes() {
        let configured = Value::object([
            ("a", Value::string("configured")),
            ("b", Value::tuple([Value::string("x"), id("aws_x.y")])),
            ("c", Value::NULL),
        ]);
        let (mut plan, mut unknown) = (json!({"a": "planned"}), json!({"b": true, "c": true}));
        fill(&mut plan, &mut unknown, &configured);
        assert_eq!(plan, json!({"a": "planned", "b": ["x", null], "c": null}));
        assert_eq!(unknown, json!({"b": [null, true], "c": true}));
    }
}
