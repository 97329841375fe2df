//! Currencies of ISO 4217: list one from the crate `iso_currency`, list three from
//! `data/currencies.toml`.

use iso_currency::Currency as Iso4217;

use crate::{
    data::WITHDRAWN,
    rule::{Checked, Rule},
};

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
    if let Some(successor) = successor(text) {
        return Rule::CurrencyWithdrawn.refuse(match successor {
            "" => "must be a current code of ISO 4217; this one has no successor".to_owned(),
            _ => format!("must be a current code of ISO 4217; the successor is {successor}"),
        });
    }
    let Some(currency) = Iso4217::from_code(text) else {
        return Rule::CurrencyUnknown.refuse("must be an upper-case alphabetic code of ISO 4217");
    };
    let Some(exponent) = currency.exponent() else {
        return Rule::CurrencyNoMinorUnit.refuse("must be a currency with a minor unit");
    };
    Ok(Currency { code: currency.code(), exponent: exponent.into() })
}

/// What took the place of a code of list three; `None` for any other code.
///
/// The crate's own `is_superseded` is not asked: it knows five of the list, and takes VES for one,
/// which list one keeps beside VED (amendment 170 of 2021).
fn successor(text: &str) -> Option<&'static str> {
    let at = WITHDRAWN.binary_search_by_key(&text, |(code, _)| code).ok()?;
    WITHDRAWN.get(at).map(|(_, successor)| *successor)
}
