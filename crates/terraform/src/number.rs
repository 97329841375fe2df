//! [`Number`]: a number as Terraform has it, a binary float with a mantissa of up to 512 bits.
//!
//! Each number carries its precision, as a `big.Float` of Go does: a number that is written has 512
//! bits, one that counts something (a length, an index) 64, one from a function of `f64` 53.
//! Results are rounded to nearest, ties to even, at the larger precision of the operands, so that
//! `1 / 3` has 155 digits and `length(a) / length(b)` has 20.

use std::fmt;

use dashu_int::ops::BitTest;
use dashu_int::{IBig, Sign, UBig};

mod arithmetic;
mod order;
mod text;

/// The precision of a number that is written, in bits.
pub const WRITTEN: u32 = 512;
/// Beyond this power of two a number is refused: it would have nearly 40,000 digits.
const LARGEST_EXPONENT: i64 = 1 << 17;

/// A number of Terraform's language: finite, or an infinity (`1 / 0`), with a sign even at zero.
#[derive(Clone)]
pub struct Number {
    precision: u32,
    negative: bool,
    form: Form,
}

#[derive(Clone)]
enum Form {
    Zero,
    /// `mantissa` · 2^`exponent`, the mantissa odd.
    Finite {
        mantissa: UBig,
        exponent: i64,
    },
    Infinite,
}

/// Why there is no result.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NumberError {
    /// `0 / 0`, or the difference of two infinities.
    #[error("the result is not a number")]
    NotANumber,
    /// A number that would have tens of thousands of digits.
    #[error("the number is too large: numbers have up to 39,000 digits here")]
    TooLarge,
    /// A text that is no number.
    #[error("a number is required")]
    NotWritten,
}

impl Number {
    /// Zero, as it is written.
    pub const fn zero() -> Self {
        Number { precision: WRITTEN, negative: false, form: Form::Zero }
    }

    /// An infinity.
    pub const fn infinity(negative: bool) -> Self {
        Number { precision: WRITTEN, negative, form: Form::Infinite }
    }

    /// An integer as Go's `SetInt` takes it: exact, with at least 64 bits.
    pub fn integer(value: IBig) -> Self {
        let (sign, magnitude) = value.into_parts();
        let precision = u32::try_from(magnitude.bit_len()).unwrap_or(u32::MAX).max(64);
        Number::rounded(sign == Sign::Negative, magnitude, 0, false, precision)
    }

    /// A binary64 as Go's `SetFloat64` takes it, with 53 bits. None: not a number.
    pub fn float(value: f64) -> Option<Self> {
        if value.is_nan() {
            return None;
        }
        let negative = value.is_sign_negative();
        if value.is_infinite() {
            return Some(Number { precision: 53, negative, form: Form::Infinite });
        }
        let bits = value.to_bits();
        let (power, fraction) = ((bits >> 52 & 0x7ff) as i64, bits & ((1 << 52) - 1));
        let (mantissa, exponent) =
            if power == 0 { (fraction, -1074) } else { (fraction | 1 << 52, power - 1075) };
        Some(Number::rounded(negative, UBig::from(mantissa), exponent, false, 53))
    }

    /// The number that `text` writes, with 512 bits: `1`, `-2.50`, `.5`, `1e-3`, `Inf`.
    ///
    /// # Errors
    /// The text is no number, or one too large.
    pub fn parse(text: &str) -> Result<Self, NumberError> {
        text::parse(text)
    }

    /// Its decimal digits without zeros at either end and how many of them are before the point,
    /// all of them or the fewest that tell it from other numbers. Of zero and of an infinity none.
    pub(crate) fn to_digits(&self, fewest: bool) -> (String, i64) {
        text::digits(self, fewest)
    }

    /// With ten significant digits, as Go prints a float by default: `1e+10`, `0.3333333333`.
    pub(crate) fn to_ten_digits(&self) -> String {
        text::ten_digits(self)
    }

    /// `magnitude` · 2^`exponent` at `precision` bits; `sticky`: a little more than that.
    fn rounded(
        negative: bool,
        magnitude: UBig,
        exponent: i64,
        sticky: bool,
        precision: u32,
    ) -> Self {
        let bits = magnitude.bit_len();
        if bits == 0 {
            return Number { precision, negative, form: Form::Zero };
        }
        let excess = bits.saturating_sub(precision as usize);
        let (mut mantissa, mut exponent) = (magnitude, exponent);
        if excess > 0 {
            let half = mantissa.bit(excess - 1);
            let below = sticky || mantissa.trailing_zeros().is_some_and(|zeros| zeros < excess - 1);
            mantissa >>= excess;
            exponent += excess as i64;
            if half && (below || mantissa.bit(0)) {
                mantissa += UBig::ONE;
            }
        }
        let zeros = mantissa.trailing_zeros().unwrap_or(0);
        Number {
            precision,
            negative,
            form: Form::Finite { mantissa: mantissa >> zeros, exponent: exponent + zeros as i64 },
        }
    }

    fn checked(self) -> Result<Self, NumberError> {
        match &self.form {
            Form::Finite { exponent, .. } if exponent.abs() > LARGEST_EXPONENT => {
                Err(NumberError::TooLarge)
            }
            _ => Ok(self),
        }
    }

    /// Its precision in bits.
    pub fn precision(&self) -> u32 {
        self.precision
    }

    /// Below zero, or -0.
    pub fn is_negative(&self) -> bool {
        self.negative
    }

    /// Zero of either sign.
    pub fn is_zero(&self) -> bool {
        matches!(self.form, Form::Zero)
    }

    /// An infinity of either sign.
    pub fn is_infinite(&self) -> bool {
        matches!(self.form, Form::Infinite)
    }

    /// A whole number (an infinity is none).
    pub fn is_integer(&self) -> bool {
        match &self.form {
            Form::Zero => true,
            Form::Finite { exponent, .. } => *exponent >= 0,
            Form::Infinite => false,
        }
    }

    /// The whole part, cut towards zero; None for an infinity.
    pub fn truncated(&self) -> Option<IBig> {
        let magnitude = match &self.form {
            Form::Zero => UBig::ZERO,
            Form::Finite { mantissa, exponent } if *exponent >= 0 => {
                mantissa.clone() << usize::try_from(*exponent).ok()?
            }
            Form::Finite { mantissa, exponent } => {
                mantissa.clone() >> usize::try_from(-exponent).ok()?
            }
            Form::Infinite => return None,
        };
        Some(IBig::from_parts(
            if self.negative { Sign::Negative } else { Sign::Positive },
            magnitude,
        ))
    }

    /// The whole number that it is; None where it is none or does not fit.
    pub fn as_i64(&self) -> Option<i64> {
        if !self.is_integer() {
            return None;
        }
        i64::try_from(self.truncated()?).ok()
    }

    /// The whole number that it is; None where it is none or does not fit.
    pub fn as_usize(&self) -> Option<usize> {
        self.as_i64().and_then(|value| usize::try_from(value).ok())
    }

    /// The nearest binary64, ties to even.
    pub fn to_f64(&self) -> f64 {
        let sign = if self.negative { -1.0 } else { 1.0 };
        match &self.form {
            Form::Zero => 0.0 * sign,
            Form::Infinite => f64::INFINITY * sign,
            Form::Finite { mantissa, exponent } => {
                let top = mantissa.bit_len() as i64 + exponent;
                // The last bit that a binary64 of this size has; below 2^-1022 the bits are fewer.
                let precision = (top + 1074).clamp(0, 53);
                if precision == 0 {
                    let more_than_half = top == -1074 && mantissa != &UBig::ONE;
                    return if more_than_half { f64::from_bits(1) * sign } else { 0.0 * sign };
                }
                let near =
                    Number::rounded(false, mantissa.clone(), *exponent, false, precision as u32);
                let Form::Finite { mantissa, exponent } = near.form else { return 0.0 * sign };
                let whole = u64::try_from(mantissa).unwrap_or(u64::MAX) as f64;
                sign * scaled(whole, exponent)
            }
        }
    }

    /// The same value with the other sign.
    #[must_use]
    pub fn negated(&self) -> Self {
        Number { negative: !self.negative, ..self.clone() }
    }

    /// The value without its sign.
    #[must_use]
    pub fn absolute(&self) -> Self {
        Number { negative: false, ..self.clone() }
    }
}

/// `whole` · 2^`exponent`, exact where the result is a binary64.
fn scaled(whole: f64, exponent: i64) -> f64 {
    let (mut value, mut exponent) = (whole, exponent);
    while exponent > 0 && value.is_finite() {
        let step = exponent.min(1000);
        value *= 2f64.powi(step as i32);
        exponent -= step;
    }
    while exponent < 0 && value != 0.0 {
        // In steps that stay normal until the last, which is exact: the bits were cut before.
        let step = (-exponent).min(if value.abs() >= 2f64.powi(-20) { 1000 } else { 1022 });
        value *= 2f64.powi(-(step as i32));
        exponent += step;
    }
    value
}

impl From<i64> for Number {
    fn from(value: i64) -> Self {
        Number::integer(IBig::from(value))
    }
}

impl From<i32> for Number {
    fn from(value: i32) -> Self {
        Number::integer(IBig::from(value))
    }
}

impl From<usize> for Number {
    fn from(value: usize) -> Self {
        Number::integer(IBig::from(value))
    }
}

/// In full, by the fewest digits that tell it from its neighbours, as Terraform prints numbers.
impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        text::write(self, f)
    }
}

impl fmt::Debug for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

#[cfg(test)]
mod tests;
