//! `format` and `formatlist`.
//!
//! Verbs stand as `%`, flags, width, `.` precision, `[argument]`, letter. Width and precision of
//! texts count grapheme clusters; those of numbers are Go's own (`fmt` with `big.Int` and
//! `big.Float`).
//!
//! Source: cty's `stdlib/format.go` and `format_fsm.rl` 1.16.

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

pub(super) const FUNCTIONS: &[Function] = &[
    Function::new("format", &[string("format")], STRING, format)
        .variadic(any("args").allow_null().allow_unknown()),
    Function::new("formatlist", &[string("format")], STRINGS, formatlist)
        .variadic(any("args").allow_null().allow_unknown()),
];

/// A width or precision beyond this is an error, as it is one of Go's own formatting.
const WIDEST: usize = 1_000_000;

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

/// One verb of a format string.
struct Verb<'f> {
    /// From `%` to the letter.
    raw: &'f str,
    /// Where it begins, in bytes.
    offset: usize,
    letter: char,
    zero: bool,
    sharp: bool,
    plus: bool,
    minus: bool,
    space: bool,
    width: Option<usize>,
    precision: Option<usize>,
}

impl Verb<'_> {
    fn unsupported(&self, why: &str) -> FunctionError {
        FunctionError::call(format!(
            "unsupported value for {} at {}: {why}",
            quoted(self.raw),
            self.offset
        ))
    }

    /// Filled up to the width, with zeros even after the text's own sign.
    fn padded(&self, text: String) -> String {
        let missing = self.width.unwrap_or(0).saturating_sub(characters(&text).count());
        let padding = if self.zero { "0" } else { " " }.repeat(missing);
        if self.minus { text + &padding } else { padding + &text }
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

/// Reads the verb at the beginning of `text`: it, the argument that it names, and what is after it.
fn read<'f>(
    format: &str,
    offset: usize,
    text: &'f str,
) -> Result<(Verb<'f>, Option<usize>, &'f str), FunctionError> {
    let mut rest = &text[1..];
    let mut verb = Verb {
        raw: text,
        offset,
        letter: ' ',
        zero: false,
        sharp: false,
        plus: false,
        minus: false,
        space: false,
        width: None,
        precision: None,
    };
    while let Some(flag) = rest.chars().next().filter(|c| " #+-0".contains(*c)) {
        match flag {
            ' ' => verb.space = true,
            '#' => verb.sharp = true,
            '+' => verb.plus = true,
            '-' => verb.minus = true,
            _ => verb.zero = true,
        }
        rest = &rest[1..];
    }
    fn number<'f>(rest: &mut &'f str) -> &'f str {
        let (digits, after) =
            rest.split_at(rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len()));
        *rest = after;
        digits
    }
    let size = |digits: &str| match digits.parse::<usize>() {
        Ok(size) if size <= WIDEST => Ok(size),
        _ if digits.is_empty() => Ok(0),
        _ => Err(FunctionError::call(format!(
            "a width or precision of {digits} is more than the {WIDEST} that are evaluated here"
        ))),
    };
    let width = number(&mut rest);
    if !width.is_empty() {
        verb.width = Some(size(width)?);
    }
    if let Some(after) = rest.strip_prefix('.') {
        rest = after;
        verb.precision = Some(size(number(&mut rest))?);
    }
    let mut argument = None;
    let unrecognized = |rest: &str| match rest.chars().next() {
        Some(c) => FunctionError::call(format!(
            "unrecognized format character {c:?} at offset {}",
            format.len() - rest.len()
        )),
        None => FunctionError::call(format!(
            "invalid format string starting at offset {}",
            format.len()
        )),
    };
    if let Some(after) = rest.strip_prefix('[') {
        rest = after;
        let digits = number(&mut rest);
        if digits.is_empty() || digits.starts_with('0') {
            return Err(unrecognized(rest));
        }
        argument = Some(size(digits)?);
        rest = rest.strip_prefix(']').ok_or_else(|| unrecognized(rest))?;
    }
    match rest.chars().next() {
        Some(letter) if letter.is_ascii_alphabetic() => {
            verb.letter = letter;
            rest = &rest[1..];
            verb.raw = &text[..text.len() - rest.len()];
            Ok((verb, argument, rest))
        }
        _ => Err(unrecognized(rest)),
    }
}

/// The text of `argument` as the verb says.
fn filled(verb: &Verb, argument: &Value) -> Result<Part, FunctionError> {
    if !argument.is_wholly_known() {
        // A hole keeps its place, but not a width: of what is unknown nobody knows how wide it is.
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

/// A whole number, as Go's `big.Int` is formatted.
fn integer(verb: &Verb, value: &Value) -> Result<String, FunctionError> {
    let number = value.as_number().filter(|number| number.is_integer()).and_then(Number::truncated);
    let (sign, magnitude) =
        number.ok_or_else(|| verb.unsupported("an integer is required"))?.into_parts();
    let (base, prefix) = match verb.letter {
        'b' => (2, "0b"),
        'o' => (8, "0"),
        'x' => (16, "0x"),
        'X' => (16, "0X"),
        _ => (10, ""),
    };
    let mut digits = magnitude.in_radix(base).to_string();
    if verb.letter == 'X' {
        digits.make_ascii_uppercase();
    }
    let sign = match sign {
        dashu_int::Sign::Negative => "-",
        _ if verb.plus => "+",
        _ if verb.space => " ",
        _ => "",
    };
    let prefix = if verb.sharp { prefix } else { "" };
    let mut zeros = 0;
    if let Some(precision) = verb.precision {
        if precision == 0 && digits == "0" {
            return Ok(String::new());
        }
        zeros = precision.saturating_sub(digits.len());
    }
    let missing =
        verb.width.unwrap_or(0).saturating_sub(sign.len() + prefix.len() + zeros + digits.len());
    let (mut left, mut right) = (0, 0);
    if verb.minus {
        right = missing;
    } else if verb.zero && verb.precision.is_none() {
        zeros += missing;
    } else {
        left = missing;
    }
    Ok(format!(
        "{}{sign}{prefix}{}{digits}{}",
        " ".repeat(left),
        "0".repeat(zeros),
        " ".repeat(right)
    ))
}

/// A number with a fraction, as Go's `big.Float` is formatted.
fn float(verb: &Verb, number: &Number) -> String {
    let upper = verb.letter.is_ascii_uppercase();
    let text = if number.is_infinite() {
        "Inf".to_string()
    } else {
        match verb.letter {
            'f' => {
                let precision = verb.precision.unwrap_or(6);
                let (digits, point) = number.to_digits(false);
                let (digits, point) = cut(&digits, point, point + precision as i64);
                plain(&digits, point, precision)
            }
            'e' | 'E' => {
                let precision = verb.precision.unwrap_or(6);
                let (digits, point) = number.to_digits(false);
                let (digits, point) = cut(&digits, point, 1 + precision as i64);
                scientific(&digits, point, precision, upper)
            }
            _ => general(&number.absolute(), verb.precision, upper),
        }
    };
    let sign = match number.is_negative() {
        true => "-",
        false if number.is_infinite() && !verb.space => "+",
        false if number.is_infinite() => " ",
        false if verb.plus => "+",
        false if verb.space => " ",
        false => "",
    };
    let missing = verb.width.unwrap_or(0).saturating_sub(sign.len() + text.len());
    if verb.zero && !verb.minus && !number.is_infinite() {
        format!("{sign}{}{text}", "0".repeat(missing))
    } else if verb.minus {
        format!("{sign}{text}{}", " ".repeat(missing))
    } else {
        format!("{}{sign}{text}", " ".repeat(missing))
    }
}

/// `%g`: with a power of ten where the number is very large or small; without a precision by the
/// fewest digits, where a million is large.
fn general(number: &Number, precision: Option<usize>, upper: bool) -> String {
    if number.is_infinite() {
        return if number.is_negative() { "-Inf" } else { "+Inf" }.to_string();
    }
    let sign = if number.is_negative() { "-" } else { "" };
    let (digits, point) = number.to_digits(precision.is_none());
    let (digits, point, precision, limit) = match precision {
        None => {
            let count = digits.len();
            (digits, point, count, 6)
        }
        Some(precision) => {
            let precision = precision.max(1);
            let (digits, point) = cut(&digits, point, precision as i64);
            let enough = precision > digits.len() && digits.len() as i64 >= point;
            let limit = if enough { digits.len() } else { precision };
            (digits, point, precision, limit as i64)
        }
    };
    let text = if point - 1 < -4 || point > limit {
        scientific(&digits, point, precision.min(digits.len()).saturating_sub(1), upper)
    } else {
        let precision = if precision as i64 > point { digits.len() } else { precision };
        plain(&digits, point, (precision as i64 - point).max(0) as usize)
    };
    format!("{sign}{text}")
}

/// The first `count` digits, rounded to even.
fn cut(digits: &str, point: i64, count: i64) -> (String, i64) {
    let Some(count) = usize::try_from(count).ok().filter(|&count| count < digits.len()) else {
        return (digits.to_string(), point);
    };
    let bytes = digits.as_bytes();
    let up = match bytes[count] {
        b'5' if count + 1 == digits.len() => count > 0 && (bytes[count - 1] - b'0') % 2 == 1,
        digit => digit >= b'5',
    };
    let kept = &digits[..count];
    if !up {
        let kept = kept.trim_end_matches('0');
        return (kept.to_string(), if kept.is_empty() { 0 } else { point });
    }
    let kept = kept.trim_end_matches('9');
    match kept.chars().last() {
        Some(last) => {
            let next = char::from(last as u8 + 1);
            (format!("{}{next}", &kept[..kept.len() - 1]), point)
        }
        None => ("1".to_string(), point + 1),
    }
}

/// `digits` with `precision` of them after the point.
fn plain(digits: &str, point: i64, precision: usize) -> String {
    let digit = |at: i64| {
        usize::try_from(at)
            .ok()
            .and_then(|at| digits.as_bytes().get(at))
            .map_or('0', |&digit| char::from(digit))
    };
    let mut text: String =
        if point > 0 { (0..point).map(digit).collect() } else { "0".to_string() };
    if precision > 0 {
        text.push('.');
        text.extend((0..precision as i64).map(|at| digit(point + at)));
    }
    text
}

/// `digits` with one before the point, `precision` after it and a power of ten.
fn scientific(digits: &str, point: i64, precision: usize, upper: bool) -> String {
    let (first, rest) = digits.split_at_checked(1).unwrap_or(("0", ""));
    let rest: String = rest.chars().chain(std::iter::repeat('0')).take(precision).collect();
    let power = if digits.is_empty() { 0 } else { point - 1 };
    let dot = if precision > 0 { "." } else { "" };
    let letter = if upper { 'E' } else { 'e' };
    format!("{first}{dot}{rest}{letter}{}{:02}", if power < 0 { '-' } else { '+' }, power.abs())
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
