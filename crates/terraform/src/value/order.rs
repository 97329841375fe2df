//! Sets: their order, and how many elements they have.

use std::cmp::Ordering;
use std::sync::Arc;

use super::{List, Value};
use crate::types::Type;

impl Value {
    /// A set: all items of type `element`, in any order. Marks of items become the set's own.
    pub fn set(element: Type, items: impl IntoIterator<Item = Value>) -> Value {
        let mut sensitive = false;
        let mut plain: Vec<Value> = Vec::new();
        for item in items {
            let (item, marked) = item.unmarked_deep();
            sensitive |= marked;
            plain.push(item);
        }
        let mut keyed: Vec<(Key, Value)> =
            plain.into_iter().map(|item| (Key::of(&item), item)).collect();
        keyed.sort_by(|a, b| a.0.cmp(&b.0));
        // Two values of which a part is unknown may be one or two.
        keyed.dedup_by(|a, b| a.0 == b.0 && a.1 == b.1 && a.1.is_wholly_known());
        let items = keyed.into_iter().map(|(_, item)| item).collect();
        Value::Set(Arc::new(List { element, items })).marked(sensitive)
    }
}

/// What Terraform sorts the elements of a set by: bools, numbers by value, strings by bytes, all
/// else by the bytes of a text, then unknowns, then nulls.
#[derive(PartialEq)]
enum Key {
    Bool(bool),
    Number(crate::number::Number),
    String(Arc<str>),
    Text(String),
    Unknown,
    Null,
}

impl Key {
    fn of(value: &Value) -> Key {
        match value {
            Value::Bool(value) => Key::Bool(*value),
            Value::Number(number) => Key::Number(number.clone()),
            Value::String(text) => Key::String(text.clone()),
            Value::Unknown(_) | Value::Template(_) => Key::Unknown,
            Value::Null(_) => Key::Null,
            other => {
                let mut text = String::new();
                append(other, &mut text);
                Key::Text(text)
            }
        }
    }

    fn rank(&self) -> u8 {
        match self {
            Key::Bool(_) => 0,
            Key::Number(_) => 1,
            Key::String(_) => 2,
            Key::Text(_) => 3,
            Key::Unknown => 4,
            Key::Null => 5,
        }
    }

    fn cmp(&self, other: &Key) -> Ordering {
        match (self, other) {
            (Key::Bool(a), Key::Bool(b)) => a.cmp(b),
            (Key::Number(a), Key::Number(b)) => a.cmp(b),
            (Key::String(a), Key::String(b)) => a.cmp(b),
            (Key::Text(a), Key::Text(b)) => a.as_bytes().cmp(b.as_bytes()),
            _ => self.rank().cmp(&other.rank()),
        }
    }
}

/// The text by which Terraform sorts what has no order of its own.
fn append(value: &Value, text: &mut String) {
    match value {
        Value::Unknown(_) | Value::Template(_) => text.push('?'),
        Value::Null(_) => text.push('~'),
        Value::Bool(value) => text.push(if *value { 'T' } else { 'F' }),
        Value::Number(number) => text.push_str(&number.to_ten_digits()),
        Value::String(string) => quote(string, text),
        Value::Map(map) => {
            text.push('{');
            for (key, item) in &map.items {
                quote(key, text);
                text.push(':');
                append(item, text);
                text.push(';');
            }
            text.push('}');
        }
        Value::List(list) | Value::Set(list) => enclosed('[', list.items.iter(), ']', text),
        Value::Tuple(items) => enclosed('<', items.iter(), '>', text),
        Value::Object(object) => enclosed('<', object.values(), '>', text),
        Value::Sensitive(value) => append(value, text),
    }
}

fn enclosed<'a>(
    open: char,
    items: impl Iterator<Item = &'a Value>,
    close: char,
    text: &mut String,
) {
    text.push(open);
    for item in items {
        append(item, text);
        text.push(';');
    }
    text.push(close);
}

/// As Go's `%q` quotes.
fn quote(string: &str, text: &mut String) {
    text.push('"');
    for c in string.chars() {
        match c {
            '"' => text.push_str("\\\""),
            '\\' => text.push_str("\\\\"),
            '\u{7}' => text.push_str("\\a"),
            '\u{8}' => text.push_str("\\b"),
            '\u{c}' => text.push_str("\\f"),
            '\n' => text.push_str("\\n"),
            '\r' => text.push_str("\\r"),
            '\t' => text.push_str("\\t"),
            '\u{b}' => text.push_str("\\v"),
            c if (c as u32) < 0x20 || c == '\u{7f}' => {
                text.push_str(&format!("\\x{:02x}", c as u32))
            }
            c => text.push(c),
        }
    }
    text.push('"');
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::number::Number;

    fn number(text: &str) -> Value {
        Number::parse(text).unwrap().into()
    }

    #[test]
    fn a_set_of_numbers_goes_by_value_and_one_of_tuples_by_text() {
        let numbers = Value::set(
            Type::Number,
            [number("10"), number("9"), Value::Null(Type::Number), number("9")],
        );
        let shown: Vec<String> = numbers
            .as_items()
            .unwrap()
            .iter()
            .filter_map(|item| Some(item.as_number()?.to_string()))
            .collect();
        assert_eq!(shown, ["9", "10"]);
        assert!(numbers.as_items().unwrap()[2].is_null());
        let of = Type::tuple([Type::Number]);
        let tuples = Value::set(of, [Value::tuple([number("9")]), Value::tuple([number("10")])]);
        assert_eq!(tuples.as_items().unwrap()[0], Value::tuple([number("10")]));
    }

    #[test]
    fn the_mark_of_an_element_becomes_the_sets() {
        let set = Value::set(Type::String, [Value::string("a").marked(true)]);
        assert!(set.is_sensitive());
        assert!(!set.unmarked().0.has_sensitive());
    }
}
