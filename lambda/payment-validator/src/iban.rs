//! International bank account numbers; country structures from the crate `iban_validate`.

use ::iban::{Iban, ParseIbanError};

use crate::{
    masked::Masked,
    rule::{Checked, Rule},
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

/// Electronic format (no spaces, upper case), a country of the IBAN registry, its length and structure, and right check
/// digits.
pub fn iban(text: &str) -> Checked<AccountNumber> {
    if !is_electronic_format(text) {
        return Rule::IbanFormat.refuse(
            "must be 15 to 34 upper-case letters and digits without spaces: country code, check digits, account",
        );
    }
    let (country, rest) = text.split_at(2);
    let (declared, account) = rest.split_at(2);
    let check_digits = check_digits(country, account);
    let mut breaches = Vec::new();
    if declared != check_digits {
        breaches.push(Rule::IbanChecksum.breach("must have the check digits of its account"));
    }
    // Parsed with right check digits, so that a wrong structure shows beside a wrong checksum.
    match format!("{country}{check_digits}{account}").parse::<Iban>() {
        Ok(_) => (),
        Err(ParseIbanError::UnknownCountry(_)) => {
            breaches.push(Rule::IbanCountry.breach("must begin with a country of the IBAN registry"));
        }
        Err(_) => breaches.push(Rule::IbanStructure.breach("must have its country's length and structure")),
    }
    if breaches.is_empty() { Ok(AccountNumber(Masked::new(text.to_owned()))) } else { Err(breaches) }
}

fn is_electronic_format(text: &str) -> bool {
    let bytes = text.as_bytes();
    (15..=34).contains(&bytes.len())
        && bytes.iter().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit())
        && bytes[..2].iter().all(u8::is_ascii_uppercase)
        && bytes[2..4].iter().all(u8::is_ascii_digit)
}

/// ISO 7064 MOD 97-10: always 02 to 98, so that the congruent 00, 01 and 99 are refused.
fn check_digits(country: &str, account: &str) -> String {
    let remainder = format!("{account}{country}00").chars().filter_map(|c| c.to_digit(36)).fold(0, |sum, value| {
        let shift = if value < 10 { 10 } else { 100 };
        (sum * shift + value) % 97
    });
    format!("{:02}", 98 - remainder)
}
