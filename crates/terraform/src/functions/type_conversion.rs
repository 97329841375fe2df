//! `tostring` and the other conversions, `sensitive`, and `nonsensitive`.

use super::support::{BOOL, Outcome, any, quoted, unknown};
use super::{Function, FunctionContext, FunctionError, Parameter, Returns, Takes};
use crate::convert::convert;
use crate::types::Type;
use crate::value::Value;

const ANYTHING: &[Parameter] =
    &[any("v").allow_null().allow_marked().allow_dynamic().allow_unknown()];

pub(super) const FUNCTIONS: &[Function] = &[
    conversion("tostring", Takes::String, |arguments, _| converted(arguments, &Type::String)),
    conversion("tonumber", Takes::Number, |arguments, _| converted(arguments, &Type::Number)),
    conversion("tobool", Takes::Bool, |arguments, _| converted(arguments, &Type::Bool)),
    conversion("tolist", Takes::List(&Takes::Any), |arguments, _| {
        converted(arguments, &Type::list(Type::Dynamic))
    }),
    conversion("toset", Takes::Set(&Takes::Any), |arguments, _| {
        converted(arguments, &Type::set(Type::Dynamic))
    }),
    conversion("tomap", Takes::Map(&Takes::Any), |arguments, _| {
        converted(arguments, &Type::map(Type::Dynamic))
    }),
    Function::new("sensitive", ANYTHING, Returns::Of(same), |arguments, _| {
        Ok(arguments[0].clone().marked(true))
    })
    .or_null(),
    Function::new("nonsensitive", ANYTHING, Returns::Of(same), |arguments, _| {
        Ok(arguments[0].unmarked().0.clone())
    })
    .or_null(),
    Function::new("issensitive", ANYTHING, BOOL, issensitive),
    // Where a value may be ephemeral, the evaluator answers.
    Function::new("ephemeralasnull", ANYTHING, Returns::Of(same), |arguments, _| {
        Ok(arguments[0].clone())
    })
    .or_null(),
];

const fn conversion(
    name: &'static str,
    takes: Takes,
    call: super::support::Implementation,
) -> Function {
    Function::new(name, ANYTHING, Returns::Type(takes), call).or_null()
}

fn same(arguments: &[Value]) -> Result<Type, FunctionError> {
    Ok(arguments[0].ty())
}

/// An unknown value may become null, and a type that is not known yet stays so.
/// Source: Terraform, `internal/lang/funcs/conversion.go`, `MakeToFunc`.
fn converted(arguments: &[Value], to: &Type) -> Outcome {
    let value = convert_argument(&arguments[0], to)?;
    match value.is_known() {
        true => Ok(value),
        false => Ok(unknown(to.clone(), arguments).marked(value.is_sensitive())),
    }
}

fn convert_argument(value: &Value, to: &Type) -> Outcome {
    convert(value, to).map_err(|_| {
        let (plain, sensitive) = value.unmarked_deep();
        let what = plain.as_str().map_or("string".to_string(), quoted);
        let from = plain.ty();
        let name = match to {
            Type::List(_) => "list of any single type".to_string(),
            Type::Set(_) => "set of any single type".to_string(),
            Type::Map(_) => "map of any single type".to_string(),
            other => other.to_string(),
        };
        let reason = match (&from, to) {
            _ if sensitive => format!("cannot convert this sensitive {from} to {name}"),
            (Type::String, Type::Bool) => {
                format!(
                    "cannot convert {what} to bool; only the strings \"true\" or \"false\" are \
                     allowed"
                )
            }
            (Type::String, Type::Number) => {
                format!(
                    "cannot convert {what} to number; given string must be a decimal \
                     representation of a number"
                )
            }
            _ => format!("cannot convert {from} to {name}"),
        };
        FunctionError::argument(0, reason)
    })
}

/// `issensitive`: of the value itself, not of what is in it.
fn issensitive(arguments: &[Value], _: &FunctionContext) -> Outcome {
    match &arguments[0] {
        value if value.is_sensitive() => Ok(true.into()),
        value if value.is_known() => Ok(false.into()),
        _ => Ok(unknown(Type::Bool, arguments)),
    }
}

#[cfg(test)]
mod tests {
    use crate::functions::testing::answers;

    #[test]
    fn conversions_are_of_terraform() {
        answers(&[
            (r#"tonumber("+5")"#, "5"),
            (r#"tonumber(" 5")"#, "error"),
            (r#"tobool("TRUE")"#, "error"),
            ("tostring([])", "error"),
            (r#"toset([1, "1"])"#, r#"["1"]"#),
            (r#"tolist([1, "a", true])"#, r#"["1","a","true"]"#),
            ("tomap({ a = 1, b = [] })", "error"),
            ("tostring(null)", "null"),
            ("issensitive(sensitive(1))", "true"),
            ("issensitive([sensitive(1)])", "false"),
            ("nonsensitive(1)", "1"),
            ("type(1)", "error"),
            ("core::tostring(1)", r#""1""#),
        ]);
    }
}
