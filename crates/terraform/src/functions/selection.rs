//! Functions that test the elements of a collection, or select one of them.
//!
//! Nothing is converted to look for it: `contains([1], "1")` is false. `coalesce` makes all its
//! arguments of one type first.

use super::support::{
    BOOL, NUMBER, Outcome, any, characters, is_sequence, items, known_prefix, number, numeric,
    unknown, whole_number,
};
use super::{Function, FunctionContext, FunctionError, Parameter, Returns, Takes};
use crate::convert::convert;
use crate::number::Number;
use crate::types::Type;
use crate::unify::unify;
use crate::value::{Bounds, Unknown, Value};

const BOOLS: &[Parameter] = &[Parameter::new("list", Takes::List(&Takes::Bool))];

pub(super) const FUNCTIONS: &[Function] = &[
    Function::new(
        "length",
        &[any("value").allow_dynamic().allow_unknown().allow_marked()],
        Returns::Of(type_of_length),
        length,
    ),
    Function::new("alltrue", BOOLS, BOOL, alltrue),
    Function::new("anytrue", BOOLS, BOOL, anytrue),
    Function::new("coalesce", &[], Returns::Of(type_of_coalesce), coalesce)
        .variadic(any("vals").allow_unknown().allow_dynamic().allow_null()),
    Function::new("coalescelist", &[], Returns::Of(type_of_coalescelist), coalescelist)
        .variadic(any("vals").allow_unknown().allow_dynamic().allow_null()),
    Function::new("contains", &[any("list"), any("value")], BOOL, contains),
    Function::new(
        "element",
        &[any("list").allow_marked(), number("index")],
        Returns::Of(type_of_element),
        element,
    )
    .or_null(),
    Function::new("index", &[any("list"), any("value")], NUMBER, index),
    Function::new("one", &[any("list")], Returns::Of(type_of_one), one).or_null(),
    Function::new("sum", &[any("list")], NUMBER, sum),
];

fn type_of_length(arguments: &[Value]) -> Result<Type, FunctionError> {
    match arguments[0].ty() {
        Type::Number | Type::Bool => Err(FunctionError::call(
            "argument must be a string, a collection type, or a structural type",
        )),
        _ => Ok(Type::Number),
    }
}

/// `length`: of a string its grapheme clusters; of an unknown tuple or object known all the same.
fn length(arguments: &[Value], _: &FunctionContext) -> Outcome {
    let (value, marked) = arguments[0].unmarked();
    let length = match value {
        Value::String(text) => Value::integer(characters(text).count()),
        value if value.ty() == Type::String => {
            let bounds = Bounds::from(characters(&known_prefix(value)).count());
            Unknown::new(Type::Number, value.causes()).not_null().within(bounds).into()
        }
        value => value.length().unwrap_or_else(|| unknown(Type::Number, arguments)),
    };
    Ok(length.marked(marked))
}

/// `alltrue`: true of an empty list; a null is false.
fn alltrue(arguments: &[Value], _: &FunctionContext) -> Outcome {
    for item in items(&arguments[0]) {
        if !item.is_known() {
            return Ok(unknown(Type::Bool, arguments));
        }
        if item.as_bool() != Some(true) {
            return Ok(false.into());
        }
    }
    Ok(true.into())
}

/// `anytrue`: false of an empty list; a null is passed over.
fn anytrue(arguments: &[Value], _: &FunctionContext) -> Outcome {
    let items = items(&arguments[0]);
    if items.iter().any(|item| item.as_bool() == Some(true)) {
        return Ok(true.into());
    }
    if items.iter().all(Value::is_known) {
        Ok(false.into())
    } else {
        Ok(unknown(Type::Bool, arguments))
    }
}

fn type_of_coalesce(arguments: &[Value]) -> Result<Type, FunctionError> {
    let types: Vec<Type> = arguments.iter().map(Value::ty).collect();
    if types.is_empty() {
        return Ok(Type::Dynamic);
    }
    unify(&types, true).ok_or_else(|| FunctionError::call("all arguments must have the same type"))
}

/// `coalesce`: passes over empty strings too, and makes all arguments of one type first:
/// `coalesce(0, "a")` is `"0"`.
fn coalesce(arguments: &[Value], _: &FunctionContext) -> Outcome {
    let of = type_of_coalesce(arguments)?;
    for argument in arguments {
        let value =
            convert(argument, &of).map_err(|error| FunctionError::call(error.to_string()))?;
        if !value.is_known() {
            return Ok(unknown(of, std::slice::from_ref(argument)));
        }
        if !value.is_null() && value.as_str() != Some("") {
            return Ok(value);
        }
    }
    Err(FunctionError::call("no non-null, non-empty-string arguments"))
}

fn type_of_coalescelist(arguments: &[Value]) -> Result<Type, FunctionError> {
    if arguments.is_empty() {
        return Err(FunctionError::call("at least one argument is required"));
    }
    let mut types = Vec::new();
    for argument in arguments {
        if !argument.is_known() {
            return Ok(Type::Dynamic);
        }
        let of = argument.ty();
        if !matches!(of, Type::List(_) | Type::Tuple(_)) {
            return Err(FunctionError::call("coalescelist arguments must be lists or tuples"));
        }
        types.push(of);
    }
    Ok(if types.iter().all(|of| *of == types[0]) { types.swap_remove(0) } else { Type::Dynamic })
}

/// `coalescelist`: the first that has elements.
fn coalescelist(arguments: &[Value], _: &FunctionContext) -> Outcome {
    for argument in arguments {
        if !argument.is_known() {
            return Ok(unknown(type_of_coalescelist(arguments)?, arguments));
        }
        if !items(argument).is_empty() {
            return Ok(argument.clone());
        }
    }
    Err(FunctionError::call("no non-null arguments"))
}

/// `contains`: never converts, so `contains([1], "1")` is false; a null cannot be looked for.
fn contains(arguments: &[Value], _: &FunctionContext) -> Outcome {
    if !is_sequence(&arguments[0].ty()) {
        return Err(FunctionError::call("argument must be list, tuple, or set"));
    }
    let mut all_known = true;
    for item in items(&arguments[0]) {
        match arguments[1].equals(item) {
            Value::Bool(true) => return Ok(true.into()),
            Value::Bool(false) => {}
            _ => all_known = false,
        }
    }
    if all_known { Ok(false.into()) } else { Ok(unknown(Type::Bool, arguments)) }
}

/// Where `index`, counted around, is among `count`. None: below the beginning.
fn around(index: i64, count: usize) -> Option<usize> {
    let count = i64::try_from(count).ok().filter(|&count| count > 0)?;
    usize::try_from(index % count).ok()
}

fn type_of_element(arguments: &[Value]) -> Result<Type, FunctionError> {
    match arguments[0].ty() {
        Type::List(of) => Ok((*of).clone()),
        Type::Tuple(_) if !arguments[1].is_known() => Ok(Type::Dynamic),
        Type::Tuple(of) => {
            let index = whole_number(arguments, 1)
                .map_err(|error| FunctionError::call(format!("invalid index: {error}")))?;
            if of.is_empty() {
                return Err(FunctionError::call("cannot use element function with an empty list"));
            }
            let at = around(index, of.len());
            at.map(|at| of[at].clone()).ok_or_else(|| {
                FunctionError::call(format!("index {index} is below the first element"))
            })
        }
        other => Err(FunctionError::call(format!("cannot read elements from {other}"))),
    }
}

/// `element`: counts on around the end; from the end backwards in lists only, in tuples an error.
fn element(arguments: &[Value], _: &FunctionContext) -> Outcome {
    let (list, marked) = arguments[0].unmarked();
    let index = whole_number(arguments, 1)
        .map_err(|error| FunctionError::call(format!("invalid index: {error}")))?;
    let all = items(list);
    if all.is_empty() {
        return Err(FunctionError::call("cannot use element function with an empty list"));
    }
    let at = index.rem_euclid(all.len() as i64) as usize;
    Ok(all[at].clone().marked(marked))
}

/// `index`: the first that is equal; none is an error.
fn index(arguments: &[Value], _: &FunctionContext) -> Outcome {
    if !matches!(arguments[0].ty(), Type::List(_) | Type::Tuple(_)) {
        return Err(FunctionError::call("argument must be a list or tuple"));
    }
    let items = items(&arguments[0]);
    if items.is_empty() {
        return Err(FunctionError::call("cannot search an empty list"));
    }
    for (at, item) in items.iter().enumerate() {
        match item.equals(&arguments[1]) {
            Value::Bool(true) => return Ok(Value::integer(at)),
            Value::Bool(false) => {}
            _ => return Ok(unknown(Type::Number, arguments)),
        }
    }
    Err(FunctionError::call("item not found"))
}

const ONE: &str = "must be a list, set, or tuple value with either zero or one elements";

fn type_of_one(arguments: &[Value]) -> Result<Type, FunctionError> {
    match arguments[0].ty() {
        Type::List(of) | Type::Set(of) => Ok((*of).clone()),
        Type::Tuple(of) if of.is_empty() => Ok(Type::Dynamic),
        Type::Tuple(of) if of.len() == 1 => Ok(of[0].clone()),
        _ => Err(FunctionError::argument(0, ONE)),
    }
}

/// `one`: null of an empty one.
fn one(arguments: &[Value], _: &FunctionContext) -> Outcome {
    let of = type_of_one(arguments)?;
    if !matches!(arguments[0].length(), Some(length) if length.is_known()) {
        return Ok(unknown(of, arguments));
    }
    match items(&arguments[0]) {
        [] => Ok(Value::Null(of)),
        [one] => Ok(one.clone()),
        _ => Err(FunctionError::argument(0, ONE)),
    }
}

/// `sum`: strings that are numbers count; an empty list is an error.
fn sum(arguments: &[Value], _: &FunctionContext) -> Outcome {
    let error = |reason: &str| FunctionError::argument(0, reason);
    let of = arguments[0].ty();
    if of.is_primitive() {
        return Err(error("cannot sum noniterable"));
    }
    if arguments[0].children().next().is_none() {
        return Err(error("cannot sum an empty list"));
    }
    if !is_sequence(&of) {
        return Err(error(&format!("argument must be list, set, or tuple. Received {of}")));
    }
    if !arguments[0].is_wholly_known() {
        return Ok(unknown(Type::Number, arguments));
    }
    let mut total: Option<Number> = None;
    for item in items(&arguments[0]) {
        let number = if item.is_null() { None } else { convert(item, &Type::Number).ok() };
        let number =
            number.ok_or_else(|| error("argument must be list, set, or tuple of number values"))?;
        let number = numeric(&[number], 0);
        total = Some(match total {
            None => number,
            Some(total) => {
                total.add(&number).map_err(|error| FunctionError::call(error.to_string()))?
            }
        });
    }
    Ok(total.unwrap_or_else(Number::zero).into())
}
