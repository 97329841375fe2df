//! `regex` and `regexall`.

use std::sync::Arc;

use super::regular_expression::Pattern;
use super::support::{Outcome, bounded_count, pay_for_search, quoted, string, text};
use super::{Function, FunctionContext, FunctionError, Returns};
use crate::types::Type;
use crate::value::Value;

pub(super) const FUNCTIONS: &[Function] = &[
    Function::new("regex", &[string("pattern"), string("string")], Returns::Of(type_of_one), regex),
    Function::new(
        "regexall",
        &[string("pattern"), string("string")],
        Returns::Of(type_of_all),
        regexall,
    ),
];

fn pattern(arguments: &[Value]) -> Result<Pattern, FunctionError> {
    Pattern::new(text(arguments, 0))
        .map_err(|error| FunctionError::argument(0, format!("invalid regexp pattern: {error}")))
}

/// A string without groups, a tuple of unnamed ones, an object of named ones.
fn type_of_match(pattern: &Pattern) -> Result<Type, FunctionError> {
    let names = pattern.names();
    let named = names.iter().flatten().count();
    if named > 0 && named < names.len() {
        return Err(FunctionError::argument(
            0,
            "invalid regexp pattern: cannot mix both named and unnamed capture groups",
        ));
    }
    Ok(match named {
        0 if names.is_empty() => Type::String,
        0 => Type::tuple(names.iter().map(|_| Type::String)),
        _ => Type::object(names.iter().flatten().map(|name| (name.as_str(), Type::String))),
    })
}

fn type_of_one(arguments: &[Value]) -> Result<Type, FunctionError> {
    if arguments[0].is_known() { type_of_match(&pattern(arguments)?) } else { Ok(Type::Dynamic) }
}

fn type_of_all(arguments: &[Value]) -> Result<Type, FunctionError> {
    type_of_one(arguments).map(Type::list)
}

/// A group that takes no part in the match is null.
fn matched(pattern: &Pattern, found: &regex::Captures) -> Value {
    let group = |at: usize| {
        found.get(at + 1).map_or(Value::Null(Type::String), |group| group.as_str().into())
    };
    let names = pattern.names();
    if names.is_empty() {
        return found.get_match().as_str().into();
    }
    if names.iter().any(Option::is_some) {
        let named = names
            .iter()
            .enumerate()
            .filter_map(|(at, name)| Some((Arc::<str>::from(name.as_deref()?), group(at))));
        return Value::object(named);
    }
    Value::tuple((0..names.len()).map(group))
}

/// `regex`: the first match; none is an error.
fn regex(arguments: &[Value], context: &FunctionContext) -> Outcome {
    pay_for_search(text(arguments, 1), context)?;
    let pattern = pattern(arguments)?;
    match pattern.first(text(arguments, 1)) {
        Some(found) => Ok(matched(&pattern, &found)),
        None => Err(FunctionError::call(format!(
            "pattern did not match any part of the given string: {}",
            quoted(text(arguments, 0))
        ))),
    }
}

/// `regexall`: all matches; an empty one right after another is none.
fn regexall(arguments: &[Value], context: &FunctionContext) -> Outcome {
    pay_for_search(text(arguments, 1), context)?;
    let pattern = pattern(arguments)?;
    let mut all = Vec::new();
    for found in pattern.all(text(arguments, 1)) {
        bounded_count(all.len() + 1)?;
        all.push(matched(&pattern, &found));
    }
    Ok(Value::list(type_of_match(&pattern)?, all))
}

#[cfg(test)]
mod tests {
    use crate::functions::testing::answers;

    #[test]
    fn groups_decide_what_a_match_is() {
        answers(&[
            (r#"regex("[a-z]+", "ab1")"#, r#""ab""#),
            (r#"regex("(a)|(b)", "b")"#, r#"[null,"b"]"#),
            (r#"regex("(?P<a>a)?(?P<b>b)", "b")"#, r#"{"a":null,"b":"b"}"#),
            (r#"regex("(?P<a>a)(b)", "ab")"#, "error"),
            (r#"regex("x", "a")"#, "error"),
            (r#"regexall("", "ab")"#, r#"["","",""]"#),
            (r#"regexall("x", "a")"#, "[]"),
            (r#"regexall("(.)", "ab")"#, r#"[["a"],["b"]]"#),
            (r#"regex("a", u)"#, "?"),
            (r#"regex("(", u)"#, "error"),
        ]);
    }
}
