//! The value of an argument when another expression refers to it, without the provider's schema.
//!
//! The provider converts what is written to the type it has: `tags = { Odd = true }` is a map of
//! strings, and a list in any order may be a set. What is the same whatever the type is, is known;
//! the rest is unknown.

use crate::convert::convert;
use crate::number::Number;
use crate::types::Type;
use crate::value::Value;

/// The value by which an argument is known to others, if it is known.
pub(super) fn referenced(written: &Value) -> Option<Value> {
    let (plain, sensitive) = written.unmarked();
    let value = match plain {
        // Null is what is not written: the provider may have a default.
        Value::Null(_) => return None,
        // Providers plan a collection of which an element is unknown as unknown: so those of the
        // older SDK do with maps.
        Value::Map(_) | Value::Object(_) | Value::List(_) | Value::Tuple(_) | Value::Set(_)
            if !plain.is_wholly_known() =>
        {
            return None;
        }
        // A map of strings it is in nearly all cases; an object of anything else has a type of its
        // own.
        Value::Object(attributes) if attributes.values().all(is_primitive) => {
            convert(plain, &Type::map(Type::String)).ok()?
        }
        Value::List(_) | Value::Tuple(_) => sequence(plain)?,
        // `port = "5432"` may be a number, which is not equal to its text.
        Value::String(text) if is_ambiguous(text) => return None,
        other => other.clone(),
    };
    Some(value.marked(sensitive))
}

fn is_primitive(value: &Value) -> bool {
    match value.unmarked().0 {
        Value::Null(of) => *of == Type::Dynamic || of.is_primitive(),
        Value::Unknown(unknown) => unknown.of == Type::Dynamic || unknown.of.is_primitive(),
        Value::Bool(_) | Value::Number(_) | Value::String(_) | Value::Template(_) => true,
        _ => false,
    }
}

/// A list that would be the same as a set: of at most one element, or of strings in the order of
/// sets, each once.
fn sequence(value: &Value) -> Option<Value> {
    let items = value.as_items()?;
    let texts: Option<Vec<&str>> = items.iter().map(Value::as_str).collect();
    let sorted = texts.is_some_and(|texts| texts.is_sorted_by(|before, after| before < after));
    let ambiguous = items.iter().any(|item| item.as_str().is_some_and(is_ambiguous));
    (!ambiguous && (items.len() <= 1 || sorted)).then(|| value.clone())
}

/// The text of a number or a bool.
fn is_ambiguous(text: &str) -> bool {
    matches!(text, "true" | "false") || Number::parse(text).is_ok()
}

/// An attribute of a type that is known: converted, as Terraform does.
pub(super) fn converted(written: &Value, of: &Type) -> Option<Value> {
    let unknown = of.is_collection() && !written.is_wholly_known();
    if written.is_null() || unknown { None } else { convert(written, of).ok() }
}
