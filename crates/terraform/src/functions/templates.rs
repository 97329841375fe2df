//! `templatefile` and `templatestring`.

use super::filesystem::contents;
use super::support::{Outcome, STRING, any, quoted, string, unknown};
use super::{Function, FunctionContext, FunctionError, Parameter, Returns};
use crate::convert::convert;
use crate::read::native::is_identifier;
use crate::types::Type;
use crate::value::Value;

const TEMPLATEFILE: &[Parameter] =
    &[string("path").allow_marked().allow_unknown(), any("vars").allow_marked().allow_unknown()];

pub(super) const FUNCTIONS: &[Function] = &[
    Function::new("templatefile", TEMPLATEFILE, Returns::Of(|_| Ok(Type::Dynamic)), templatefile),
    Function::new(
        "templatestring",
        &[any("template").allow_unknown(), any("vars")],
        STRING,
        templatestring,
    ),
];

/// What a template of `templatestring` is called in messages; such a one may not read files.
pub(crate) const TEMPLATESTRING: &str = "<templatestring argument>";

fn filled(text: &str, names: &Value, place: &str, context: &FunctionContext) -> Outcome {
    if !matches!(names.ty(), Type::Map(_) | Type::Object(_)) {
        return Err(FunctionError::argument(1, "invalid vars value: must be a map"));
    }
    for name in names.as_entries().into_iter().flat_map(|entries| entries.keys()) {
        if !is_identifier(name) {
            return Err(FunctionError::argument(
                1,
                format!(
                    "invalid template variable name {}: must start with a letter, followed by \
                     zero or more letters, digits, and underscores",
                    quoted(name)
                ),
            ));
        }
    }
    let value = (context.template)(text, names, place)?;
    if value.is_null() {
        return Err(FunctionError::call(
            "the result of the template is null, which is not a valid result",
        ));
    }
    Ok(value)
}

/// `templatefile`: a template that is one interpolation keeps that value's type.
fn templatefile(arguments: &[Value], context: &FunctionContext) -> Outcome {
    let ((path, path_marked), (names, names_marked)) =
        (arguments[0].unmarked(), arguments[1].unmarked_deep());
    let marked = path_marked || names_marked;
    let (Some(path), true) = (path.as_str(), names.is_known()) else {
        return Ok(unknown(Type::Dynamic, arguments).marked(marked));
    };
    let bytes = match contents(path, path_marked, context)? {
        Ok(bytes) => bytes,
        Err(cause) => return Ok(Value::unknown(Type::Dynamic, cause).marked(marked)),
    };
    let template = String::from_utf8(bytes).map_err(|_| {
        FunctionError::call(format!("contents of {} are not valid UTF-8", quoted(path)))
    })?;
    Ok(filled(&template, &names, path, context)?.marked(marked))
}

/// `templatestring`: always a string.
fn templatestring(arguments: &[Value], context: &FunctionContext) -> Outcome {
    let Some(template) = arguments[0].as_str() else {
        if arguments[0].is_known() {
            return Err(FunctionError::argument(0, "invalid template value: a string is required"));
        }
        return Ok(unknown(Type::String, arguments));
    };
    let value = filled(template, &arguments[1], TEMPLATESTRING, context)?;
    convert(&value, &Type::String)
        .map_err(|error| FunctionError::call(format!("invalid template result: {error}")))
}
