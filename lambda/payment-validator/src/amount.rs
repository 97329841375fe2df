//! Amounts: an integer of minor units, positive, at most the currency's limit.

use crate::{
    currency::Currency,
    data::LIMITS,
    rule::{Breach, Rule},
};

/// The largest amount accepted in `currency`, in minor units: about 1,000,000 US dollars' worth, by
/// the rates of `data/limits.toml`.
///
/// ```
/// use payment_validator::{amount, currency};
/// assert_eq!(amount::limit(currency::alpha3("USD").unwrap()), 100_000_000);
/// assert_eq!(amount::limit(currency::alpha3("JPY").unwrap()), 200_000_000);
/// assert_eq!(amount::limit(currency::alpha3("KWD").unwrap()), 300_000_000);
/// ```
pub fn limit(currency: Currency) -> i64 {
    // Every currency has a limit, as a test proves; one without could pay nothing.
    let found = LIMITS.binary_search_by_key(&currency.code(), |(code, _)| code);
    found.ok().and_then(|at| LIMITS.get(at)).map_or(0, |(_, limit)| *limit)
}

/// An amount must be at least 1 minor unit and at most [`limit`].
pub fn minor_units(units: i64, currency: Currency) -> Result<(), Breach> {
    let limit = limit(currency);
    match units {
        ..=0 => Err(Rule::AmountNotPositive.breach("must be at least 1")),
        _ if units > limit => Err(Rule::AmountAboveLimit
            .breach(format!("must be at most {limit} for {}", currency.code()))),
        _ => Ok(()),
    }
}

/// The exponent the sender counts minor units with must be the currency's own, so that 500 yen is
/// never read as 5.00.
pub fn exponent(exponent: i64, currency: Currency) -> Result<(), Breach> {
    let own = currency.exponent();
    match exponent == i64::from(own) {
        true => Ok(()),
        false => Err(Rule::AmountExponent.breach(format!("must be {own} for {}", currency.code()))),
    }
}
