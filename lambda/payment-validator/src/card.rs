//! Card numbers and card verification values.

use crate::{
    issuer,
    masked::Masked,
    network::{self, Network},
    rule::{Breach, Checked, Rule},
};

/// A card number that passed every rule.
#[derive(Debug, Clone)]
pub struct CardNumber {
    digits: Masked<String>,
    network: Network,
}

impl CardNumber {
    /// The digits, hidden.
    pub fn digits(&self) -> &Masked<String> {
        &self.digits
    }

    /// The network whose range the number is in.
    pub fn network(&self) -> Network {
        self.network
    }
}

/// A card verification value that passed its rule.
#[derive(Debug, Clone)]
pub struct VerificationValue(Masked<String>);

impl VerificationValue {
    /// The digits, hidden.
    pub fn digits(&self) -> &Masked<String> {
        &self.0
    }
}

/// Digits only, in a known issuer range, as long as that network's numbers are, with a right check
/// digit.
pub fn number(text: &str) -> Checked<CardNumber> {
    if !is_digits(text) {
        return Rule::CardFormat.refuse("must be digits only, without spaces or hyphens");
    }
    let (range, known) = (issuer::range_of(text), issuer::ranges_of(text).next().is_some());
    let mut breaches = Vec::new();
    if range.is_none() {
        breaches.extend(length_breach(text));
    }
    if !known {
        breaches
            .push(Rule::CardIssuer.breach("must begin with a known issuer identification number"));
    }
    if !passes_luhn(text) {
        breaches.push(Rule::CardLuhn.breach("must end with the check digit of its other digits"));
    }
    match range {
        Some(range) if breaches.is_empty() => {
            Ok(CardNumber { digits: Masked::new(text.to_owned()), network: range.network })
        }
        _ => Err(breaches),
    }
}

/// Three digits, or four on an American Express card. Without a good number either length is right.
pub fn verification_value(text: &str, number: Option<&CardNumber>) -> Checked<VerificationValue> {
    let lengths = match number.map(CardNumber::network) {
        Some(Network::AmericanExpress) => 4..=4,
        Some(_) => 3..=3,
        None => 3..=4,
    };
    let holds = is_digits(text) && lengths.contains(&text.len());
    Rule::CardCvv.require(
        holds,
        VerificationValue(Masked::new(text.to_owned())),
        "must be 3 digits, or 4 for American Express",
    )
}

/// Whether the last digit is the check digit of the others (ISO/IEC 7812-1 annex B).
///
/// ```
/// assert!(payment_validator::card::passes_luhn("4111111111111111"));
/// assert!(!payment_validator::card::passes_luhn("4111111111111112"));
/// ```
pub fn passes_luhn(digits: &str) -> bool {
    let sum: u32 =
        digits.bytes().rev().enumerate().map(|(at, byte)| luhn_term(byte, at % 2 == 1)).sum();
    sum.is_multiple_of(10)
}

fn luhn_term(byte: u8, doubled: bool) -> u32 {
    let digit = u32::from(byte.wrapping_sub(b'0'));
    match (doubled, digit) {
        (false, _) => digit,
        (true, 0..=4) => digit * 2,
        (true, _) => digit * 2 - 9,
    }
}

/// The lengths of all ranges the number is in; of any network if it is in none.
fn length_breach(text: &str) -> Option<Breach> {
    let mut lengths: Vec<_> =
        issuer::ranges_of(text).flat_map(|range| range.lengths).copied().collect();
    if lengths.is_empty() {
        lengths.extend(network::ANY_LENGTH);
    }
    lengths.sort_unstable();
    lengths.dedup();
    (!lengths.contains(&text.len()))
        .then(|| Rule::CardLength.breach(format!("must have {} digits", listed(&lengths))))
}

fn listed(lengths: &[usize]) -> String {
    lengths.iter().map(usize::to_string).collect::<Vec<_>>().join(", ")
}

pub(crate) fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}
