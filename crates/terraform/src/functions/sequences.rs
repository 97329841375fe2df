//! Functions of lists, sets and tuples.
//!
//! A tuple stays a tuple where a function allows it; `distinct`, `chunklist`, `matchkeys`, `sort`
//! and `compact` make a list of it first, so that their elements become of one type. Of what is
//! partly unknown some functions keep the known parts (`element`, `slice`, `concat`, `flatten`,
//! `reverse`, `chunklist`) and the others know nothing.

use super::distinct::Distinct;
use super::support::{
    Outcome, STRINGS, any, bounded_count, is_sequence, items, number, unknown, whole_number,
};
use super::{Function, FunctionContext, FunctionError, Parameter, Returns, Takes};
use crate::convert::convert;
use crate::types::Type;
use crate::unify::unify;
use crate::value::{Bounds, Unknown, Value};

const LIST: Parameter = Parameter::new("list", Takes::List(&Takes::Any));
const TEXTS: Parameter = Parameter::new("list", Takes::List(&Takes::String));
const MATCHKEYS: &[Parameter] = &[
    Parameter::new("values", Takes::List(&Takes::Any)),
    Parameter::new("keys", Takes::List(&Takes::Any)),
    Parameter::new("searchset", Takes::List(&Takes::Any)),
];

pub(super) const FUNCTIONS: &[Function] = &[
    Function::new("compact", &[TEXTS], STRINGS, compact),
    Function::new("distinct", &[LIST], Returns::Of(type_of_first), distinct),
    Function::new(
        "chunklist",
        &[LIST.allow_marked(), number("size").allow_marked()],
        Returns::Of(type_of_chunklist),
        chunklist,
    ),
    Function::new("concat", &[], Returns::Of(type_of_concat), concat)
        .variadic(any("seqs").allow_marked()),
    Function::new("flatten", &[any("list").allow_marked()], Returns::Of(type_of_flatten), flatten),
    Function::new("matchkeys", MATCHKEYS, Returns::Of(type_of_matchkeys), matchkeys),
    Function::new("reverse", &[any("list").allow_marked()], Returns::Of(type_of_reverse), reverse),
    Function::new("slice", SLICE, Returns::Of(type_of_slice), slice),
    Function::new("sort", &[TEXTS.allow_unknown()], STRINGS, sort),
];

const SLICE: &[Parameter] =
    &[any("list").allow_marked(), number("start_index"), number("end_index")];

fn type_of_first(arguments: &[Value]) -> Result<Type, FunctionError> {
    Ok(arguments[0].ty())
}

/// `compact`: without empty strings and nulls.
fn compact(arguments: &[Value], _: &FunctionContext) -> Outcome {
    if !arguments[0].is_wholly_known() {
        return Ok(unknown(Type::list(Type::String), arguments));
    }
    let full = items(&arguments[0])
        .iter()
        .filter(|item| item.as_str().is_some_and(|text| !text.is_empty()));
    Ok(Value::list(Type::String, full.cloned().collect()))
}

/// `distinct`
fn distinct(arguments: &[Value], _: &FunctionContext) -> Outcome {
    let of = arguments[0].ty();
    if !arguments[0].is_wholly_known() {
        return Ok(unknown(of, arguments));
    }
    let distinct: Distinct = items(&arguments[0]).iter().cloned().collect();
    Ok(Value::list(of.element().cloned().unwrap_or(Type::Dynamic), distinct.into_values()))
}

fn type_of_chunklist(arguments: &[Value]) -> Result<Type, FunctionError> {
    Ok(Type::list(arguments[0].ty()))
}

/// `chunklist`: a size of 0 is one chunk of all.
fn chunklist(arguments: &[Value], _: &FunctionContext) -> Outcome {
    let ((list, list_marked), (size, size_marked)) =
        (arguments[0].unmarked(), arguments[1].unmarked());
    let size = whole_number(std::slice::from_ref(size), 0)
        .map_err(|error| FunctionError::call(format!("invalid size: {error}")))?;
    let size = usize::try_from(size)
        .map_err(|_| FunctionError::call("the size argument must be positive"))?;
    let of = list.ty();
    let element = of.element().cloned().unwrap_or(Type::Dynamic);
    let chunk = |chunk: &[Value]| Value::list(element.clone(), chunk.to_vec());
    let chunks = match size {
        _ if items(list).is_empty() => Vec::new(),
        0 => vec![list.clone()],
        size => items(list).chunks(size).map(chunk).collect(),
    };
    Ok(Value::list(of, chunks).marked(list_marked || size_marked))
}

fn type_of_concat(arguments: &[Value]) -> Result<Type, FunctionError> {
    if arguments.is_empty() {
        return Err(FunctionError::call("at least one argument is required"));
    }
    let types: Vec<Type> = arguments.iter().map(Value::ty).collect();
    if types.iter().all(|of| matches!(of, Type::List(_)))
        && let Some(of) = unify(&types, true)
    {
        return Ok(of);
    }
    let mut elements = Vec::new();
    for (at, argument) in arguments.iter().enumerate() {
        match (argument.ty(), argument.as_items()) {
            (Type::Tuple(of), _) => elements.extend(of.iter().cloned()),
            (Type::List(of), Some(items)) => elements.extend(items.iter().map(|_| (*of).clone())),
            (Type::List(_), None) => return Ok(Type::Dynamic),
            (other, _) => {
                return Err(FunctionError::argument(
                    at,
                    format!("all arguments must be lists or tuples; got {other}"),
                ));
            }
        }
    }
    Ok(Type::tuple(elements))
}

/// `concat`: a list of lists only where all are lists whose elements have a type in common, else a
/// tuple.
fn concat(arguments: &[Value], _: &FunctionContext) -> Outcome {
    let marked = arguments.iter().any(Value::is_sensitive);
    bounded_count(arguments.iter().map(|argument| items(argument).len()).sum())?;
    let types: Vec<Type> = arguments.iter().map(Value::ty).collect();
    let of =
        if types.iter().all(|of| matches!(of, Type::List(_))) { unify(&types, true) } else { None };
    let Some(of) = of else {
        return Ok(Value::tuple(
            arguments.iter().flat_map(|argument| items(argument).iter().cloned()),
        )
        .marked(marked));
    };
    let mut all = Vec::new();
    for (at, argument) in arguments.iter().enumerate() {
        let list = convert(argument, &of)
            .map_err(|error| FunctionError::argument(at, error.to_string()))?;
        all.extend(items(&list).iter().cloned());
    }
    Ok(Value::list(of.element().cloned().unwrap_or(Type::Dynamic), all).marked(marked))
}

/// The elements of `value` and of the sequences in it, and whether some were marked. None: not
/// known which they are.
fn flattened(
    value: &Value,
    all: &mut Vec<Value>,
    marked: &mut bool,
) -> Result<Option<()>, FunctionError> {
    let (value, own) = value.unmarked();
    *marked |= own;
    if !matches!(value.length(), Some(length) if length.is_known()) {
        return Ok(None);
    }
    let mut known = Some(());
    // Of an object that is partly unknown Terraform takes the attributes' values.
    for item in value.children() {
        let (plain, _) = item.unmarked();
        let of = plain.ty();
        if !plain.is_known() && (of == Type::Dynamic || is_sequence(&of)) {
            *marked |= item.is_sensitive();
            known = None;
        } else if is_sequence(&of) && !plain.is_null() {
            known = flattened(item, all, marked)?.and(known);
        } else {
            bounded_count(all.len() + 1)?;
            all.push(item.clone());
        }
    }
    Ok(known)
}

fn type_of_flatten(arguments: &[Value]) -> Result<Type, FunctionError> {
    if !arguments[0].is_wholly_known() {
        return Ok(Type::Dynamic);
    }
    if !is_sequence(&arguments[0].ty()) {
        return Err(FunctionError::call("can only flatten lists, sets and tuples"));
    }
    Ok(Type::Dynamic)
}

/// `flatten`: at all depths; always a tuple.
fn flatten(arguments: &[Value], _: &FunctionContext) -> Outcome {
    let (mut all, mut marked) = (Vec::new(), false);
    match flattened(&arguments[0], &mut all, &mut marked)? {
        Some(()) => Ok(Value::tuple(all).marked(marked)),
        None => Ok(unknown(Type::Dynamic, arguments).marked(marked)),
    }
}

fn type_of_matchkeys(arguments: &[Value]) -> Result<Type, FunctionError> {
    match unify(&[arguments[1].ty(), arguments[2].ty()], true) {
        Some(_) => Ok(arguments[0].ty()),
        None => Err(FunctionError::call("keys and searchset must be of the same type")),
    }
}

/// `matchkeys`: the values whose keys are in the search set.
fn matchkeys(arguments: &[Value], _: &FunctionContext) -> Outcome {
    let of = arguments[0].ty();
    let list =
        |all: Vec<Value>| Ok(Value::list(of.element().cloned().unwrap_or(Type::Dynamic), all));
    let (values, keys) = (items(&arguments[0]), items(&arguments[1]));
    if values.len() != keys.len() {
        return Err(FunctionError::call("length of keys and values should be equal"));
    }
    let common = unify(&[arguments[1].ty(), arguments[2].ty()], true).unwrap_or(Type::Dynamic);
    let converted = |at: usize| {
        convert(&arguments[at], &common).map_err(|error| FunctionError::call(error.to_string()))
    };
    let (keys, search) = (converted(1)?, converted(2)?);
    if items(&search).is_empty() {
        return list(Vec::new());
    }
    if !arguments[0].is_wholly_known() || !keys.is_wholly_known() {
        return Ok(unknown(of.clone(), arguments));
    }
    let found: Distinct =
        items(&search).iter().filter(|item| item.is_wholly_known()).cloned().collect();
    let mut all = Vec::new();
    for (key, value) in items(&keys).iter().zip(values) {
        // Terraform gives up at the first element of the search set that it cannot compare, with an
        // empty list.
        let stops = items(&search)
            .iter()
            .take_while(|item| key.equals(item) != Value::Bool(true))
            .any(|item| !item.is_wholly_known());
        if !search.is_wholly_known() && stops {
            return list(Vec::new());
        }
        if found.contains(key) {
            all.push(value.clone());
        }
    }
    list(all)
}

fn type_of_reverse(arguments: &[Value]) -> Result<Type, FunctionError> {
    match arguments[0].ty() {
        Type::Tuple(of) => Ok(Type::tuple(of.iter().rev().cloned())),
        Type::List(of) | Type::Set(of) => Ok(Type::list((*of).clone())),
        other => Err(FunctionError::argument(
            0,
            format!("can only reverse list or tuple values, not {other}"),
        )),
    }
}

/// `reverse`: of a set a list.
fn reverse(arguments: &[Value], _: &FunctionContext) -> Outcome {
    let (value, marked) = arguments[0].unmarked();
    let all = items(value).iter().rev().cloned();
    let reversed = match value.ty() {
        Type::Tuple(_) => Value::tuple(all),
        of => Value::list(of.element().cloned().unwrap_or(Type::Dynamic), all.collect()),
    };
    Ok(reversed.marked(marked))
}

/// The two ends of a slice, as far as they are known, within `length`, if that is known.
fn ends(
    arguments: &[Value],
    length: Option<usize>,
) -> Result<Option<(usize, usize)>, FunctionError> {
    let end = |at: usize, name: &str| {
        if !arguments[at].is_known() {
            return Ok(None);
        }
        let error = |reason: String| FunctionError::argument(at, reason);
        let index = whole_number(arguments, at)
            .map_err(|reason| error(format!("invalid {name} index: {reason}")))?;
        let index = usize::try_from(index)
            .map_err(|_| error(format!("{name} index must not be less than zero")))?;
        if length.is_some_and(|length| index > length) {
            return Err(error(format!(
                "{name} index must not be greater than the length of the list"
            )));
        }
        Ok(Some(index))
    };
    let (Some(start), Some(end)) = (end(1, "start")?, end(2, "end")?) else { return Ok(None) };
    if start > end {
        return Err(FunctionError::argument(1, "start index must not be greater than end index"));
    }
    Ok(Some((start, end)))
}

fn type_of_slice(arguments: &[Value]) -> Result<Type, FunctionError> {
    match arguments[0].ty() {
        Type::Set(_) => Err(FunctionError::argument(
            0,
            "cannot slice a set, because its elements do not have indices; explicitly convert to \
             a list if the ordering of the result is not important",
        )),
        Type::List(of) => {
            ends(arguments, arguments[0].as_items().map(<[Value]>::len))?;
            Ok(Type::List(of))
        }
        Type::Tuple(of) => match ends(arguments, Some(of.len()))? {
            Some((start, end)) => Ok(Type::tuple(of[start..end].iter().cloned())),
            None => Ok(Type::Dynamic),
        },
        _ => Err(FunctionError::argument(0, "must be a list or tuple value")),
    }
}

/// `slice`: without the end; what is out of range is an error.
fn slice(arguments: &[Value], _: &FunctionContext) -> Outcome {
    let (list, marked) = arguments[0].unmarked();
    let all = items(list);
    let Some((start, end)) = ends(arguments, Some(all.len()))? else {
        return Ok(unknown(list.ty(), arguments));
    };
    let part = all[start..end].iter().cloned();
    let part = match list.ty() {
        Type::Tuple(_) => Value::tuple(part),
        of => Value::list(of.element().cloned().unwrap_or(Type::Dynamic), part.collect()),
    };
    Ok(part.marked(marked))
}

/// `sort`: as strings, by their bytes, so `sort([10, 9])` is `["10", "9"]`; of unknown strings only
/// their number is known.
fn sort(arguments: &[Value], _: &FunctionContext) -> Outcome {
    let Some(all) = arguments[0].as_items() else {
        let bounds = match &arguments[0] {
            Value::Unknown(unknown) => unknown.bounds.clone(),
            _ => Bounds::default(),
        };
        return Ok(Unknown::new(Type::list(Type::String), arguments[0].causes())
            .not_null()
            .within(bounds)
            .into());
    };
    if !arguments[0].is_wholly_known() {
        return Ok(Value::list(
            Type::String,
            all.iter().map(|_| unknown(Type::String, arguments)).collect(),
        ));
    }
    if let Some(at) = all.iter().position(Value::is_null) {
        return Err(FunctionError::call(format!(
            "given list element {at} is null; a null string cannot be sorted"
        )));
    }
    let mut texts: Vec<&str> = all.iter().filter_map(Value::as_str).collect();
    texts.sort_unstable();
    Ok(Value::strings(texts))
}

#[cfg(test)]
mod tests {
    use crate::functions::testing::answers;

    #[test]
    fn tuples_stay_tuples_and_lists_convert() {
        answers(&[
            (r#"concat([1], ["a"])"#, r#"[1,"a"]"#),
            (r#"concat(tolist([1]), tolist(["a"]))"#, r#"["1","a"]"#),
            ("concat(toset([1]))", "error"),
            ("concat()", "error"),
            ("sort([10, 9])", r#"["10","9"]"#),
            (r#"sort(["a", null])"#, "error"),
            (r#"distinct([1, "1"])"#, r#"["1"]"#),
            ("flatten([[1, [2]], [], null, 3])", "[1,2,null,3]"),
            ("flatten({ a = 1 })", "error"),
            (r#"reverse([1, "a"])"#, r#"["a",1]"#),
            ("chunklist([1, 2, 3], 2)", "[[1,2],[3]]"),
            ("chunklist([1, 2], 0)", "[[1,2]]"),
            ("chunklist([], 1)", "[]"),
            (r#"element(["a", "b"], 3)"#, r#""b""#),
            (r#"element(["a", "b"], -1)"#, "error"),
            (r#"element(["a", "b"], -2)"#, r#""a""#),
            (r#"element(tolist(["a", "b"]), -1)"#, r#""b""#),
            ("element([], 0)", "error"),
            ("slice([1, 2, 3], 1, 2)", "[2]"),
            ("slice([1], 0, 2)", "error"),
            ("slice(toset([1]), 0, 1)", "error"),
            (r#"contains([1], "1")"#, "false"),
            (r#"index([1, "1"], "1")"#, "1"),
            ("index([], 1)", "error"),
            (r#"coalesce("", null, "a")"#, r#""a""#),
            (r#"coalesce(0, "a")"#, r#""0""#),
            (r#"coalesce("a", [])"#, "error"),
            ("coalesce()", "error"),
            ("coalescelist([], [1])", "[1]"),
            ("one([])", "null"),
            ("one([1, 2])", "error"),
            (r#"one(toset(["a"]))"#, r#""a""#),
            (r#"sum([1, "2"])"#, "3"),
            ("sum([])", "error"),
            ("sum([1/0, -1/0])", "error"),
            (r#"matchkeys(["a", "b"], [1, 2], ["2"])"#, r#"["b"]"#),
            ("alltrue([])", "true"),
            ("alltrue([null])", "false"),
            ("anytrue([null, true])", "true"),
            (r#"compact(["", null, "a"])"#, r#"["a"]"#),
        ]);
    }

    #[test]
    fn known_parts_of_what_is_unknown_are_kept_where_terraform_keeps_them() {
        answers(&[
            ("concat([u], [1])", r#"["?",1]"#),
            ("element([u, 1], 1)", "1"),
            ("flatten([[u], [1]])", r#"["?",1]"#),
            ("slice([u, 1], 1, 2)", "[1]"),
            ("reverse([u, 1])", r#"[1,"?"]"#),
            (r#"sort([u, "a"])"#, r#"["?","?"]"#),
            (r#"distinct([u, "a"])"#, "?"),
            (r#"compact([u, "a"])"#, "?"),
            (r#"contains(["a", u], "a")"#, "true"),
            (r#"contains(["b", u], "a")"#, "?"),
            (r#"index([u, "a"], "a")"#, "?"),
            ("length([u])", "1"),
            (r#"length(toset([u, "a"]))"#, "?"),
            (r#"chunklist([u, "a", "b"], 2)"#, r#"[["?","a"],["b"]]"#),
            (r#"coalesce(u, "a")"#, "?"),
            (r#"coalesce("a", u)"#, r#""a""#),
            (r#"alltrue([u == "", false])"#, "?"),
            (r#"anytrue([u == "", true])"#, "true"),
        ]);
    }
}
