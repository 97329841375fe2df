//! `format` and `formatlist`.
//!
//! Width and precision of strings count grapheme clusters; those of numbers are Go's own (`fmt`
//! with `big.Int` and `big.Float`).
//!
//! Source: cty's `stdlib/format.go` and `format_fsm.rl` 1.16.

mod number;
mod verb;

use std::sync::Arc;

use super::json::encoded;
use super::support::{
    LONGEST, Outcome, STRING, STRINGS, any, bounded, bounded_count, characters, is_sequence, items,
    quoted, string, text, too_long, unknown,
};
use super::{Function, FunctionContext, FunctionError};
use crate::convert::convert;
use crate::number::Number;
use crate::types::Type;
use crate::value::{Part, Template, Unknown, Value};
use number::{float, general, integer};
use verb::{Verb, read};

pub(super) const FUNCTIONS: &[Function] = &[
    Function::new("format", &[string("format")], STRING, format)
        .variadic(any("args").allow_null().allow_unknown()),
    Function::new("formatlist", &[string("format")], STRINGS, formatlist)
        .variadic(any("args").allow_null().allow_unknown()),
];

/// `format`
///
/// Terraform takes the whole for unknown if an argument is. Here a `%s` or `%v` of one leaves a
/// hole in the text.
fn format(arguments: &[Value], _: &FunctionContext) -> Outcome {
    let (format, arguments) = (text(arguments, 0), &arguments[1..]);
    if arguments.iter().all(Value::is_wholly_known) {
        let mut out = String::new();
        fill(format, arguments, |part| {
            if let Part::Text(text) = part {
                out.push_str(&text);
            }
            if out.len() > LONGEST { Err(too_long()) } else { Ok(()) }
        })?;
        return bounded(out);
    }
    let prefix = format.split_once('%').map_or("", |(before, _)| before);
    let (mut parts, mut length) = (Vec::new(), 0);
    let filled = fill(format, arguments, |part| {
        length += if let Part::Text(text) = &part { text.len() } else { 1 };
        parts.push(part);
        if length > LONGEST { Err(too_long()) } else { Ok(()) }
    });
    if filled.is_err() || !parts.iter().any(|part| matches!(part, Part::Hole(_))) {
        let Value::Unknown(whole) = unknown(Type::String, arguments) else {
            return Ok(unknown(Type::String, arguments));
        };
        return Ok(Unknown { prefix: prefix.into(), is_attribute: false, ..(*whole).clone() }
            .not_null()
            .into());
    }
    Ok(Template::of(parts, prefix))
}

/// `formatlist`: every list, set or tuple among the arguments goes element by element, all others
/// stay.
fn formatlist(arguments: &[Value], context: &FunctionContext) -> Outcome {
    let (format_text, given) = (&arguments[0], &arguments[1..]);
    if given.is_empty() {
        return Ok(Value::list(Type::String, vec![format(arguments, context)?]));
    }
    let mut length: Option<(usize, usize)> = None;
    let mut unknown_list = false;
    for (at, argument) in given.iter().enumerate() {
        let of = argument.ty();
        if !is_sequence(&of) || argument.is_null() {
            unknown_list |= of == Type::Dynamic && !argument.is_known();
            continue;
        }
        let this = match (&of, argument.as_items()) {
            (Type::Set(_), Some(items))
                if !items.iter().all(Value::is_wholly_known) && items.len() > 1 =>
            {
                None
            }
            (_, Some(items)) => Some(items.len()),
            (Type::Tuple(elements), None) => {
                unknown_list = true;
                Some(elements.len())
            }
            _ => None,
        };
        match (this, length) {
            (None, _) => unknown_list = true,
            (Some(this), None) => length = Some((this, at)),
            (Some(this), Some((other, chooser))) if this != other => {
                return Err(FunctionError::argument(
                    at + 1,
                    format!(
                        "argument {} has length {this}, which is inconsistent with argument {} of \
                         length {other}",
                        at + 1,
                        chooser + 1
                    ),
                ));
            }
            _ => {}
        }
    }
    if unknown_list {
        return Ok(unknown(Type::list(Type::String), arguments));
    }
    let count = length.map_or(1, |(count, _)| count);
    bounded_count(count)?;
    let mut all = Vec::with_capacity(count);
    let mut total = 0;
    for index in 0..count {
        let mut row = vec![format_text.clone()];
        row.extend(given.iter().map(|argument| match argument.as_items() {
            Some(_) => items(argument)[index].clone(),
            None => argument.clone(),
        }));
        let one = format(&row, context).map_err(|error| {
            FunctionError::call(format!("error on format iteration {index}: {}", reason(&error)))
        })?;
        total += one.as_str().map_or(0, str::len);
        if total > LONGEST {
            return Err(too_long());
        }
        all.push(one);
    }
    Ok(Value::list(Type::String, all))
}

fn reason(error: &FunctionError) -> &str {
    match error {
        FunctionError::Argument { reason, .. } | FunctionError::Call(reason) => reason,
    }
}

/// The parts of `format` with its verbs filled, in order.
fn fill(
    format: &str,
    arguments: &[Value],
    mut write: impl FnMut(Part) -> Result<(), FunctionError>,
) -> Result<(), FunctionError> {
    let mut rest = format;
    let mut next = 1;
    let mut highest = 0;
    while let Some(at) = rest.find('%') {
        write(Part::Text(Arc::from(&rest[..at])))?;
        let verb = &rest[at..];
        if let Some(after) = verb.strip_prefix("%%") {
            write(Part::Text(Arc::from("%")))?;
            rest = after;
            continue;
        }
        let offset = format.len() - verb.len();
        let (verb, number, after) = read(format, offset, verb)?;
        let number = number.unwrap_or(next);
        highest = highest.max(number);
        let argument = arguments.get(number - 1).ok_or_else(|| {
            FunctionError::call(format!(
                "not enough arguments for {} at {}: need index {number} but have {} total",
                quoted(verb.raw),
                verb.offset,
                arguments.len()
            ))
        })?;
        write(filled(&verb, argument)?)?;
        next = number + 1;
        rest = after;
    }
    write(Part::Text(Arc::from(rest)))?;
    if highest < arguments.len() {
        let used = match highest {
            0 => "too many arguments; no verbs in format string".to_string(),
            _ => format!("too many arguments; only {highest} used by format string"),
        };
        return Err(FunctionError::argument(highest + 1, used));
    }
    Ok(())
}

/// The text of `argument` as the verb says.
fn filled(verb: &Verb, argument: &Value) -> Result<Part, FunctionError> {
    if !argument.is_wholly_known() {
        // An unknown value keeps its place, but cannot have a width: how wide it is, is unknown.
        let plain = verb.width.is_none() && verb.precision.is_none() && !verb.sharp;
        if plain && matches!(verb.letter, 's' | 'v') && argument.ty().is_primitive() {
            return Ok(Part::Hole(argument.clone()));
        }
        return Err(verb.unsupported("it is unknown"));
    }
    if verb.letter != 'v' && argument.is_null() {
        return Err(verb.unsupported("null value cannot be formatted"));
    }
    let converted =
        |to: Type| convert(argument, &to).map_err(|error| verb.unsupported(&error.to_string()));
    let text = match verb.letter {
        'v' => match argument {
            Value::String(text) if !verb.sharp => verb.padded(text.to_string()),
            Value::Number(number) if !verb.sharp => verb.padded(general(number, None, false)),
            other => verb.padded(encoded(other).map_err(|error| verb.unsupported(reason(&error)))?),
        },
        't' => converted(Type::Bool)?.as_bool().unwrap_or_default().to_string(),
        'b' | 'd' | 'o' | 'x' | 'X' => integer(verb, &converted(Type::Number)?)?,
        'e' | 'E' | 'f' | 'g' | 'G' => {
            let number = converted(Type::Number)?;
            float(verb, number.as_number().unwrap_or(&Number::zero()))
        }
        's' | 'q' => {
            let value = converted(Type::String)?;
            let text = value.as_str().unwrap_or_default();
            let text = match verb.precision {
                Some(precision) if precision > 0 => characters(text).take(precision).collect(),
                _ => text.to_string(),
            };
            verb.padded(if verb.letter == 'q' { encoded(&text.into())? } else { text })
        }
        letter => {
            return Err(FunctionError::call(format!(
                "unsupported format verb {letter:?} in {} at offset {}",
                quoted(verb.raw),
                verb.offset
            )));
        }
    };
    Ok(Part::Text(text.into()))
}

#[cfg(test)]
mod tests {
    use crate::functions::testing::answers;

    #[test]
    fn numbers_are_formatted_as_by_go() {
        answers(&[
            (r#"format("%v", 1000000)"#, r#""1e+06""#),
            (r#"format("%v", 123456)"#, r#""123456""#),
            (r#"format("%g", 0.00001)"#, r#""1e-05""#),
            (r#"format("%e", 0)"#, r#""0.000000e+00""#),
            (r#"format("%.0f", 0.5)"#, r#""0""#),
            (r#"format("%.0f", 1.5)"#, r#""2""#),
            (r#"format("%+08.2f", 3.14159)"#, r#""+0003.14""#),
            (r#"format("%-8.2f|", 3.14159)"#, r#""3.14    |""#),
            (r#"format("%#x", 255)"#, r#""0xff""#),
            (r#"format("%08b", 5)"#, r#""00000101""#),
            (r#"format("%d", 1.5)"#, "error"),
            (r#"format("%.3d", 7)"#, r#""007""#),
            (r#"format("%s", 1/3) == tostring(1/3)"#, "true"),
            (r#"format("%f", 1/0)"#, r#""+Inf""#),
            (r#"format("%t", "true")"#, r#""true""#),
        ]);
    }

    #[test]
    fn verbs_name_their_arguments() {
        answers(&[
            (r#"format("%[2]s %[1]s", "a", "b")"#, r#""b a""#),
            (r#"format("%%")"#, r#""%""#),
            (r#"format("%s", "a", "b")"#, "error"),
            (r#"format("%s")"#, "error"),
            (r#"format("%")"#, "error"),
            (r#"format("%[0]s", "a")"#, "error"),
            (r#"format("%y", "a")"#, "error"),
            (r#"format("%5s|%-5s|", "é", "👩‍👩‍👧")"#, r#""    é|👩‍👩‍👧    |""#),
            (r#"format("%q", "<\n")"#, r#""\"\\u003c\\n\"""#),
            (r#"format("%v", [1, null, "x"])"#, r#""[1,null,\"x\"]""#),
            (r#"format("%.2s", "abc")"#, r#""ab""#),
            (r#"format("%s", tostring(null))"#, "error"),
            (r#"format("%s", null)"#, "?"),
            (r#"format("%99999999999999999999d", 1)"#, "error"),
            (r#"format("%[99999999999999999999]d", 1)"#, "error"),
        ]);
    }

    #[test]
    fn a_format_keeps_its_holes() {
        answers(&[
            (r#"format("arn:%s/*", u)"#, "arn:?/*"),
            (r#"format("%5s", u)"#, "?"),
            (r#"format("%d", u)"#, "?"),
            (r#"formatlist("%s-%s", ["a", "b"], u)"#, r#"["?","?"]"#),
            (r#"formatlist("%s", ["a", 1])"#, r#"["a","1"]"#),
            (r#"formatlist("%s%s", ["a"], ["b", "c"])"#, "error"),
            (r#"formatlist("x")"#, r#"["x"]"#),
            (r#"formatlist("%s", [])"#, "[]"),
        ]);
    }
}
