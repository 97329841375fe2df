//! Helpers for functions: declaring one, reading its arguments, and bounds on its result.

use std::sync::Arc;

use unicode_segmentation::UnicodeSegmentation;

use super::{Function, FunctionContext, FunctionError, Parameter, Returns, Takes};
use crate::number::Number;
use crate::types::Type;
use crate::value::{Causes, Value};

/// The most bytes of a text that a function makes.
pub(super) const LONGEST: usize = 16 << 20;

/// The most elements of a collection that a function makes.
pub(super) const MOST: usize = 1 << 18;

pub(super) type Outcome = Result<Value, FunctionError>;

/// A function as the table holds it.
pub(super) type Implementation = fn(&[Value], &FunctionContext) -> Outcome;

pub(super) const STRING: Returns = Returns::Type(Takes::String);
pub(super) const NUMBER: Returns = Returns::Type(Takes::Number);
pub(super) const BOOL: Returns = Returns::Type(Takes::Bool);
pub(super) const STRINGS: Returns = Returns::Type(Takes::List(&Takes::String));

impl Function {
    /// A function of a fixed number of arguments whose result is never null.
    pub(super) const fn new(
        name: &'static str,
        parameters: &'static [Parameter],
        returns: Returns,
        call: Implementation,
    ) -> Self {
        Function { name, parameters, variadic: None, returns, not_null: true, call }
    }

    /// The same with any number of arguments more.
    pub(super) const fn variadic(self, parameter: Parameter) -> Self {
        Function { variadic: Some(parameter), ..self }
    }

    /// The same, whose result may be null.
    pub(super) const fn or_null(self) -> Self {
        Function { not_null: false, ..self }
    }
}

/// A parameter that takes a string.
pub(super) const fn string(name: &'static str) -> Parameter {
    Parameter::new(name, Takes::String)
}

/// A parameter that takes a number.
pub(super) const fn number(name: &'static str) -> Parameter {
    Parameter::new(name, Takes::Number)
}

/// A parameter that takes any value.
pub(super) const fn any(name: &'static str) -> Parameter {
    Parameter::new(name, Takes::Any)
}

/// The text of argument `index`, which is a known string.
pub(super) fn text(arguments: &[Value], index: usize) -> &str {
    arguments.get(index).and_then(Value::as_str).unwrap_or_default()
}

/// The number of argument `index`, which is a known one.
pub(super) fn numeric(arguments: &[Value], index: usize) -> Number {
    arguments.get(index).and_then(Value::as_number).cloned().unwrap_or_else(Number::zero)
}

/// Argument `index`, a number, as a whole one of 64 bits; the error is of the call, as from most
/// functions of Terraform.
pub(super) fn whole(arguments: &[Value], index: usize) -> Result<i64, FunctionError> {
    whole_number(arguments, index).map_err(FunctionError::call)
}

/// The same; the error is only its text.
pub(super) fn whole_number(arguments: &[Value], index: usize) -> Result<i64, String> {
    let bounds = format!("value must be a whole number, between {} and {}", i64::MIN, i64::MAX);
    numeric(arguments, index).as_i64().ok_or(bounds)
}

/// A string, unless it is too long.
pub(super) fn bounded(text: String) -> Outcome {
    if text.len() > LONGEST { Err(too_long()) } else { Ok(text.into()) }
}

/// The error of a text that would be too long.
pub(super) fn too_long() -> FunctionError {
    FunctionError::call(format!(
        "the result would be longer than {} MiB, the most that is evaluated here",
        LONGEST >> 20
    ))
}

/// Refuses a collection of too many elements.
pub(super) fn bounded_count(count: usize) -> Result<(), FunctionError> {
    if count > MOST {
        return Err(FunctionError::call(format!(
            "the result would have more than {MOST} elements, the most that are evaluated here"
        )));
    }
    Ok(())
}

/// Pays for a search through `text` with a pattern, which may look at each byte as often as the
/// pattern is large.
pub(super) fn pay_for_search(text: &str, context: &FunctionContext) -> Result<(), FunctionError> {
    const SEARCHED: usize = 1 << 20;
    if text.len() > SEARCHED || !context.budget.charge(64 * text.len() as u64) {
        return Err(FunctionError::call(format!(
            "patterns are looked for in texts of up to {} MiB here, and not without end",
            SEARCHED >> 20
        )));
    }
    Ok(())
}

/// An unknown value of type `of`, for the reasons that `values` have.
pub(super) fn unknown(of: Type, values: &[Value]) -> Value {
    let mut causes = Causes::default();
    values.iter().for_each(|value| causes.extend(&value.causes()));
    Value::unknown_because(of, causes)
}

/// The elements of a known list, set or tuple, else none.
pub(super) fn items(value: &Value) -> &[Value] {
    value.as_items().unwrap_or_default()
}

/// Text in quotes, as Go writes it in messages.
pub(super) fn quoted(text: &str) -> String {
    format!("{text:?}")
}

/// What a user calls a character: Terraform counts extended grapheme clusters, those of Unicode
/// 15.0.
///
/// Later ones do not break within Indian conjuncts.
pub(super) fn characters(text: &str) -> impl DoubleEndedIterator<Item = &str> {
    text.graphemes(true).flat_map(|cluster| {
        let mut parts = Vec::with_capacity(1);
        let mut start = 0;
        for (at, c) in cluster.char_indices() {
            if at > 0 && is_indian_consonant(c) {
                parts.push(&cluster[start..at]);
                start = at;
            }
        }
        parts.push(&cluster[start..]);
        parts
    })
}

/// The letters that form conjuncts (`Indic_Conjunct_Break=Consonant`), all in blocks of one layout.
fn is_indian_consonant(c: char) -> bool {
    let code = c as u32;
    let conjoining = matches!(code >> 7, 0x12 | 0x13 | 0x15 | 0x16 | 0x18 | 0x1a);
    let single = matches!(code, 0x978..=0x97f | 0x9f0 | 0x9f1 | 0xaf9 | 0xb71);
    conjoining && (matches!(code & 0x7f, 0x15..=0x39 | 0x58..=0x5f) || code == 0xd3a) || single
}

/// How an unknown string begins, as far as Terraform knows.
pub(super) fn known_prefix(value: &Value) -> Arc<str> {
    match value.unmarked().0 {
        Value::Unknown(unknown) => unknown.prefix.clone(),
        Value::Template(template) => template.prefix.clone(),
        _ => Arc::from(""),
    }
}

/// A list, set or tuple.
pub(super) fn is_sequence(of: &Type) -> bool {
    matches!(of, Type::List(_) | Type::Set(_) | Type::Tuple(_))
}
