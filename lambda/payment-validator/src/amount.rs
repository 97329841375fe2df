//! Amounts: an integer of minor units, positive, at most the currency's limit.

use crate::{
    currency::Currency,
    rule::{Breach, Rule},
};

/// Largest amount of any currency: ISO 8583-1:2003 data element 4 holds 12 digits of minor units.
const MAX_MINOR_UNITS: i64 = 999_999_999_999;

/// Limit in major units for a currency that [`LIMITS`] does not name.
const DEFAULT_LIMIT: i64 = 1_000_000;

/// Limits in major units, set by this product: a round figure near 1,000,000 US dollars where the unit is worth far
/// more or less than one dollar. As of 2026-11-22.
const LIMITS: &[(&str, i64)] = &[
    ("BHD", 400_000),
    ("CLP", 1_000_000_000),
    ("COP", 4_000_000_000),
    ("CZK", 25_000_000),
    ("HUF", 400_000_000),
    ("IDR", 9_999_999_999),
    ("INR", 90_000_000),
    ("ISK", 150_000_000),
    ("JPY", 150_000_000),
    ("KRW", 1_500_000_000),
    ("KWD", 300_000),
    ("MXN", 20_000_000),
    ("OMR", 400_000),
    ("PHP", 60_000_000),
    ("PYG", 8_000_000_000),
    ("THB", 40_000_000),
    ("TRY", 40_000_000),
    ("TWD", 30_000_000),
    ("UGX", 4_000_000_000),
    ("VND", 25_000_000_000),
    ("ZAR", 20_000_000),
];

/// The largest amount accepted in `currency`, in minor units.
///
/// ```
/// use payment_validator::{amount, currency};
/// assert_eq!(amount::limit(currency::alpha3("USD").unwrap()), 100_000_000);
/// assert_eq!(amount::limit(currency::alpha3("JPY").unwrap()), 150_000_000);
/// assert_eq!(amount::limit(currency::alpha3("KWD").unwrap()), 300_000_000);
/// ```
pub fn limit(currency: Currency) -> i64 {
    let major = LIMITS.iter().find(|(code, _)| *code == currency.code()).map_or(DEFAULT_LIMIT, |(_, limit)| *limit);
    major.saturating_mul(10_i64.saturating_pow(currency.exponent())).min(MAX_MINOR_UNITS)
}

/// An amount must be at least 1 minor unit and at most [`limit`].
pub fn minor_units(units: i64, currency: Currency) -> Result<(), Breach> {
    let limit = limit(currency);
    match units {
        ..=0 => Err(Rule::AmountNotPositive.breach("must be at least 1")),
        _ if units > limit => {
            Err(Rule::AmountAboveLimit.breach(format!("must be at most {limit} for {}", currency.code())))
        }
        _ => Ok(()),
    }
}

/// The exponent the sender counts minor units with must be the currency's own, so that 500 yen is never read as 5.00.
pub fn exponent(exponent: i64, currency: Currency) -> Result<(), Breach> {
    let own = currency.exponent();
    match exponent == i64::from(own) {
        true => Ok(()),
        false => Err(Rule::AmountExponent.breach(format!("must be {own} for {}", currency.code()))),
    }
}
