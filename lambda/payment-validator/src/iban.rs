//! International bank account numbers; country structures from the crate `iban_validate`.

use ::iban::{Iban, ParseIbanError};

use crate::{
    masked::Masked,
    rule::{Breach, Checked, Rule},
};

/// An IBAN that passed every rule.
#[derive(Debug, Clone)]
pub struct AccountNumber(Masked<String>);

impl AccountNumber {
    /// The IBAN in electronic format, hidden.
    pub fn iban(&self) -> &Masked<String> {
        &self.0
    }
}

/// The longest account number that the electronic format allows.
pub(crate) const MAX_LENGTH: usize = 34;

/// Electronic format (no spaces, upper case), a country of the IBAN registry, its length and
/// structure, and right check digits.
pub fn iban(text: &str) -> Checked<AccountNumber> {
    if !is_electronic_format(text) {
        return Rule::IbanFormat.refuse(
            "must be 15 to 34 upper-case letters and digits without spaces: country code, check \
             digits, account",
        );
    }
    let (country, rest) = text.split_at(2);
    let (declared, account) = rest.split_at(2);
    let check_digits = check_digits(country, account);
    let mut breaches = Vec::new();
    if declared != check_digits {
        breaches.push(Rule::IbanChecksum.breach("must have the check digits of its account"));
    }
    // Judged with right check digits, so that a wrong structure shows beside a wrong checksum.
    breaches.extend(structure_breach(&format!("{country}{check_digits}{account}")));
    if breaches.is_empty() {
        Ok(AccountNumber(Masked::new(text.to_owned())))
    } else {
        Err(breaches)
    }
}

fn structure_breach(text: &str) -> Option<Breach> {
    let has_structure = match text.parse::<Iban>() {
        Ok(_) => Some(true),
        Err(ParseIbanError::UnknownCountry(_)) => supplemented(text),
        Err(_) => Some(false),
    };
    match has_structure {
        Some(true) => None,
        Some(false) => {
            Some(Rule::IbanStructure.breach("must have its country's length and structure"))
        }
        None => Some(Rule::IbanCountry.breach("must begin with a country of the IBAN registry")),
    }
}

/// Whether `text` has the structure of a country of the IBAN registry (release 100, 2025-01) that
/// `iban_validate` 5.0.1 does not know; `None` if its country is not one of them.
fn supplemented(text: &str) -> Option<bool> {
    let (length, kind): (usize, fn(&u8) -> bool) = match text.get(..2)? {
        "HN" => (20, u8::is_ascii_digit),        // 4!a20!n
        "PK" => (16, u8::is_ascii_alphanumeric), // 4!a16!c
        _ => return None,
    };
    let (bank, account) = text.as_bytes().get(4..)?.split_at_checked(4)?;
    Some(
        bank.iter().all(u8::is_ascii_uppercase)
            && account.len() == length
            && account.iter().all(kind),
    )
}

fn is_electronic_format(text: &str) -> bool {
    let bytes = text.as_bytes();
    (15..=MAX_LENGTH).contains(&bytes.len())
        && bytes.iter().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit())
        && bytes[..2].iter().all(u8::is_ascii_uppercase)
        && bytes[2..4].iter().all(u8::is_ascii_digit)
}

/// ISO 7064 MOD 97-10: always 02 to 98, so that the congruent 00, 01 and 99 are refused.
fn check_digits(country: &str, account: &str) -> String {
    let remainder = format!("{account}{country}00").chars().filter_map(|c| c.to_digit(36)).fold(
        0,
        |sum, value| {
            let shift = if value < 10 { 10 } else { 100 };
            (sum * shift + value) % 97
        },
    );
    format!("{:02}", 98 - remainder)
}
