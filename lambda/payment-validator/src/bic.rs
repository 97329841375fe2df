//! Business identifier codes.

use crate::{
    country,
    rule::{Checked, Rule},
};

/// Eight or eleven upper-case characters: party prefix (4 letters or digits), country (2 letters),
/// party suffix (2) and branch (3, optional).
pub fn bic(text: &str) -> Checked<()> {
    let upper = |byte: &u8| byte.is_ascii_uppercase() || byte.is_ascii_digit();
    if !matches!(text.len(), 8 | 11) || !text.as_bytes().iter().all(upper) {
        return Rule::BicFormat.refuse("must be 8 or 11 upper-case letters and digits");
    }
    let country = &text[4..6];
    Rule::BicCountry.require(
        country::is_known(country),
        (),
        "must have an ISO 3166-1 country code (or XK) as its 5th and 6th",
    )
}
