//! References to cards that a tokenisation service keeps.

use crate::{
    identifiers,
    rule::{Checked, Rule},
};

/// `tok_` and 20 to 60 letters or digits, at least one of them a letter, without a card number
/// among them.
pub fn token(text: &str) -> Checked<()> {
    let holds = text.strip_prefix("tok_").is_some_and(|rest| {
        (20..=60).contains(&rest.len())
            && rest.bytes().all(|byte| byte.is_ascii_alphanumeric())
            && rest.bytes().any(|byte| byte.is_ascii_alphabetic())
    });
    Rule::CardToken.require(
        holds,
        (),
        "must be tok_ and 20 to 60 ASCII letters or digits, at least one a letter",
    )?;
    identifiers::without_card_number(text)
}
