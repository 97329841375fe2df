//! How often ordinary identifiers and numbers are taken for card numbers: seeded, so that every run
//! gives the same figures.
//!
//! The README has those of `EACH=1000000 cargo test -p payment-validator --test false_alarms --
//! --nocapture`; without `EACH` it is a tenth of that.

use std::{env, io::Write};

use fastrand::Rng;
use payment_validator::{
    card, card_token,
    identifiers::{idempotency_key, merchant_id, request_id},
    text::description,
};

/// How many of a million made by `make` are refused by `refuses`.
fn refused(name: &str, make: impl Fn(&mut Rng) -> String, refuses: impl Fn(&str) -> bool) -> u64 {
    let each: u64 =
        env::var("EACH").map_or(100_000, |text| text.parse().expect("EACH is a number"));
    let refused =
        (0..each).filter(|seed| refuses(&make(&mut Rng::with_seed(*seed)))).count() as u64;
    _ = writeln!(std::io::stdout(), "{name}: {refused} of {each} refused");
    refused * 1_000_000 / each
}

fn from(alphabet: &str, length: usize, rng: &mut Rng) -> String {
    let alphabet = alphabet.as_bytes();
    (0..length).map(|_| char::from(alphabet[rng.usize(..alphabet.len())])).collect()
}

const DECIMAL: &str = "0123456789";
const HEX: &str = "0123456789abcdef";
const BASE36: &str = "0123456789abcdefghijklmnopqrstuvwxyz";
const BASE62: &str = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
const CROCKFORD: &str = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// A random UUID of version 4 (RFC 9562 section 5.4).
fn uuid(rng: &mut Rng) -> String {
    let variant = ["8", "9", "a", "b"][rng.usize(..4)];
    let part = |length, rng: &mut Rng| from(HEX, length, rng);
    format!(
        "{}-{}-4{}-{variant}{}-{}",
        part(8, rng),
        part(4, rng),
        part(3, rng),
        part(3, rng),
        part(12, rng)
    )
}

fn date(rng: &mut Rng) -> String {
    format!("20{:02}{:02}{:02}", rng.u8(20..30), rng.u8(1..13), rng.u8(1..29))
}

/// What shops and libraries make: a prefix, a date and a number; ULIDs; hashes; times with a
/// suffix.
fn mixed(rng: &mut Rng) -> String {
    match rng.u8(..10) {
        0 => format!("order-{}-{}", date(rng), from(DECIMAL, 6, rng)),
        1 => format!("INV-{}-{}-{}", from(DECIMAL, 4, rng), date(rng), from(DECIMAL, 4, rng)),
        2 => format!("{}_{}", from(BASE36, 8, rng), from(BASE36, 16, rng)),
        3 => from(CROCKFORD, 26, rng),
        4 => from(HEX, 24, rng),
        5 => from(HEX, 40, rng),
        6 => from(HEX, 64, rng),
        7 => format!("pay_{}", uuid(rng)),
        8 => format!("17{}-{}", from(DECIMAL, 11, rng), from(BASE36, 6, rng)),
        _ => format!(
            "SHOP{}-{}-{}",
            from(DECIMAL, 4, rng),
            from(DECIMAL, 6, rng),
            from(BASE62, 8, rng)
        ),
    }
}

#[test]
fn fewer_than_one_in_ten_thousand_ordinary_identifiers_are_refused() {
    let most = 100; // 1 in 10,000.
    assert_eq!(refused("random UUIDs", uuid, |text| request_id(text).is_err()), 0);
    assert_eq!(
        refused(
            "random UUIDs without hyphens",
            |rng| uuid(rng).replace('-', ""),
            |text| idempotency_key(text).is_err()
        ),
        0
    );
    let token = |rng: &mut Rng| format!("tok_{}a", from(BASE62, rng.usize(19..=59), rng));
    assert!(refused("prefixed tokens", token, |text| card_token::token(text).is_err()) < most);
    let token = |rng: &mut Rng| format!("tok_{}a", from(HEX, rng.usize(19..=59), rng));
    assert!(refused("hexadecimal tokens", token, |text| card_token::token(text).is_err()) < most);
    assert!(refused("mixed identifiers", mixed, |text| idempotency_key(text).is_err()) < most);
    let merchant = |rng: &mut Rng| format!("SHOP-{}", from(BASE36, rng.usize(1..=10), rng));
    assert_eq!(refused("merchant ids", merchant, |text| merchant_id(text).is_err()), 0);
}

#[test]
fn two_to_four_in_a_hundred_identifiers_of_sixteen_digits_are_refused_and_fewer_of_other_lengths() {
    // A merchant id has at most 15 characters, an idempotency key at least 16.
    let rule = |length: usize| if length < 16 { merchant_id } else { idempotency_key };
    let per_million = |length: usize| {
        let refuses = |text: &str| rule(length)(text).is_err();
        refused(&format!("{length} digits"), |rng| from(DECIMAL, length, rng), refuses)
    };
    let refused = [13, 14, 15, 16, 17, 18, 19].map(per_million);
    // A sample of 100,000 is off by up to 1 in 1,000.
    assert!((20_000..=41_000).contains(&refused[3]), "{refused:?}");
    assert!(refused.iter().all(|refused| (5_000..=41_000).contains(refused)), "{refused:?}");
}

/// What is written for a payment, with numbers of its own.
fn remittance(rng: &mut Rng) -> String {
    let digits = |length, rng: &mut Rng| from(DECIMAL, length, rng);
    let amount = |rng: &mut Rng| format!("{}.{}", digits(2, rng), digits(2, rng));
    match rng.u8(..8) {
        0 => format!(
            "Invoice {} of {}-{}-{}",
            digits(7, rng),
            rng.u16(2020..2030),
            digits(2, rng),
            digits(2, rng)
        ),
        1 => format!("Order #{} / customer {}", digits(8, rng), digits(6, rng)),
        2 => format!("Tel. +49 {} {}", digits(3, rng), digits(7, rng)),
        3 => format!("{} x {} EUR", digits(1, rng), amount(rng)),
        4 => format!("Rent {}/{} flat {}", rng.u8(1..13), rng.u16(2020..2030), digits(2, rng)),
        5 => format!("RF{} {} {}", digits(2, rng), digits(4, rng), digits(4, rng)),
        6 => format!("Booking {} from {} to {}", from(BASE36, 6, rng), date(rng), date(rng)),
        _ => format!("Trace {}", uuid(rng)),
    }
}

#[test]
fn hardly_any_ordinary_description_is_refused() {
    assert!(refused("descriptions", remittance, |text| description(text).is_err()) < 1_000);
}

/// Card numbers with one digit changed are never taken for card numbers.
#[test]
fn a_number_with_a_wrong_check_digit_is_let_through() {
    for seed in 0..10_000 {
        let mut rng = Rng::with_seed(seed);
        let number = format!("4{}", from(DECIMAL, 15, &mut rng));
        assert_eq!(description(&number).is_err(), card::number(&number).is_ok(), "{number}");
    }
}
