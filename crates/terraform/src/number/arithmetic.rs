//! Sum, difference, product, quotient and remainder, rounded as Go's `big.Float` rounds and as cty
//! uses it.

use dashu_int::ops::{BitTest, DivRem};
use dashu_int::{IBig, Sign, UBig};

use super::{Form, Number, NumberError, WRITTEN};

impl Number {
    /// The sum.
    ///
    /// # Errors
    /// Two infinities of different signs, or a result too large.
    pub fn add(&self, other: &Self) -> Result<Self, NumberError> {
        let precision = self.precision.max(other.precision);
        match (&self.form, &other.form) {
            (Form::Infinite, Form::Infinite) if self.negative != other.negative => {
                Err(NumberError::NotANumber)
            }
            (Form::Infinite, _) => Ok(Number { precision, ..self.clone() }),
            (_, Form::Infinite) => Ok(Number { precision, ..other.clone() }),
            (Form::Zero, Form::Zero) => Ok(Number {
                precision,
                negative: self.negative && other.negative,
                form: Form::Zero,
            }),
            (Form::Zero, Form::Finite { mantissa, exponent }) => {
                Ok(Number::rounded(other.negative, mantissa.clone(), *exponent, false, precision))
            }
            (Form::Finite { mantissa, exponent }, Form::Zero) => {
                Ok(Number::rounded(self.negative, mantissa.clone(), *exponent, false, precision))
            }
            (
                Form::Finite { mantissa: a, exponent: ea },
                Form::Finite { mantissa: b, exponent: eb },
            ) => {
                let low = (*ea).min(*eb);
                let shift = |mantissa: &UBig, exponent: i64| -> Result<UBig, NumberError> {
                    Ok(mantissa.clone()
                        << usize::try_from(exponent - low).map_err(|_| NumberError::TooLarge)?)
                };
                let signed = |negative: bool, magnitude: UBig| {
                    IBig::from_parts(
                        if negative { Sign::Negative } else { Sign::Positive },
                        magnitude,
                    )
                };
                let sum =
                    signed(self.negative, shift(a, *ea)?) + signed(other.negative, shift(b, *eb)?);
                let (sign, magnitude) = sum.into_parts();
                Number::rounded(sign == Sign::Negative, magnitude, low, false, precision).checked()
            }
        }
    }

    /// The difference.
    ///
    /// # Errors
    /// Two infinities of one sign, or a result too large.
    pub fn subtract(&self, other: &Self) -> Result<Self, NumberError> {
        self.add(&other.negated())
    }

    /// The product: rounded at 512 bits, however few the factors have.
    ///
    /// # Errors
    /// Zero times an infinity, or a result too large.
    pub fn multiply(&self, other: &Self) -> Result<Self, NumberError> {
        let negative = self.negative != other.negative;
        let precision = self.precision.max(other.precision);
        match (&self.form, &other.form) {
            (Form::Infinite, Form::Zero) | (Form::Zero, Form::Infinite) => {
                Err(NumberError::NotANumber)
            }
            (Form::Infinite, _) | (_, Form::Infinite) => {
                Ok(Number { precision, negative, form: Form::Infinite })
            }
            (Form::Zero, _) | (_, Form::Zero) => {
                Ok(Number { precision, negative, form: Form::Zero })
            }
            (
                Form::Finite { mantissa: a, exponent: ea },
                Form::Finite { mantissa: b, exponent: eb },
            ) => {
                let mut product = Number::rounded(negative, a * b, ea + eb, false, WRITTEN);
                if let Form::Finite { mantissa, .. } = &product.form {
                    product.precision =
                        precision.max(u32::try_from(mantissa.bit_len()).unwrap_or(WRITTEN));
                }
                product.checked()
            }
        }
    }

    /// The quotient; by zero an infinity.
    ///
    /// # Errors
    /// `0 / 0`, an infinity by an infinity, or a result too large.
    pub fn divide(&self, other: &Self) -> Result<Self, NumberError> {
        let negative = self.negative != other.negative;
        let precision = self.precision.max(other.precision);
        match (&self.form, &other.form) {
            (Form::Infinite, Form::Infinite) | (Form::Zero, Form::Zero) => {
                Err(NumberError::NotANumber)
            }
            (Form::Infinite, _) | (_, Form::Zero) => {
                Ok(Number { precision, negative, form: Form::Infinite })
            }
            (Form::Zero, _) | (_, Form::Infinite) => {
                Ok(Number { precision, negative, form: Form::Zero })
            }
            (
                Form::Finite { mantissa: a, exponent: ea },
                Form::Finite { mantissa: b, exponent: eb },
            ) => {
                // Enough bits for the quotient to have two more than are kept; what is left over
                // only breaks ties.
                let shift = (precision as usize + 2 + b.bit_len()).saturating_sub(a.bit_len());
                let (quotient, rest) = (a.clone() << shift).div_rem(b);
                let exponent = ea - eb - shift as i64;
                Number::rounded(negative, quotient, exponent, rest != UBig::ZERO, precision)
                    .checked()
            }
        }
    }

    /// What a division leaves: `a - b * trunc(a / b)`; `a` where `b` is zero.
    ///
    /// # Errors
    /// Of an infinity, or by one; or a result too large.
    pub fn remainder(&self, other: &Self) -> Result<Self, NumberError> {
        if other.is_zero() {
            return Ok(self.clone());
        }
        if self.is_infinite() || other.is_infinite() {
            return Err(NumberError::NotANumber);
        }
        let whole = self.divide(other)?.truncated().ok_or(NumberError::NotANumber)?;
        let (sign, magnitude) = whole.into_parts();
        let at = |number: Number| Number { precision: self.precision, ..number };
        let whole = Number::rounded(sign == Sign::Negative, magnitude, 0, false, self.precision);
        let (
            Form::Finite { mantissa: a, exponent: ea },
            Form::Finite { mantissa: b, exponent: eb },
        ) = (&whole.form, &other.form)
        else {
            return Ok(at(self.clone()));
        };
        let product = Number::rounded(
            whole.negative != other.negative,
            a * b,
            ea + eb,
            false,
            self.precision,
        );
        self.subtract(&product).map(at)
    }
}
