//! Functions of maps and objects.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::support::{Outcome, any, bounded_count, items, quoted, string, text, unknown};
use super::{Function, FunctionContext, FunctionError, Parameter, Returns, Takes};
use crate::convert::convert;
use crate::types::Type;
use crate::value::Value;

const ZIPMAP: &[Parameter] = &[
    Parameter::new("keys", Takes::List(&Takes::String)).allow_marked(),
    any("values").allow_marked(),
];
const LOOKUP: &[Parameter] =
    &[any("inputMap").allow_marked().allow_unknown(), string("key").allow_marked().allow_unknown()];
const TRANSPOSE: Takes = Takes::Map(&Takes::List(&Takes::String));

pub(super) const FUNCTIONS: &[Function] = &[
    Function::new(
        "keys",
        &[any("inputMap").allow_unknown().allow_marked()],
        Returns::Of(type_of_keys),
        keys,
    ),
    Function::new("values", &[any("mapping").allow_marked()], Returns::Of(type_of_values), values),
    Function::new("lookup", LOOKUP, Returns::Of(type_of_lookup), lookup)
        .variadic(any("default").allow_unknown().allow_dynamic().allow_null().allow_marked())
        .or_null(),
    Function::new("merge", &[], Returns::Of(type_of_merge), merge)
        .variadic(any("maps").allow_dynamic().allow_null().allow_marked()),
    Function::new("zipmap", ZIPMAP, Returns::Of(type_of_zipmap), zipmap),
    Function::new(
        "transpose",
        &[Parameter::new("values", TRANSPOSE)],
        Returns::Type(TRANSPOSE),
        transpose,
    ),
];

fn type_of_keys(arguments: &[Value]) -> Result<Type, FunctionError> {
    match arguments[0].ty() {
        Type::Map(_) => Ok(Type::list(Type::String)),
        Type::Object(of) => Ok(Type::tuple(of.attributes.keys().map(|_| Type::String))),
        _ => Err(FunctionError::argument(0, "must have map or object type")),
    }
}

/// `keys`: of an object a tuple, known even where the object is not.
fn keys(arguments: &[Value], _: &FunctionContext) -> Outcome {
    let (value, marked) = arguments[0].unmarked();
    let keys = match value.ty() {
        Type::Object(of) => {
            Value::tuple(of.attributes.keys().map(|name| Value::String(name.clone())))
        }
        _ => match value.as_entries() {
            Some(entries) => Value::strings(entries.keys()),
            None => unknown(Type::list(Type::String), arguments),
        },
    };
    Ok(keys.marked(marked))
}

fn type_of_values(arguments: &[Value]) -> Result<Type, FunctionError> {
    match arguments[0].ty() {
        Type::Map(of) => Ok(Type::list((*of).clone())),
        Type::Object(of) => Ok(Type::tuple(of.attributes.values().cloned())),
        _ => Err(FunctionError::call("values() requires a map as the first argument")),
    }
}

/// `values`: in the order of the keys' bytes; of an object a tuple.
fn values(arguments: &[Value], _: &FunctionContext) -> Outcome {
    let (value, marked) = arguments[0].unmarked();
    let all = value.children().cloned();
    let values = match value.ty() {
        Type::Map(of) => Value::list((*of).clone(), all.collect()),
        _ => Value::tuple(all),
    };
    Ok(values.marked(marked))
}

fn type_of_lookup(arguments: &[Value]) -> Result<Type, FunctionError> {
    if arguments.len() > 3 {
        return Err(FunctionError::call(format!(
            "lookup() takes two or three arguments, got {}",
            arguments.len()
        )));
    }
    let default = arguments.get(2);
    match arguments[0].ty() {
        Type::Object(_) if !arguments[1].is_known() => Ok(Type::Dynamic),
        Type::Object(of) => {
            let key = text(arguments, 1);
            match (of.attributes.get(key), default) {
                (Some(of), _) => Ok(of.clone()),
                (None, Some(default)) => Ok(default.ty()),
                (None, None) => Err(FunctionError::argument(
                    0,
                    format!("the given object has no attribute {}", quoted(key)),
                )),
            }
        }
        Type::Map(of) => {
            if default.is_some_and(|default| convert(default, &of).is_err()) {
                return Err(FunctionError::argument(
                    2,
                    "the default value must have the same type as the map elements",
                ));
            }
            Ok((*of).clone())
        }
        _ => Err(FunctionError::argument(0, "lookup() requires a map as the first argument")),
    }
}

/// `lookup`: an element that is null is found; the default becomes of the map's type.
fn lookup(arguments: &[Value], _: &FunctionContext) -> Outcome {
    let plain: Vec<Value> = arguments.iter().map(|argument| argument.unmarked_deep().0).collect();
    let of = type_of_lookup(&plain)?;
    let ((map, map_marked), (key, key_marked)) = (arguments[0].unmarked(), arguments[1].unmarked());
    let marked = map_marked || key_marked;
    let (Some(entries), Some(key)) = (map.as_entries(), key.as_str()) else {
        return Ok(unknown(of, &arguments[..2]).marked(marked));
    };
    if let Some(found) = entries.get(key) {
        return Ok(found.clone().marked(marked));
    }
    match arguments.get(2) {
        Some(default) => {
            let default =
                convert(default, &of).map_err(|error| FunctionError::call(error.to_string()))?;
            Ok(default.marked(marked))
        }
        None if key_marked => {
            Err(FunctionError::call("lookup failed to find key (sensitive value)"))
        }
        None => Err(FunctionError::call(format!("lookup failed to find key {}", quoted(key)))),
    }
}

fn type_of_merge(arguments: &[Value]) -> Result<Type, FunctionError> {
    let mut attributes: BTreeMap<Arc<str>, Type> = BTreeMap::new();
    let mut known = true;
    for argument in arguments {
        match (argument.ty(), argument) {
            (Type::Dynamic, _) => return Ok(Type::Dynamic),
            (Type::Object(_) | Type::Map(_), argument) if argument.is_null() => {}
            (Type::Object(of), _) => attributes.extend(of.attributes.clone()),
            (Type::Map(of), argument) => match argument.as_entries() {
                Some(entries) => {
                    attributes.extend(entries.keys().map(|key| (key.clone(), (*of).clone())))
                }
                None => known = false,
            },
            (other, _) => {
                return Err(FunctionError::call(format!(
                    "arguments must be maps or objects, got \"{other}\""
                )));
            }
        }
    }
    if let Some(first) = arguments.first().map(Value::ty)
        && arguments.iter().all(|argument| argument.ty() == first)
    {
        return Ok(first);
    }
    Ok(if known { Type::object(attributes) } else { Type::Dynamic })
}

/// `merge`: maps of one type stay a map, all else is an object; a later one wins; nulls are passed
/// over.
fn merge(arguments: &[Value], _: &FunctionContext) -> Outcome {
    let mut marked = false;
    let mut all: BTreeMap<Arc<str>, Value> = BTreeMap::new();
    for argument in arguments {
        let (value, own) = argument.unmarked();
        let Some(entries) = value.as_entries() else { continue };
        marked |= own;
        all.extend(entries.iter().map(|(key, value)| (key.clone(), value.clone())));
        bounded_count(all.len())?;
    }
    let merged = match arguments.first().map(Value::ty) {
        Some(Type::Map(of))
            if arguments.iter().all(|argument| argument.ty() == Type::Map(of.clone())) =>
        {
            Value::map((*of).clone(), all)
        }
        _ => Value::Object(Arc::new(all)),
    };
    Ok(merged.marked(marked))
}

fn lengths_differ(keys: usize, values: usize) -> FunctionError {
    FunctionError::call(format!(
        "number of keys ({keys}) does not match number of values ({values})"
    ))
}

fn type_of_zipmap(arguments: &[Value]) -> Result<Type, FunctionError> {
    match arguments[1].ty() {
        Type::List(of) => Ok(Type::map((*of).clone())),
        Type::Tuple(_) if !arguments[0].is_wholly_known() => Ok(Type::Dynamic),
        Type::Tuple(of) => {
            let keys = items(&arguments[0]);
            if keys.len() != of.len() {
                return Err(lengths_differ(keys.len(), of.len()));
            }
            let mut attributes = Vec::new();
            for (at, (key, of)) in keys.iter().zip(of.iter()).enumerate() {
                let key = key.as_str().ok_or_else(|| {
                    FunctionError::call(format!("keys list has null value at index {at}"))
                })?;
                attributes.push((key, of.clone()));
            }
            Ok(Type::object(attributes))
        }
        _ => Err(FunctionError::call("values argument must be a list or tuple value")),
    }
}

/// `zipmap`: with a list of values a map, with a tuple an object; of a repeated key the last value.
fn zipmap(arguments: &[Value], _: &FunctionContext) -> Outcome {
    let ((keys, keys_marked), (values, values_marked)) =
        (arguments[0].unmarked(), arguments[1].unmarked());
    let mut marked = keys_marked || values_marked;
    if !keys.is_wholly_known() {
        let of = match values.ty() {
            Type::List(of) => Type::map((*of).clone()),
            _ => Type::Dynamic,
        };
        return Ok(unknown(of, arguments).marked(marked));
    }
    let (keys, all) = (items(keys), items(values));
    if keys.len() != all.len() {
        return Err(lengths_differ(keys.len(), all.len()));
    }
    let mut entries: BTreeMap<Arc<str>, Value> = BTreeMap::new();
    for (at, (key, value)) in keys.iter().zip(all).enumerate() {
        marked |= key.is_sensitive();
        let key = key.as_str().ok_or_else(|| {
            FunctionError::call(format!("keys list has null value at index {at}"))
        })?;
        entries.insert(key.into(), value.clone());
    }
    let zipped = match values.ty() {
        Type::List(of) => Value::map((*of).clone(), entries),
        _ => Value::Object(Arc::new(entries)),
    };
    Ok(zipped.marked(marked))
}

/// `transpose`: a map of lists of strings turned round; the new lists are sorted.
fn transpose(arguments: &[Value], _: &FunctionContext) -> Outcome {
    if !arguments[0].is_wholly_known() {
        return Ok(unknown(TRANSPOSE.ty(), arguments));
    }
    let mut turned: BTreeMap<Arc<str>, Vec<Arc<str>>> = BTreeMap::new();
    for (key, list) in arguments[0].as_entries().into_iter().flatten() {
        if list.is_null() {
            return Err(FunctionError::call("input must not contain null list"));
        }
        for item in items(list) {
            let item = item
                .as_str()
                .ok_or_else(|| FunctionError::call("input list must not contain null string"))?;
            turned.entry(item.into()).or_default().push(key.clone());
        }
    }
    let lists = turned.into_iter().map(|(key, keys)| (key, Value::strings(keys)));
    Ok(Value::map(Type::list(Type::String), lists.collect()))
}

#[cfg(test)]
mod tests {
    use crate::functions::testing::answers;

    #[test]
    fn maps_of_one_type_stay_maps() {
        answers(&[
            (r#"merge({ a = 1 }, { a = "x", b = null })"#, r#"{"a":"x","b":null}"#),
            ("merge(null, { a = 1 })", r#"{"a":1}"#),
            ("merge()", "{}"),
            ("merge([])", "error"),
            ("merge(tomap({ a = 1 }), tomap({ b = 2 }))", r#"{"a":1,"b":2}"#),
            (r#"lookup({ a = null }, "a", 1)"#, "null"),
            (r#"lookup({ a = 1 }, "b", 2)"#, "2"),
            (r#"lookup({ a = 1 }, "b")"#, "error"),
            (r#"lookup(tomap({ a = 1 }), "b", "x")"#, "error"),
            (r#"lookup(tomap({ a = "x" }), "b", 1)"#, r#""1""#),
            (r#"lookup({}, "a", 1, 2)"#, "error"),
            ("keys({ b = 1, a = 2 })", r#"["a","b"]"#),
            (r#"values({ b = 1, a = "x" })"#, r#"["x",1]"#),
            (r#"zipmap(["a", "a"], [1, 2])"#, r#"{"a":2}"#),
            (r#"zipmap(["a"], [])"#, "error"),
            ("zipmap([null], [1])", "error"),
            (r#"transpose({ a = ["x", "y"], b = ["x"] })"#, r#"{"x":["a","b"],"y":["a"]}"#),
            ("transpose({ a = null })", "error"),
            ("merge({ a = u }, { b = 1 })", r#"{"a":"?","b":1}"#),
            (r#"lookup({ a = u }, "b", 1)"#, "1"),
            ("lookup({ a = 1 }, u, 1)", "?"),
            ("zipmap([u], [1])", "?"),
            ("keys({ a = u })", r#"["a"]"#),
        ]);
    }
}
