//! The functions of Terraform that choose among values and put them together, over values of which some are known after the apply.
//! Source: <https://developer.hashicorp.com/terraform/language/functions>.

mod lists;
mod numbers;

use hcl::eval::{Context, Func, FuncArgs, FuncDef, ParamType};
use hcl::{Map, Value};

use super::marker::{is_marked, unordered};

/// Why a value is not looked into.
const UNKNOWN: &str = "depends on a value that is known only after the apply";

type Outcome = Result<Value, String>;

/// A context with every function.
pub fn context() -> Context<'static> {
    let mut context = Context::new();
    for (name, function) in lists::FUNCTIONS.iter().chain(numbers::FUNCTIONS).chain(FUNCTIONS) {
        context.declare_func(*name, FuncDef::builder().variadic_param(ParamType::Any).build(*function));
    }
    context
}

/// What puts texts together, compares and orders.
const FUNCTIONS: &[(&str, Func)] = &[
    ("paytf_text", text),
    ("paytf_template", |_| Err("a template chooses, which is not evaluated here".to_owned())),
    ("paytf_ordered", |arguments| Ok(ordered(first(&arguments)?))),
    ("paytf_equal", |arguments| equal(&arguments).map(Value::Bool)),
    ("paytf_differ", |arguments| equal(&arguments).map(|is| Value::Bool(!is))),
    ("paytf_and", |arguments| both(&arguments, |one, other| one && other)),
    ("paytf_or", |arguments| both(&arguments, |one, other| one || other)),
    ("join", join),
    ("tostring", text),
    ("lower", |arguments| plain_text(&arguments).map(|text| Value::from(text.to_lowercase()))),
    ("upper", |arguments| plain_text(&arguments).map(|text| Value::from(text.to_uppercase()))),
    ("trimspace", |arguments| plain_text(&arguments).map(|text| Value::from(text.trim()))),
    ("try", |arguments| first(&arguments)),
    ("coalesce", coalesce),
];

fn at(arguments: &FuncArgs, place: usize) -> Result<&Value, String> {
    arguments.get(place).ok_or_else(|| "lacks an argument".to_owned())
}

fn first(arguments: &FuncArgs) -> Outcome {
    at(arguments, 0).cloned()
}

/// An argument that has to be known.
fn known(arguments: &FuncArgs, place: usize) -> Result<&Value, String> {
    let value = at(arguments, place)?;
    if is_marked(value) { Err(UNKNOWN.to_owned()) } else { Ok(value) }
}

fn list(value: &Value) -> Result<&Vec<Value>, String> {
    value.as_array().ok_or_else(|| "takes a list".to_owned())
}

fn map(value: &Value) -> Result<&Map<String, Value>, String> {
    value.as_object().ok_or_else(|| "takes a map".to_owned())
}

fn plain_text(arguments: &FuncArgs) -> Result<&str, String> {
    known(arguments, 0)?.as_str().ok_or_else(|| "takes a text".to_owned())
}

fn equal(arguments: &FuncArgs) -> Result<bool, String> {
    Ok(known(arguments, 0)? == known(arguments, 1)?)
}

fn both(arguments: &FuncArgs, holds: fn(bool, bool) -> bool) -> Outcome {
    let flag = |place| known(arguments, place)?.as_bool().ok_or_else(|| "takes true or false".to_owned());
    Ok(Value::Bool(holds(flag(0)?, flag(1)?)))
}

fn text(arguments: FuncArgs) -> Outcome {
    let part = |value: &Value| match value {
        Value::String(text) => Ok(text.clone()),
        Value::Number(number) => Ok(number.to_string()),
        Value::Bool(is) => Ok(is.to_string()),
        _ => Err("makes no text of it".to_owned()),
    };
    Ok(Value::String(arguments.iter().map(part).collect::<Result<_, _>>()?))
}

fn join(arguments: FuncArgs) -> Outcome {
    let separator = known(&arguments, 0)?.as_str().ok_or_else(|| "takes a text".to_owned())?;
    let part = |value: &Value| value.as_str().map(str::to_owned).ok_or_else(|| "takes texts".to_owned());
    let mut parts = Vec::new();
    for items in &arguments[1..] {
        parts.extend(list(items)?.iter().map(part).collect::<Result<Vec<_>, _>>()?);
    }
    Ok(Value::String(parts.join(separator)))
}

fn coalesce(arguments: FuncArgs) -> Outcome {
    let is_set = |value: &&Value| **value != Value::Null && value.as_str() != Some("");
    arguments.iter().find(is_set).cloned().ok_or_else(|| "has nothing to choose".to_owned())
}

/// A map in the order of its keys, in which Terraform goes through it.
fn ordered(value: Value) -> Value {
    match value {
        Value::Object(mut map) => {
            map.sort_keys();
            Value::Object(map)
        }
        other => other,
    }
}

/// A list as a set: each value once, in an order of their own.
pub fn set(value: Value) -> Outcome {
    let mut items: Vec<Value> = Vec::new();
    for item in list(&value)? {
        if !items.contains(item) {
            items.push(item.clone());
        }
    }
    Ok(Value::Array(sorted(items)))
}

/// Texts in their order; where it is known only after the apply, each says so.
fn sorted(mut items: Vec<Value>) -> Vec<Value> {
    if items.iter().any(is_marked) {
        return if items.len() > 1 { unordered(items) } else { items };
    }
    items.sort_by(|one, other| one.as_str().cmp(&other.as_str()));
    items
}
