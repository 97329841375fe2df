//! Identifiers that the sender chooses.

use crate::{
    card_search,
    rule::{Checked, Rule},
};

/// A UUID in its text form of 8-4-4-4-12 hexadecimal digits: the only value of a request that
/// answers and logs repeat.
pub fn request_id(text: &str) -> Checked<String> {
    Rule::RequestId.require(
        is_uuid(text),
        text.to_owned(),
        "must be a UUID: 8-4-4-4-12 hexadecimal digits",
    )?;
    without_card_number(text).map(|()| text.to_owned())
}

/// 16 to 64 letters, digits, `-` or `_`: room for a UUID or another value of at least 64 random
/// bits.
pub fn idempotency_key(text: &str) -> Checked<()> {
    let holds = (16..=64).contains(&text.len())
        && text.bytes().all(|b| b.is_ascii_alphanumeric() || b"-_".contains(&b));
    Rule::IdempotencyKey.require(
        holds,
        (),
        "must be 16 to 64 ASCII letters, digits, hyphens or underscores",
    )?;
    without_card_number(text)
}

/// 1 to 15 letters, digits or hyphens, as a card acceptor identification code.
pub fn merchant_id(text: &str) -> Checked<()> {
    let holds = (1..=15).contains(&text.len())
        && text.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
    Rule::MerchantId.require(holds, (), "must be 1 to 15 ASCII letters, digits or hyphens")?;
    without_card_number(text)
}

/// The one rule for all identifiers: a card number belongs into its own field, where nothing
/// repeats or keeps it.
pub(crate) fn without_card_number(text: &str) -> Checked<()> {
    Rule::IdentifierCardNumber.require(
        !card_search::in_identifier(text),
        (),
        "must not hold a card number",
    )
}

/// An identifier from outside the request, if it may be logged: what looks like a card number may
/// not.
pub(crate) fn loggable(text: &str) -> Option<&str> {
    (text.len() <= 100
        && text.bytes().all(|b| b.is_ascii_graphic())
        && !card_search::in_identifier(text))
    .then_some(text)
}

pub(crate) fn is_uuid(text: &str) -> bool {
    text.len() == 36
        && text.bytes().enumerate().all(|(at, byte)| match at {
            8 | 13 | 18 | 23 => byte == b'-',
            _ => byte.is_ascii_hexdigit(),
        })
}
