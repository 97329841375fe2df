//! [`Distinct`]: values without duplicates.

use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};

use crate::value::Value;

/// Values, each once, in the order in which they came; finding one does not look at all of them.
#[derive(Default)]
pub(super) struct Distinct {
    values: Vec<Value>,
    /// Where the values of a hash are.
    places: HashMap<u64, Vec<usize>>,
}

impl Distinct {
    pub(super) fn contains(&self, value: &Value) -> bool {
        let places = self.places.get(&hash(value)).map_or(&[][..], Vec::as_slice);
        places.iter().any(|&at| self.values[at].equals(value) == Value::Bool(true))
    }

    /// Adds it, unless an equal one is there.
    pub(super) fn insert(&mut self, value: Value) {
        if !self.contains(&value) {
            self.places.entry(hash(&value)).or_default().push(self.values.len());
            self.values.push(value);
        }
    }

    pub(super) fn into_values(self) -> Vec<Value> {
        self.values
    }
}

impl FromIterator<Value> for Distinct {
    fn from_iter<I: IntoIterator<Item = Value>>(values: I) -> Self {
        let mut all = Distinct::default();
        values.into_iter().for_each(|value| all.insert(value));
        all
    }
}

/// The same of equal values.
fn hash(value: &Value) -> u64 {
    fn add(value: &Value, hasher: &mut DefaultHasher) {
        match value {
            Value::Bool(value) => value.hash(hasher),
            Value::Number(number) => number.hash(hasher),
            Value::String(text) => text.hash(hasher),
            Value::Sensitive(value) => add(value, hasher),
            _ => {
                if let Some(entries) = value.as_entries() {
                    entries.keys().for_each(|key| key.hash(hasher));
                }
                value.children().for_each(|child| add(child, hasher));
            }
        }
    }
    let mut hasher = DefaultHasher::new();
    add(value, &mut hasher);
    hasher.finish()
}
