//! [`Value::equals`]: `==`, which never converts; and [`Value::length`].

use std::sync::Arc;

use super::{Bounds, Causes, Unknown, Value};
use crate::number::Number;
use crate::types::Type;

impl Value {
    /// Known not to be null.
    pub fn is_never_null(&self) -> bool {
        match self {
            Value::Null(_) => false,
            Value::Unknown(unknown) => unknown.not_null,
            Value::Sensitive(value) => value.is_never_null(),
            _ => true,
        }
    }

    /// Whether both are of one type and equal, as `==` says: a bool, unknown where that depends on
    /// what is unknown, and sensitive if a part of one of them is. Nulls of all types are
    /// equal.
    #[must_use]
    pub fn equals(&self, other: &Value) -> Value {
        let (a, a_sensitive) = self.unmarked_deep();
        let (b, b_sensitive) = other.unmarked_deep();
        let result = match equal(&a, &b) {
            Some(result) => Value::Bool(result),
            None => {
                let mut causes = a.causes();
                causes.extend(&b.causes());
                Value::unknown_bool(causes)
            }
        };
        result.marked(a_sensitive || b_sensitive)
    }

    /// A bool, unknown because of these; never null.
    pub(crate) fn unknown_bool(causes: Causes) -> Value {
        Unknown::new(Type::Bool, causes).not_null().into()
    }

    /// How many elements a list, set, map or tuple, how many attributes an object has; unknown
    /// where that is. None: it has no length.
    pub fn length(&self) -> Option<Value> {
        let exactly = |length: usize| Some(Value::integer(length));
        match self {
            Value::List(list) => exactly(list.items.len()),
            // Elements that are unknown may be equal to others.
            Value::Set(list) if list.items.len() > 1 && !self.is_wholly_known() => {
                let bounds = Bounds { lower: Some(1.into()), upper: Some(list.items.len().into()) };
                Some(Unknown::new(Type::Number, self.causes()).not_null().within(bounds).refined())
            }
            Value::Set(list) => exactly(list.items.len()),
            Value::Map(map) => exactly(map.items.len()),
            Value::Tuple(items) => exactly(items.len()),
            Value::Object(object) => exactly(object.len()),
            Value::Unknown(unknown) => match &unknown.of {
                Type::Tuple(items) => exactly(items.len()),
                Type::Object(object) => exactly(object.attributes.len()),
                of if of.is_collection() => {
                    let lower = unknown.bounds.lower.clone().or_else(|| Some(0.into()));
                    let bounds = Bounds { lower, upper: unknown.bounds.upper.clone() };
                    Some(
                        Unknown::new(Type::Number, unknown.causes.clone())
                            .not_null()
                            .within(bounds)
                            .refined(),
                    )
                }
                Type::Dynamic => {
                    Some(Unknown::new(Type::Number, unknown.causes.clone()).not_null().into())
                }
                _ => None,
            },
            Value::Sensitive(value) => Some(value.length()?.marked(true)),
            _ => None,
        }
    }

    /// How a string begins, as far as Terraform knows.
    pub(crate) fn known_prefix(&self) -> &str {
        match self {
            Value::String(text) => text,
            Value::Template(template) => &template.prefix,
            Value::Unknown(unknown) => &unknown.prefix,
            _ => "",
        }
    }

    /// Between which numbers it is.
    pub(crate) fn bounds(&self) -> Bounds {
        match self {
            Value::Number(number) => {
                Bounds { lower: Some(number.clone()), upper: Some(number.clone()) }
            }
            Value::Unknown(unknown) if unknown.of == Type::Number => unknown.bounds.clone(),
            _ => Bounds::default(),
        }
    }
}

impl Value {
    /// Whether no unknown value in it is one of unknown type.
    fn is_wholly_typed(&self) -> bool {
        match self {
            Value::Unknown(unknown) => !unknown.of.has_dynamic(),
            _ => self.children().all(Value::is_wholly_typed),
        }
    }
}

/// None: unknown.
fn equal(a: &Value, b: &Value) -> Option<bool> {
    if (a.is_null() && b.is_never_null()) || (b.is_null() && a.is_never_null()) {
        return Some(false);
    }
    match (a.is_known(), b.is_known()) {
        (true, true) => {}
        (false, false) => return None,
        (true, false) => return differs(b, a).then_some(false),
        (false, true) => return differs(a, b).then_some(false),
    }
    if a.is_null() || b.is_null() {
        return Some(a.is_null() && b.is_null());
    }
    let (a_type, b_type) = (a.ty(), b.ty());
    if !a.is_wholly_typed() || !b.is_wholly_typed() {
        let differ = !conforms(&a_type, &b_type) && !conforms(&b_type, &a_type);
        return differ.then_some(false);
    }
    if a_type != b_type {
        return Some(false);
    }
    same(a, b)
}

/// Whether two known values of one type are equal.
fn same(a: &Value, b: &Value) -> Option<bool> {
    match (a, b) {
        (Value::Bool(a), Value::Bool(b)) => Some(a == b),
        (Value::Number(a), Value::Number(b)) => Some(a == b),
        (Value::String(a), Value::String(b)) => Some(a == b),
        (Value::List(a), Value::List(b)) => in_order(&a.items, &b.items),
        (Value::Tuple(a), Value::Tuple(b)) => in_order(a, b),
        (Value::Set(a), Value::Set(b)) => {
            let known = |items: &[Value]| items.iter().all(Value::is_known);
            if !known(&a.items) || !known(&b.items) {
                return None;
            }
            let within = |items: &[Value], set: &[Value]| {
                items.iter().all(|item| set.iter().any(|other| equal(item, other) == Some(true)))
            };
            Some(a.items.len() == b.items.len() && within(&a.items, &b.items))
        }
        (Value::Map(a), Value::Map(b)) => {
            if !a.items.keys().eq(b.items.keys()) {
                return Some(false);
            }
            by_name(a.items.values().zip(b.items.values()))
        }
        (Value::Object(a), Value::Object(b)) => by_name(a.values().zip(b.values())),
        _ => Some(false),
    }
}

/// The first pair that is not equal, or not known to be, decides.
fn in_order(a: &[Value], b: &[Value]) -> Option<bool> {
    if a.len() != b.len() {
        return Some(false);
    }
    for (a, b) in a.iter().zip(b) {
        match equal(a, b) {
            Some(true) => {}
            other => return other,
        }
    }
    Some(true)
}

/// Any pair that is not equal decides.
fn by_name<'a>(pairs: impl Iterator<Item = (&'a Value, &'a Value)>) -> Option<bool> {
    let mut result = Some(true);
    for (a, b) in pairs {
        match equal(a, b) {
            Some(true) => {}
            Some(false) => return Some(false),
            None => result = None,
        }
    }
    result
}

/// Whether what is known of `unknown` says that it is not `value`.
fn differs(unknown: &Value, value: &Value) -> bool {
    if value.is_null() {
        return unknown.is_never_null();
    }
    if !conforms(&value.ty(), &unknown.ty()) {
        return true;
    }
    match value {
        Value::String(text) => !text.starts_with(unknown.known_prefix()),
        Value::Number(number) => outside(&unknown.bounds(), number, number),
        _ => match unknown {
            Value::Unknown(unknown) if unknown.of.is_collection() => {
                let length = value.length().map(|length| length.bounds()).unwrap_or_default();
                let (Some(lower), Some(upper)) = (length.lower, length.upper) else { return false };
                outside(&unknown.bounds, &lower, &upper)
            }
            _ => false,
        },
    }
}

fn outside(bounds: &Bounds, lower: &Number, upper: &Number) -> bool {
    bounds.lower.as_ref().is_some_and(|least| upper < least)
        || bounds.upper.as_ref().is_some_and(|most| lower > most)
}

/// Whether `of` is `constraint`, apart from what is `any` there.
fn conforms(of: &Type, constraint: &Type) -> bool {
    match (of, constraint) {
        (_, Type::Dynamic) => true,
        (Type::List(of), Type::List(constraint))
        | (Type::Set(of), Type::Set(constraint))
        | (Type::Map(of), Type::Map(constraint)) => conforms(of, constraint),
        (Type::Tuple(of), Type::Tuple(constraint)) => {
            of.len() == constraint.len()
                && of.iter().zip(constraint.iter()).all(|(of, constraint)| conforms(of, constraint))
        }
        (Type::Object(of), Type::Object(constraint)) => {
            let names: Vec<&Arc<str>> = of.attributes.keys().collect();
            names.iter().copied().eq(constraint.attributes.keys())
                && of
                    .attributes
                    .values()
                    .zip(constraint.attributes.values())
                    .all(|(of, constraint)| conforms(of, constraint))
        }
        _ => of == constraint,
    }
}
