//! Scalars: bools, numbers, dates and strings. What a plain scalar means is cty's own table: `yes`,
//! `on` and `y` are bools, `017` is 17, `0o17` 15, a date becomes a string in RFC 3339.

use saphyr_parser::{ScalarStyle, Span, Tag};

use super::super::support::{Outcome, quoted};
use super::super::{date_time, encoding};
use super::error;
use crate::convert::convert;
use crate::number::Number;
use crate::types::Type;
use crate::value::Value;

/// The name of a tag. None: there is none, or one that only says that it is not to be guessed.
pub fn name(tag: Option<&Tag>) -> Option<String> {
    tag.filter(|tag| !(tag.handle == "!" && tag.suffix.is_empty()))
        .map(|tag| format!("{}{}", tag.handle, tag.suffix))
}

/// The value of a scalar that is not a key: one in a block style is a string, though `yes` in it
/// becomes `true` first.
pub fn scalar(source: &str, style: ScalarStyle, tag: Option<&Tag>, place: Span) -> Outcome {
    let value = resolved(source, style, tag, place)?;
    let guessed = style == ScalarStyle::Plain && tag.is_none();
    if guessed || name(tag).is_some() {
        return Ok(value);
    }
    convert(&value, &Type::String).or_else(|reason| error(place, reason))
}

/// The value of a scalar, by its tag, its style and its text.
pub fn resolved(source: &str, style: ScalarStyle, tag: Option<&Tag>, place: Span) -> Outcome {
    let known = |tag: &str| {
        matches!(tag, "str" | "bool" | "int" | "float" | "null" | "timestamp" | "binary")
    };
    let tag = name(tag);
    let tag = match &tag {
        None => "",
        Some(tag) => match tag.strip_prefix("tag:yaml.org,2002:").filter(|tag| known(tag)) {
            Some(tag) => tag,
            None => return error(place, format!("unsupported tag {}", quoted(tag))),
        },
    };
    let cannot = || error(place, format!("cannot parse {} as !!{tag}", quoted(source)));
    let first = source.bytes().next();
    let hinted = first.is_none_or(|byte| b"+-0123456789yYnNtTfFoO~.".contains(&byte));
    let mut number = matches!(tag, "int" | "float");
    if hinted && !matches!(tag, "str" | "binary") {
        if matches!(style, ScalarStyle::SingleQuoted | ScalarStyle::DoubleQuoted) {
            return Ok(source.into());
        }
        if let Some(value) = word(source) {
            return Ok(value);
        }
        if tag.is_empty() && matches!(source, ".nan" | ".NaN" | ".NAN") {
            return error(place, "floating point NaN is not supported");
        }
        match first {
            Some(b'.') => {
                if let Ok(number) = Number::parse(source) {
                    return Ok(number.into());
                }
            }
            Some(b'+' | b'-' | b'0'..=b'9') => {
                if matches!(tag, "" | "timestamp")
                    && let Some(time) = date_time::of_yaml(source)
                {
                    return Ok(time.into());
                }
                number |= is_integer(source) || is_float(source);
            }
            _ => {}
        }
    }
    if number {
        let plain = source.replace('_', "");
        if let Ok(number) = Number::parse(&plain) {
            return Ok(number.into());
        }
        return prefixed(&plain).map_or_else(cannot, |number| Ok(number.into()));
    }
    match tag {
        "binary" if encoding::decoded(source).is_none() => cannot(),
        "bool" => match word(source) {
            Some(Value::Bool(value)) => Ok(value.into()),
            _ => cannot(),
        },
        "timestamp" => date_time::of_yaml(source).map_or_else(cannot, |time| Ok(time.into())),
        "null" => Ok(Value::NULL),
        _ => Ok(source.into()),
    }
}

/// The words that are bools, null or infinite.
fn word(source: &str) -> Option<Value> {
    Some(match source {
        "y" | "Y" | "yes" | "Yes" | "YES" | "true" | "True" | "TRUE" | "on" | "On" | "ON" => {
            true.into()
        }
        "n" | "N" | "no" | "No" | "NO" | "false" | "False" | "FALSE" | "off" | "Off" | "OFF" => {
            false.into()
        }
        "" | "~" | "null" | "Null" | "NULL" => Value::NULL,
        ".inf" | ".Inf" | ".INF" | "+.inf" | "+.Inf" | "+.INF" => Number::infinity(false).into(),
        "-.inf" | "-.Inf" | "-.INF" => Number::infinity(true).into(),
        _ => return None,
    })
}

fn digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

fn is_integer(source: &str) -> bool {
    let octal =
        |rest: &str| !rest.is_empty() && rest.bytes().all(|byte| matches!(byte, b'0'..=b'7'));
    let hexadecimal =
        |rest: &str| !rest.is_empty() && rest.bytes().all(|byte| byte.is_ascii_hexdigit());
    digits(source.strip_prefix(['+', '-']).unwrap_or(source))
        || source.strip_prefix("0o").is_some_and(octal)
        || source.strip_prefix("0x").is_some_and(hexadecimal)
}

fn is_float(source: &str) -> bool {
    let plain = source.strip_prefix(['+', '-']).unwrap_or(source);
    let (mantissa, exponent) = plain
        .split_once(['e', 'E'])
        .map_or((plain, None), |(mantissa, exponent)| (mantissa, Some(exponent)));
    let (whole, fraction) = mantissa
        .split_once('.')
        .map_or((mantissa, None), |(whole, fraction)| (whole, Some(fraction)));
    let optional = |text: &str| text.is_empty() || digits(text);
    let mantissa = match fraction {
        _ if digits(whole) => fraction.is_none_or(optional),
        Some(fraction) => whole.is_empty() && digits(fraction),
        None => false,
    };
    mantissa
        && exponent
            .is_none_or(|exponent| digits(exponent.strip_prefix(['+', '-']).unwrap_or(exponent)))
}

/// A number of 64 bits as Go's `strconv.ParseInt` reads it with base 0.
fn prefixed(text: &str) -> Option<Number> {
    let (negative, rest) = match text.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, text.strip_prefix('+').unwrap_or(text)),
    };
    let lower = rest.to_ascii_lowercase();
    let (digits, base) = [("0x", 16), ("0o", 8), ("0b", 2), ("0", 8)]
        .iter()
        .find_map(|(prefix, base)| Some((lower.strip_prefix(prefix)?, *base)))
        .unwrap_or((&lower, 10));
    let value = i128::from(u64::from_str_radix(digits, base).ok()?);
    let value = if negative { -value } else { value };
    (value >= i64::MIN.into()).then(|| Number::integer(value.into()))
}
