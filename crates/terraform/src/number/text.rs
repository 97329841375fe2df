//! Numbers from text and to text, as Go's `big.ParseFloat` reads and `Text('f', -1)` writes them.

use std::fmt;

use dashu_int::UBig;
use dashu_int::ops::BitTest;

use super::{Form, LARGEST_EXPONENT, Number, NumberError, WRITTEN};

/// More digits than this are not written by people.
const LONGEST: usize = 80_000;

pub(super) fn parse(text: &str) -> Result<Number, NumberError> {
    let (negative, rest) = match text.as_bytes().first() {
        Some(b'-') => (true, &text[1..]),
        Some(b'+') => (false, &text[1..]),
        _ => (false, text),
    };
    if matches!(rest, "Inf" | "inf") {
        return Ok(Number::infinity(negative));
    }
    if rest.len() > LONGEST {
        return Err(NumberError::TooLarge);
    }
    let (digits, exponent, base) = match rest.find(['e', 'E', 'p', 'P']) {
        Some(at) => {
            (&rest[..at], power(&rest[at + 1..])?, rest.as_bytes()[at].to_ascii_lowercase())
        }
        None => (rest, 0, b'e'),
    };
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let all = format!("{whole}{fraction}");
    if all.is_empty() || !all.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(NumberError::NotWritten);
    }
    let magnitude = UBig::from_str_radix(&all, 10).map_err(|_| NumberError::NotWritten)?;
    if magnitude == UBig::ZERO {
        return Ok(Number { precision: WRITTEN, negative, form: Form::Zero });
    }
    let places = fraction.len() as i64;
    let (two, ten) = if base == b'p' { (exponent, -places) } else { (0, exponent - places) };
    if two.abs() > LARGEST_EXPONENT || ten.abs() > LARGEST_EXPONENT / 3 {
        return Err(NumberError::TooLarge);
    }
    let exact = |magnitude: UBig, exponent: i64| Number { negative, ..exact(magnitude, exponent) };
    if ten >= 0 {
        let magnitude = magnitude * UBig::from(10_u8).pow(ten as usize);
        return Number::rounded(negative, magnitude, two, false, WRITTEN).checked();
    }
    exact(magnitude, two).divide(&exact(UBig::from(10_u8).pow(-ten as usize), 0).absolute())
}

/// The value with as many bits as it needs, for a division that rounds once. The quotient has 512
/// again.
fn exact(magnitude: UBig, exponent: i64) -> Number {
    let zeros = magnitude.trailing_zeros().unwrap_or(0);
    let form = Form::Finite { mantissa: magnitude >> zeros, exponent: exponent + zeros as i64 };
    Number { precision: WRITTEN, negative: false, form }
}

/// A signed exponent. One with many digits is too large whatever they are.
fn power(text: &str) -> Result<i64, NumberError> {
    let digits = text.strip_prefix(['+', '-']).unwrap_or(text);
    if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(NumberError::NotWritten);
    }
    text.parse()
        .ok()
        .filter(|power: &i64| power.unsigned_abs() < 1 << 40)
        .ok_or(NumberError::TooLarge)
}

pub(super) fn write(number: &Number, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let sign = if number.negative { "-" } else { "" };
    match &number.form {
        Form::Zero => write!(f, "{sign}0"),
        Form::Infinite => write!(f, "{}Inf", if number.negative { "-" } else { "+" }),
        Form::Finite { mantissa, exponent } => {
            let (digits, point) = shortest(mantissa, *exponent, number.precision);
            write!(f, "{sign}{}", plain(&digits, point))
        }
    }
}

/// With ten digits at most, as Go's `%g` of a float: sets of collections are sorted by it.
pub(super) fn digits(number: &Number, fewest: bool) -> (String, i64) {
    match &number.form {
        Form::Finite { mantissa, exponent } if fewest => {
            shortest(mantissa, *exponent, number.precision)
        }
        Form::Finite { mantissa, exponent } => {
            let (digits, point) = decimal(mantissa, *exponent);
            (String::from_utf8(digits).unwrap_or_default(), point)
        }
        Form::Zero | Form::Infinite => (String::new(), 0),
    }
}

pub(super) fn ten_digits(number: &Number) -> String {
    let Form::Finite { mantissa, exponent } = &number.form else { return number.to_string() };
    let (digits, point) = decimal(mantissa, *exponent);
    let (digits, point) = cut_at(&digits, point, 10, rounds_up(&digits, 10));
    let sign = if number.negative { "-" } else { "" };
    let power = point - 1;
    let text = if !(-4..10).contains(&power) {
        let (first, rest) = digits.split_at(1);
        let dot = if rest.is_empty() { "" } else { "." };
        format!("{first}{dot}{rest}e{}{:02}", if power < 0 { '-' } else { '+' }, power.abs())
    } else {
        plain(&digits, point)
    };
    format!("{sign}{text}")
}

/// The digits with the point after `point` of them.
fn plain(digits: &str, point: i64) -> String {
    if point <= 0 {
        format!("0.{}{digits}", "0".repeat(point.unsigned_abs() as usize))
    } else if point as usize >= digits.len() {
        format!("{digits}{}", "0".repeat(point as usize - digits.len()))
    } else {
        format!("{}.{}", &digits[..point as usize], &digits[point as usize..])
    }
}

/// All digits of `mantissa` · 2^`exponent` without zeros at the end, and how many of them are
/// before the point.
fn decimal(mantissa: &UBig, exponent: i64) -> (Vec<u8>, i64) {
    let (whole, places) = if exponent >= 0 {
        (mantissa.clone() << exponent as usize, 0)
    } else {
        (mantissa * UBig::from(5_u8).pow(exponent.unsigned_abs() as usize), -exponent)
    };
    let mut digits = whole.to_string().into_bytes();
    let point = digits.len() as i64 - places;
    while digits.last() == Some(&b'0') {
        digits.pop();
    }
    (digits, point)
}

/// The fewest digits between the halfway points to the number's neighbours, and where the point is.
fn shortest(mantissa: &UBig, exponent: i64, precision: u32) -> (String, i64) {
    let (digits, point) = decimal(mantissa, exponent);
    // The neighbours of a whole number that the precision holds are not nearer than one.
    if exponent >= 0 && mantissa.bit_len() as i64 + exponent <= i64::from(precision) {
        return (String::from_utf8(digits).unwrap_or_default(), point);
    }
    // The mantissa with one bit more than the precision: that bit is half a unit of the last place.
    let shift = (precision as usize + 1).saturating_sub(mantissa.bit_len());
    let (scaled, scale) = (mantissa.clone() << shift, exponent - shift as i64);
    let inclusive = !scaled.bit(1);
    let (lower, _) = decimal(&(&scaled - UBig::ONE), scale);
    let (upper, _) = decimal(&(&scaled + UBig::ONE), scale);
    let digit = |of: &[u8], at: usize| of.get(at).copied().unwrap_or(b'0');
    for (at, &here) in digits.iter().enumerate() {
        let (low, high) = (digit(&lower, at), digit(&upper, at));
        let down = low != here || inclusive && at + 1 == lower.len();
        let up = here != high && (inclusive || here + 1 < high || at + 1 < upper.len());
        let cut = at + 1;
        if down || up {
            let round_up = if down && up { rounds_up(&digits, cut) } else { up };
            return cut_at(&digits, point, cut, round_up);
        }
    }
    cut_at(&digits, point, digits.len(), false)
}

/// Whether the digits from `cut` on round up, ties to even.
fn rounds_up(digits: &[u8], cut: usize) -> bool {
    match digits.get(cut) {
        None => false,
        Some(b'5') if cut + 1 == digits.len() => cut > 0 && (digits[cut - 1] - b'0') % 2 == 1,
        Some(&digit) => digit >= b'5',
    }
}

fn cut_at(digits: &[u8], point: i64, cut: usize, up: bool) -> (String, i64) {
    let mut kept = digits[..cut.min(digits.len())].to_vec();
    let mut point = point;
    if up && cut < digits.len() {
        while kept.last() == Some(&b'9') {
            kept.pop();
        }
        match kept.last_mut() {
            Some(last) => *last += 1,
            None => {
                kept.push(b'1');
                point += 1;
            }
        }
    }
    while kept.len() > 1 && kept.last() == Some(&b'0') {
        kept.pop();
    }
    (String::from_utf8(kept).unwrap_or_default(), point)
}
