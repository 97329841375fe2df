//! Marks values as sensitive, and removes the mark.

use std::sync::Arc;

use super::{List, Map, Value};

impl Value {
    /// Marked sensitive itself.
    pub fn is_sensitive(&self) -> bool {
        matches!(self, Value::Sensitive(_))
    }

    /// Marked sensitive, or a part of it.
    pub fn has_sensitive(&self) -> bool {
        self.is_sensitive() || self.children().any(Value::has_sensitive)
    }

    /// The same value, sensitive where `sensitive`.
    #[must_use]
    pub fn marked(self, sensitive: bool) -> Value {
        if !sensitive || self.is_sensitive() { self } else { Value::Sensitive(Arc::new(self)) }
    }

    /// The value without its own mark, and whether it had one; marks of its parts stay.
    pub fn unmarked(&self) -> (&Value, bool) {
        match self {
            Value::Sensitive(value) => (value.unmarked().0, true),
            other => (other, false),
        }
    }

    /// The value without any mark, and whether there was one.
    pub fn unmarked_deep(&self) -> (Value, bool) {
        if !self.has_sensitive() {
            return (self.clone(), false);
        }
        let plain = |value: &Value| value.unmarked_deep().0;
        let list = |list: &List| {
            Arc::new(List {
                element: list.element.clone(),
                items: list.items.iter().map(plain).collect(),
            })
        };
        let entry = |(name, value): (&Arc<str>, &Value)| (name.clone(), plain(value));
        let value = match self.unmarked().0 {
            Value::List(items) => Value::List(list(items)),
            Value::Set(items) => Value::Set(list(items)),
            Value::Tuple(items) => Value::Tuple(items.iter().map(plain).collect()),
            Value::Map(map) => Value::Map(Arc::new(Map {
                element: map.element.clone(),
                items: map.items.iter().map(entry).collect(),
            })),
            Value::Object(object) => Value::Object(Arc::new(object.iter().map(entry).collect())),
            other => other.clone(),
        };
        (value, true)
    }
}
