//! Numbers, formatted as Go's `fmt` formats `big.Int` and `big.Float`.

use super::super::FunctionError;
use super::verb::Verb;
use crate::number::Number;
use crate::value::Value;

/// A whole number, as Go's `big.Int` is formatted.
pub fn integer(verb: &Verb, value: &Value) -> Result<String, FunctionError> {
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
pub fn float(verb: &Verb, number: &Number) -> String {
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
pub fn general(number: &Number, precision: Option<usize>, upper: bool) -> String {
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
