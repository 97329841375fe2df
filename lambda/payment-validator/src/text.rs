//! Free text: bounded, printable, and never a hiding place for a card number.

use std::ops::RangeInclusive;

use crate::{
    card_search,
    rule::{Breach, Checked, Rule},
};

/// What the payment is for.
pub fn description(text: &str) -> Checked<()> {
    free_text(text, 1..=140)
}

/// The name of the account's owner.
pub fn account_holder(text: &str) -> Checked<()> {
    free_text(text, 1..=140)
}

/// The name on a card.
pub fn cardholder(text: &str) -> Checked<()> {
    free_text(text, 2..=26)
}

fn free_text(text: &str, lengths: RangeInclusive<usize>) -> Checked<()> {
    let breaches: Vec<_> = [length(text, lengths), control_character(text), card_number(text)]
        .into_iter()
        .flatten()
        .collect();
    if breaches.is_empty() { Ok(()) } else { Err(breaches) }
}

/// Counted in Unicode scalar values, without white space around.
fn length(text: &str, lengths: RangeInclusive<usize>) -> Option<Breach> {
    let holds = lengths.contains(&text.chars().count()) && text.trim().len() == text.len();
    (!holds).then(|| {
        let (min, max) = lengths.into_inner();
        Rule::TextLength
            .breach(format!("must have {min} to {max} characters and no white space around them"))
    })
}

fn control_character(text: &str) -> Option<Breach> {
    text.chars()
        .any(|c| c.is_control() || is_bidirectional_control(c))
        .then(|| Rule::TextControl.breach("must have no control characters"))
}

/// Embeddings, overrides, isolates, marks and the two separators: they make a text read otherwise
/// than it is.
fn is_bidirectional_control(c: char) -> bool {
    matches!(
        c, '\u{061C}' | '\u{200E}' | '\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2066}'..='\u{2069}'
    )
}

fn card_number(text: &str) -> Option<Breach> {
    card_search::in_text(text).then(|| Rule::TextCardNumber.breach("must not hold a card number"))
}
