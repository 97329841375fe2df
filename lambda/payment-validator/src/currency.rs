//! Currencies of ISO 4217, from the crate `iso_currency`.

use iso_currency::Currency as Iso4217;

use crate::rule::{Checked, Rule};

/// A currency that payments can be made in: current, and with a minor unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Currency {
    code: &'static str,
    exponent: u32,
}

impl Currency {
    /// The alphabetic code.
    pub fn code(self) -> &'static str {
        self.code
    }

    /// Digits after the decimal point: 0 for JPY, 2 for USD, 3 for KWD, 4 for CLF.
    pub fn exponent(self) -> u32 {
        self.exponent
    }
}

/// Reads an alphabetic code: three upper-case letters of ISO 4217 list one.
pub fn alpha3(text: &str) -> Checked<Currency> {
    let Some(currency) = Iso4217::from_code(text) else {
        return Rule::CurrencyUnknown.refuse("must be an upper-case alphabetic code of ISO 4217");
    };
    if is_withdrawn(currency) {
        return Rule::CurrencyWithdrawn.refuse("must be a current code of ISO 4217");
    }
    let Some(exponent) = currency.exponent() else {
        return Rule::CurrencyNoMinorUnit.refuse("must be a currency with a minor unit");
    };
    Ok(Currency { code: currency.code(), exponent: exponent.into() })
}

/// The crate marks VES as superseded by VED, but list one keeps both (ISO 4217 amendment 170, 2021-10-01).
fn is_withdrawn(currency: Iso4217) -> bool {
    currency.is_superseded().is_some() && currency != Iso4217::VES
}
