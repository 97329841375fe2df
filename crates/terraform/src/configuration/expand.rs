//! `count` and `for_each`: how many instances there are, and what they are called.

use std::sync::Arc;

use super::declared::Repeat;
use super::instances::InstanceKey;
use super::values::Repetition;
use crate::convert::convert;
use crate::diagnostic::Diagnostic;
use crate::expr::Expr;
use crate::read::Result;
use crate::types::Type;
use crate::value::{Cause, Causes, Unknown, Value};

/// How many instances of one resource or module call there may be.
const MOST: usize = 100_000;

/// The keys of the instances, and what `count` and `each` stand for in each.
pub(super) fn expand(
    repeat: &Repeat,
    value: impl FnOnce(&Expr) -> Result<Value>,
) -> Result<Vec<(InstanceKey, Repetition)>> {
    match repeat {
        Repeat::Once => Ok(vec![(InstanceKey::None, Repetition::None)]),
        Repeat::Count(expr) => count(&value(expr)?, expr),
        Repeat::ForEach(expr) => for_each(&value(expr)?, expr),
    }
}

/// Any instance, where nothing is known of how many there are.
pub(super) fn any(repeat: &Repeat, causes: &Causes) -> (InstanceKey, Repetition) {
    let unknown = |of: Type| -> Value { Unknown::new(of, causes.clone()).not_null().into() };
    let key = || InstanceKey::Unknown(causes.clone());
    match repeat {
        Repeat::Once => (InstanceKey::None, Repetition::None),
        Repeat::Count(_) => (key(), Repetition::Index(unknown(Type::Number))),
        Repeat::ForEach(_) => {
            let value = Value::unknown_because(Type::Dynamic, causes.clone());
            (key(), Repetition::Each(unknown(Type::String), value))
        }
    }
}

fn count(value: &Value, expr: &Expr) -> Result<Vec<(InstanceKey, Repetition)>> {
    const INVALID: &str = "Invalid count argument";
    let (value, _) = value.unmarked();
    let problem = |summary: &str, detail: String| Err(Diagnostic::new(expr.span, summary, detail));
    if value.is_null() {
        return problem(
            INVALID,
            "The given \"count\" argument value is null. An integer is required.".into(),
        );
    }
    let number = match convert(value, &Type::Number) {
        Ok(number) => number,
        Err(_) => {
            return problem(
                "Incorrect value type",
                "Invalid expression value: number required.".into(),
            );
        }
    };
    let Some(known) = number.as_number() else {
        return unknown(&number, expr, INVALID, Repetition::Index);
    };
    let most = || {
        format!(
            "The given \"count\" argument value is unsuitable: at most {MOST} instances are read."
        )
    };
    match known.as_usize() {
        Some(count) if count <= MOST => Ok((0..count)
            .map(|index| (InstanceKey::Index(index), Repetition::Index(Value::integer(index))))
            .collect()),
        Some(_) => problem(INVALID, most()),
        None if known.is_negative() => problem(
            INVALID,
            "The given \"count\" argument value is unsuitable: must be greater than or equal to \
             zero."
                .into(),
        ),
        None if known.is_integer() => problem(INVALID, most()),
        None => problem(
            INVALID,
            format!(
                "The given \"count\" argument value is unsuitable: {known} is no whole number."
            ),
        ),
    }
}

fn for_each(value: &Value, expr: &Expr) -> Result<Vec<(InstanceKey, Repetition)>> {
    const INVALID: &str = "Invalid for_each argument";
    let problem = |detail: &str| Err(Diagnostic::new(expr.span, INVALID, detail));
    if value.is_sensitive() {
        return problem(
            "Sensitive values, or values derived from sensitive values, cannot be used as \
             for_each arguments: they would show in the addresses.",
        );
    }
    let items = match value {
        Value::Null(_) => {
            return problem(
                "The given \"for_each\" argument value is null. A map, or set of strings is \
                 allowed.",
            );
        }
        Value::Map(_) | Value::Object(_) => {
            let entries = value.as_entries().into_iter().flatten();
            entries.map(|(key, value)| (key.clone(), value.clone())).collect()
        }
        Value::Set(set) => {
            if let Some(item) = set.items.iter().find(|item| !item.is_known()) {
                return unknown(item, expr, INVALID, |value| {
                    Repetition::Each(value.clone(), value)
                });
            }
            let strings: Option<Vec<(Arc<str>, Value)>> = set
                .items
                .iter()
                .map(|item| {
                    item.as_str()
                        .filter(|_| !item.is_null())
                        .map(|key| (Arc::from(key), item.clone()))
                })
                .collect();
            match strings {
                Some(strings) => strings,
                None => {
                    return problem(
                        "\"for_each\" supports maps and sets of strings, but you have provided a \
                         set containing other values, or null.",
                    );
                }
            }
        }
        Value::Unknown(of)
            if matches!(of.of, Type::Dynamic | Type::Map(_) | Type::Object(_) | Type::Set(_)) =>
        {
            return unknown(value, expr, INVALID, |value| Repetition::Each(value.clone(), value));
        }
        other => {
            let detail = format!(
                "The given \"for_each\" argument value is unsuitable: the argument must be a map, \
                 or set of strings, and you have provided a value of type {}.",
                other.ty()
            );
            return problem(&detail);
        }
    };
    if items.len() > MOST {
        return problem(&format!("At most {MOST} instances are read."));
    }
    Ok(items
        .into_iter()
        .map(|(key, value)| {
            (InstanceKey::Name(key.clone()), Repetition::Each(Value::String(key), value))
        })
        .collect())
}

/// How many there are is unknown: an error, as in Terraform, if it is surely so before the apply;
/// else it is a data source or a default of the provider that is not known here.
fn unknown(
    value: &Value,
    expr: &Expr,
    summary: &str,
    repetition: impl FnOnce(Value) -> Repetition,
) -> Result<Vec<(InstanceKey, Repetition)>> {
    let causes: Causes = value.causes();
    if is_unknown_in_terraform(&causes) {
        let detail = "The value depends on resource attributes that cannot be determined until \
                      apply, so Terraform cannot predict how many instances will be created.";
        return Err(Diagnostic::new(expr.span, summary, detail));
    }
    let part = Value::unknown_because(Type::Dynamic, causes.clone());
    Ok(vec![(InstanceKey::Unknown(causes), repetition(part))])
}

/// Whether it is surely unknown to Terraform too, before the apply.
pub(super) fn is_unknown_in_terraform(causes: &Causes) -> bool {
    let surely = |cause: &Cause| match cause {
        Cause::Attribute { resource, .. } => is_builtin(resource),
        Cause::Function(name) => matches!(&**name, "timestamp" | "uuid" | "bcrypt"),
        _ => false,
    };
    !causes.is_empty() && causes.iter().all(surely)
}

fn is_builtin(address: &str) -> bool {
    address.starts_with("terraform_data.") || address.contains(".terraform_data.")
}
