//! Local values in the form in which a plan has other expressions.

use hcl::Expression;
use serde_json::{Map, Value};

use crate::from_modules::references::references;
use crate::plan::Argument;
use terraform::tf::attr::key_name;

/// The value where it is written out, otherwise the references in it.
pub fn planned(written: &Expression) -> Argument {
    match constant(written) {
        Some(constant) => Argument::Expression { constant: Some(Box::new(constant)), references: Vec::new() },
        None => Argument::Expression { constant: None, references: references(written) },
    }
}

fn constant(written: &Expression) -> Option<Value> {
    match written {
        Expression::Null => Some(Value::Null),
        Expression::Bool(is) => Some((*is).into()),
        Expression::Number(number) => serde_json::to_value(number).ok(),
        Expression::String(text) => Some(text.as_str().into()),
        Expression::Array(items) => items.iter().map(constant).collect::<Option<Vec<_>>>().map(Value::Array),
        Expression::Object(object) => {
            let entry = |(key, value)| Some((key_name(key)?.to_owned(), constant(value)?));
            object.iter().map(entry).collect::<Option<Map<_, _>>>().map(Value::Object)
        }
        Expression::Parenthesis(inner) => constant(inner),
        Expression::FuncCall(call) if ["toset", "tolist", "tomap"].contains(&call.name.name.as_str()) => {
            call.args.first().and_then(constant)
        }
        _ => None,
    }
}
