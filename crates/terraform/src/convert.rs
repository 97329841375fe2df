//! [`convert`]: a value as a value of another type, by cty's rules.
//!
//! The types decide first ([`convertible`]), so that a null or an unknown value of a wrong type
//! fails as a known one does; then the value itself is converted.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::number::Number;
use crate::types::{ObjectType, Type};
use crate::unify::{common, convertible, unify};
use crate::value::{Bounds, Unknown, Value};

/// Why a value is not convertible.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct ConvertError(pub String);

impl ConvertError {
    pub(crate) fn new<T>(reason: impl Into<String>) -> Result<T, Self> {
        Err(ConvertError(reason.into()))
    }
}

/// `value` as a value of type `to`.
///
/// # Errors
/// There is no such conversion, or this value has none.
pub fn convert(value: &Value, to: &Type) -> Result<Value, ConvertError> {
    if *to == Type::Dynamic {
        return Ok(value.clone());
    }
    let from = value.ty();
    if from == to.without_optional() {
        return Ok(value.clone());
    }
    if !convertible(&from, to, true) {
        return ConvertError::new(mismatch(&from, to));
    }
    converted(value, to)
}

/// Why values of type `from` cannot become values of type `to`.
fn mismatch(from: &Type, to: &Type) -> String {
    if let (Type::Object(from), Type::Object(to)) = (from, to) {
        let missing: Vec<String> = to
            .attributes
            .keys()
            .filter(|name| !from.attributes.contains_key(*name) && !to.optional.contains(*name))
            .map(|name| format!("\"{name}\""))
            .collect();
        match missing.as_slice() {
            [] => {}
            [one] => return format!("attribute {one} is required"),
            many => return format!("attributes {} are required", many.join(", ")),
        }
    }
    format!("{to} required")
}

/// The value of a conversion that exists.
fn converted(value: &Value, to: &Type) -> Result<Value, ConvertError> {
    match value {
        Value::Sensitive(inner) => return Ok(converted(inner, to)?.marked(true)),
        _ if *to == Type::Dynamic => return Ok(value.clone()),
        Value::Null(from) => return Ok(Value::Null(replaced(from, &to.without_optional()))),
        Value::Template(_) if *to == Type::String => return Ok(value.clone()),
        Value::Template(_) => {
            return Ok(Unknown::new(to.clone(), value.causes()).not_null().into());
        }
        Value::Unknown(unknown) => return Ok(unknown_as(unknown, &to.without_optional())),
        _ => {}
    }
    match (value, to) {
        (Value::Number(number), Type::String) => Ok(Value::string(&number.to_string())),
        (Value::Bool(value), Type::String) => {
            Ok(Value::string(if *value { "true" } else { "false" }))
        }
        (Value::String(text), Type::Number) => match Number::parse(text) {
            Ok(number) => Ok(number.into()),
            Err(error) => ConvertError::new(error.to_string()),
        },
        (Value::String(text), Type::Bool) => match &**text {
            "true" | "1" => Ok(true.into()),
            "false" | "0" => Ok(false.into()),
            other => match other.to_lowercase().as_str() {
                word @ ("true" | "false") => ConvertError::new(format!(
                    "a bool is required; to convert from string, use lowercase \"{word}\""
                )),
                _ => ConvertError::new("a bool is required"),
            },
        },
        (Value::Object(object), Type::Object(to)) => object_as(object, to),
        (Value::Map(map), Type::Object(to)) => object_as(&map.items, to),
        (Value::Tuple(items), Type::Tuple(to)) => items
            .iter()
            .zip(to.iter())
            .map(|(item, to)| element_as(item, to))
            .collect::<Result<_, _>>()
            .map(Value::Tuple),
        (Value::List(list) | Value::Set(list), Type::List(to)) => {
            let items = list
                .items
                .iter()
                .map(|item| element_as(item, to))
                .collect::<Result<Vec<_>, _>>()?;
            // How many elements a set has that may be equal is not known.
            if matches!(value, Value::Set(_)) && items.len() > 1 && !value.is_wholly_known() {
                let bounds = Bounds { lower: Some(1.into()), upper: Some(items.len().into()) };
                let of = replaced(&value.ty(), &Type::List(to.clone()).without_optional());
                return Ok(Unknown::new(of, value.causes()).not_null().within(bounds).refined());
            }
            Value::list_of(items, if **to == Type::Dynamic { &list.element } else { to }, "list")
        }
        (Value::List(list) | Value::Set(list), Type::Set(to)) => {
            let items = list
                .items
                .iter()
                .map(|item| element_as(item, to))
                .collect::<Result<Vec<_>, _>>()?;
            Value::set_of(items, if **to == Type::Dynamic { &list.element } else { to })
        }
        (Value::Tuple(items), Type::List(to)) => {
            let items = unified(elements_as(items, to)?)?;
            Value::list_of(items, to, "list")
        }
        (Value::Tuple(items), Type::Set(to)) => Value::set_of(elements_as(items, to)?, to),
        (Value::Map(map), Type::Map(to)) => {
            let element = if **to == Type::Dynamic { &map.element } else { to };
            entries_as(&map.items, to, element, false)
        }
        (Value::Object(object), Type::Map(to)) => {
            let types: Vec<Type> = object.values().map(Value::ty).collect();
            let Some(to) = common(&types, to, true) else {
                return ConvertError::new("all map elements must have the same type");
            };
            entries_as(object, &to, &to, true)
        }
        _ => ConvertError::new(mismatch(&value.ty(), to)),
    }
}

fn element_as(value: &Value, to: &Type) -> Result<Value, ConvertError> {
    let from = value.ty();
    if from == *to { Ok(value.clone()) } else { converted(value, to) }
}

fn elements_as(items: &[Value], to: &Type) -> Result<Vec<Value>, ConvertError> {
    let types: Vec<Type> = items.iter().map(Value::ty).collect();
    let Some(to) = common(&types, to, true) else {
        return ConvertError::new("all elements must have the same type");
    };
    items.iter().map(|item| element_as(item, &to)).collect()
}

/// The elements as values of one type, where parts of them have types of their own (`list(object({
/// a = any }))`).
fn unified(items: Vec<Value>) -> Result<Vec<Value>, ConvertError> {
    let types: Vec<Type> = items.iter().map(Value::ty).collect();
    let Some(first) = types.first() else { return Ok(items) };
    if types.iter().all(|of| of == first) {
        return Ok(items);
    }
    let Some(to) = unify(&types, true) else {
        return ConvertError::new("cannot find a common base type for all elements");
    };
    items.iter().map(|item| element_as(item, &to)).collect()
}

fn entries_as(
    entries: &BTreeMap<Arc<str>, Value>,
    to: &Type,
    element: &Type,
    some: bool,
) -> Result<Value, ConvertError> {
    let names = entries.keys().cloned();
    let mut items =
        entries.values().map(|item| element_as(item, to)).collect::<Result<Vec<_>, _>>()?;
    if to.is_collection() || matches!(to, Type::Object(_)) {
        let types: Vec<Type> = items.iter().map(Value::ty).collect();
        if types.iter().any(|of| Some(of) != types.first()) {
            let Some(to) = unify(&types, some) else {
                return ConvertError::new("cannot find a common base type for all elements");
            };
            items = items.iter().map(|item| element_as(item, &to)).collect::<Result<_, _>>()?;
        }
    }
    Value::map_of(names.zip(items).collect(), element)
}

fn object_as(object: &BTreeMap<Arc<str>, Value>, to: &ObjectType) -> Result<Value, ConvertError> {
    let mut attributes = BTreeMap::new();
    for (name, of) in &to.attributes {
        let value = match object.get(name) {
            Some(value) => {
                let from = value.ty();
                if from != *of && !convertible(&from, of, true) {
                    return ConvertError::new(format!(
                        "attribute \"{name}\": {}",
                        mismatch(&from, of)
                    ));
                }
                element_as(value, of)
                    .map_err(|error| ConvertError(format!("attribute \"{name}\": {error}")))?
            }
            None if to.optional.contains(name) => Value::Null(of.without_optional()),
            None => return ConvertError::new(format!("attribute \"{name}\" is required")),
        };
        attributes.insert(name.clone(), value);
    }
    Ok(Value::Object(Arc::new(attributes)))
}

/// An unknown value as one of another type: what is known of it stays known where it says something
/// of the other too.
fn unknown_as(unknown: &Unknown, to: &Type) -> Value {
    let of = replaced(&unknown.of, to);
    let exactly = |length: usize| Bounds { lower: Some(length.into()), upper: Some(length.into()) };
    let bounds = match (&unknown.of, &of) {
        (Type::Object(object), Type::Map(_)) => exactly(object.attributes.len()),
        (Type::Tuple(items), Type::List(_)) => exactly(items.len()),
        (Type::Tuple(items), Type::Set(_)) => match items.len() {
            length @ (0 | 1) => exactly(length),
            length => Bounds { lower: Some(1.into()), upper: Some(length.into()) },
        },
        (from, Type::Set(_)) if from.is_collection() => {
            let some = unknown.bounds.lower.as_ref().is_some_and(|lower| *lower > Number::zero());
            Bounds { lower: some.then(|| 1.into()), upper: unknown.bounds.upper.clone() }
        }
        (from, to) if from.is_collection() && to.is_collection() => unknown.bounds.clone(),
        _ => Bounds::default(),
    };
    let converted = Unknown::new(of, unknown.causes.clone()).within(bounds);
    let (not_null, is_attribute, computation) =
        (unknown.not_null, unknown.is_attribute, unknown.computation.clone());
    let items = unknown.items.clone();
    Unknown { not_null, is_attribute, computation, items, ..converted }.refined()
}

/// `to` with what is `any` in it replaced by what `from` says.
fn replaced(from: &Type, to: &Type) -> Type {
    let one = |types: Vec<Type>, to: &Type| match unify(&types, true) {
        Some(from) => replaced(&from, to),
        None => to.clone(),
    };
    match (from, to) {
        (Type::Dynamic, _) => to.clone(),
        (_, Type::Dynamic) => from.clone(),
        (Type::Map(from), Type::Map(to)) => Type::map(replaced(from, to)),
        (Type::Object(from), Type::Map(to)) => {
            Type::map(one(from.attributes.values().cloned().collect(), to))
        }
        (Type::Map(from), Type::Object(to)) => {
            Type::object(to.attributes.iter().map(|(name, to)| (name.clone(), replaced(from, to))))
        }
        (Type::Object(from), Type::Object(to)) => {
            Type::object(to.attributes.iter().map(|(name, to)| {
                (
                    name.clone(),
                    from.attributes.get(name).map_or_else(|| to.clone(), |from| replaced(from, to)),
                )
            }))
        }
        (Type::Set(from) | Type::List(from), Type::Set(to)) => Type::set(replaced(from, to)),
        (Type::Tuple(from), Type::Set(to)) => Type::set(one(from.to_vec(), to)),
        (Type::Set(from) | Type::List(from), Type::List(to)) => Type::list(replaced(from, to)),
        (Type::Tuple(from), Type::List(to)) => Type::list(one(from.to_vec(), to)),
        (Type::Tuple(from), Type::Tuple(to)) if from.len() == to.len() => {
            Type::tuple(from.iter().zip(to.iter()).map(|(from, to)| replaced(from, to)))
        }
        _ => to.clone(),
    }
}

#[cfg(test)]
mod tests;
