//! Functions of text.

use super::{Function, FunctionContext, FunctionError, Parameter, Returns, Takes};
use crate::value::Value;

pub(super) const FUNCTIONS: &[Function] = &[Function {
    name: "upper",
    parameters: &[Parameter::new("str", Takes::String).allow_dynamic()],
    variadic: None,
    returns: Returns::Type(Takes::String),
    not_null: true,
    call: upper,
}];

fn upper(arguments: &[Value], _: &FunctionContext) -> Result<Value, FunctionError> {
    let text = arguments[0].as_str().unwrap_or_default();
    Ok(text.to_uppercase().into())
}
