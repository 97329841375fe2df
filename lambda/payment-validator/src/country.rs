//! Countries of ISO 3166-1, from the crate `rust_iso3166`.

use crate::rule::{Checked, Rule};

/// An officially assigned alpha-2 code, in upper case.
pub fn alpha2(text: &str) -> Checked<()> {
    Rule::CountryUnknown.require(is_assigned(text), (), "must be an upper-case alpha-2 code of ISO 3166-1")
}

/// Whether `text` is officially assigned.
pub(crate) fn is_assigned(text: &str) -> bool {
    rust_iso3166::from_alpha2(text).is_some_and(|country| country.alpha2 == text)
}
