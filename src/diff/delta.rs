//! [`Delta`]: how a value differs from another, part by part.

use indexmap::IndexMap;
use similar::{Algorithm, DiffOp, capture_diff_slices};

use super::value::{Reference, Value};

/// How a value differs.
#[derive(Debug, Clone, PartialEq)]
pub enum Delta {
    /// It does not differ.
    Same(Value),
    /// It was not there.
    Added(Value),
    /// It is there no more.
    Removed(Value),
    /// It is another.
    Changed(Value, Value),
    /// It is known only after the apply, and may differ then.
    KnownAfterApply(Value),
    /// An object with entries that differ, and entries that do not.
    Entries(IndexMap<String, Delta>),
    /// A list with elements that differ.
    Items(Vec<Delta>),
    /// The document in `jsonencode`, or the arguments of a data source.
    Within(String, Box<Delta>),
}

/// What is known again only after the apply.
pub(super) type Unknown<'a> = &'a dyn Fn(&Reference) -> bool;

impl Delta {
    /// Whether there is no difference.
    pub fn is_same(&self) -> bool {
        matches!(self, Delta::Same(_))
    }

    /// The difference between two values.
    pub(super) fn between(old: &Value, new: &Value, unknown: Unknown<'_>) -> Self {
        match (old, new) {
            (Value::Map(old), Value::Map(new)) => Self::entries(old, new, unknown),
            (Value::List(old), Value::List(new)) => Self::items(old, new, unknown),
            (Value::Document(old), Value::Document(new)) => {
                match Self::between(old, new, unknown) {
                    Delta::Same(document) => Delta::Same(Value::Document(Box::new(document))),
                    delta => Delta::Within("jsonencode".to_owned(), Box::new(delta)),
                }
            }
            // A data source that waits for the apply is not read before it, so nothing of it is
            // known.
            (_, new) if new.references().into_iter().any(unknown) => {
                Delta::KnownAfterApply(old.clone())
            }
            (
                Value::Data { kind, path, content: old, .. },
                whole @ Value::Data { kind: same, path: too, content: new, .. },
            ) if (kind, path) == (same, too) => match Self::between(old, new, unknown) {
                Delta::Same(_) => Delta::Same(whole.clone()),
                delta => Delta::Within(format!("data.{kind}.{path}"), Box::new(delta)),
            },
            (old, new) if old.is_of_missing_file() || new.is_of_missing_file() => {
                Delta::Same(new.clone())
            }
            (old, new) if old.revealed() == new.revealed() => Delta::Same(new.clone()),
            (old, new) => Delta::Changed(old.clone(), new.clone()),
        }
    }

    pub(super) fn entries(
        old: &IndexMap<String, Value>,
        new: &IndexMap<String, Value>,
        unknown: Unknown<'_>,
    ) -> Self {
        let mut entries: IndexMap<_, _> = new
            .iter()
            .map(|(key, new)| match old.get(key) {
                Some(old) => (key.clone(), Self::between(old, new, unknown)),
                None => (key.clone(), Delta::Added(new.clone())),
            })
            .collect();
        let gone = old.iter().filter(|(key, _)| !new.contains_key(*key));
        entries.extend(gone.map(|(key, old)| (key.clone(), Delta::Removed(old.clone()))));
        match entries.values().all(Delta::is_same) {
            true => Delta::Same(Value::Map(new.clone())),
            false => Delta::Entries(entries),
        }
    }

    fn items(old: &[Value], new: &[Value], unknown: Unknown<'_>) -> Self {
        let texts = |items: &[Value]| items.iter().map(ToString::to_string).collect::<Vec<_>>();
        let mut items = Vec::new();
        for operation in capture_diff_slices(Algorithm::Myers, &texts(old), &texts(new)) {
            let (old, new) = (&old[operation.old_range()], &new[operation.new_range()]);
            let is_pair = |(old, new): (&Value, &Value)| old.has_parts() && new.has_parts();
            let in_pairs = old.len() == new.len() && old.iter().zip(new).all(is_pair);
            match operation {
                DiffOp::Replace { .. } if !in_pairs => {
                    items.extend(old.iter().cloned().map(Delta::Removed));
                    items.extend(new.iter().cloned().map(Delta::Added));
                }
                DiffOp::Delete { .. } => items.extend(old.iter().cloned().map(Delta::Removed)),
                DiffOp::Insert { .. } => items.extend(new.iter().cloned().map(Delta::Added)),
                _ => items
                    .extend(old.iter().zip(new).map(|(old, new)| Self::between(old, new, unknown))),
            }
        }
        match items.iter().all(Delta::is_same) {
            true => Delta::Same(Value::List(new.to_vec())),
            false => Delta::Items(items),
        }
    }

    /// The same difference without the part at a path, as if that did not differ.
    pub(super) fn without(self, path: &[String]) -> Option<Self> {
        let [step, rest @ ..] = path else { return None };
        let delta = match self {
            Delta::Entries(mut entries) => {
                if let Some(inner) = entries.swap_remove(step) {
                    entries.extend(inner.without(rest).map(|inner| (step.clone(), inner)));
                }
                Delta::Entries(entries)
            }
            Delta::Items(mut items) => {
                if let Some(index) = step.parse().ok().filter(|index: &usize| *index < items.len())
                {
                    let inner = items.remove(index).without(rest);
                    items.splice(index..index, inner);
                }
                Delta::Items(items)
            }
            other => other,
        };
        let is_same = match &delta {
            Delta::Entries(entries) => entries.values().all(Delta::is_same),
            Delta::Items(items) => items.iter().all(Delta::is_same),
            _ => false,
        };
        (!is_same).then_some(delta)
    }

    /// The path of every part that differs, without the places in lists.
    pub fn paths(&self) -> Vec<Vec<String>> {
        match self {
            Delta::Same(_) => Vec::new(),
            Delta::Entries(entries) => entries
                .iter()
                .flat_map(|(key, delta)| {
                    delta
                        .paths()
                        .into_iter()
                        .map(|path| [std::slice::from_ref(key), &path].concat())
                        .collect::<Vec<_>>()
                })
                .collect(),
            Delta::Items(items) => items.iter().flat_map(Delta::paths).collect(),
            _ => vec![Vec::new()],
        }
    }
}
