//! Countries of ISO 3166-1, from the crate `rust_iso3166`, and Kosovo.

use crate::rule::{Checked, Rule};

/// Kosovo's user-assigned code. The IBAN registry and BICs have it, so a payer with such an account
/// has it too, and no other.
const KOSOVO: &str = "XK";

/// An officially assigned alpha-2 code, in upper case, or XK.
pub fn alpha2(text: &str) -> Checked<()> {
    Rule::CountryUnknown.require(
        is_known(text),
        (),
        "must be an upper-case alpha-2 code of ISO 3166-1, or XK",
    )
}

/// Whether `text` is officially assigned, or Kosovo's.
pub(crate) fn is_known(text: &str) -> bool {
    text == KOSOVO || rust_iso3166::from_alpha2(text).is_some_and(|country| country.alpha2 == text)
}
