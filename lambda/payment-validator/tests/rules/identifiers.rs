use payment_validator::{Rule, card_token, country, identifiers};

use crate::broken;

#[test]
fn a_request_id_is_a_uuid_in_either_case() {
    // RFC 9562 appendix A, section 5.9 and 5.10.
    let uuids = ["C232AB00-9414-11EC-B3C8-9F6BDECED846", "5df41881-3aed-3515-88a7-2f4a814cf09e"];
    for text in
        uuids.into_iter().chain(["00000000-0000-0000-0000-000000000000", "FFFFFFFF-FFFF-FFFF-FFFF-FFFFFFFFFFFF"])
    {
        assert_eq!(identifiers::request_id(text), Ok(text.to_owned()));
    }
    let wrong = ["", "{5df41881-3aed-3515-88a7-2f4a814cf09e}", "5df418813aed351588a72f4a814cf09e"];
    for text in wrong.into_iter().chain(["4111111111111111", "5df41881-3aed-3515-88a7-2f4a814cf09g"]) {
        assert_eq!(broken(identifiers::request_id(text)), [Rule::RequestId], "{text}");
    }
}

#[test]
fn an_idempotency_key_has_sixteen_to_sixty_four_characters() {
    for text in [&"k".repeat(16), &"k".repeat(64), "5df41881-3aed-3515-88a7-2f4a814cf09e", "order_2026-11-22"] {
        assert_eq!(broken(identifiers::idempotency_key(text)), [], "{text}");
    }
    for text in ["", &"k".repeat(15), &"k".repeat(65), "order 2026 11 22 x", "ключключключключ", "0123456789abcdef\n"]
    {
        assert_eq!(broken(identifiers::idempotency_key(text)), [Rule::IdempotencyKey], "{text}");
    }
}

#[test]
fn a_merchant_id_has_one_to_fifteen_characters() {
    for text in ["1", "SHOP-0042", "ABCDEFGHIJKLMNO"] {
        assert_eq!(broken(identifiers::merchant_id(text)), [], "{text}");
    }
    for text in ["", "ABCDEFGHIJKLMNOP", "SHOP 1", "SHOP_1", "é"] {
        assert_eq!(broken(identifiers::merchant_id(text)), [Rule::MerchantId], "{text}");
    }
}

#[test]
fn a_card_token_cannot_be_a_card_number() {
    for text in ["tok_3fQ9xT7mB2kLw8ZrV5nC1dYs", &format!("tok_{}", "a".repeat(20)), &format!("tok_{}", "Z".repeat(60))]
    {
        assert_eq!(broken(card_token::token(text)), [], "{text}");
    }
    let (short, long) = (format!("tok_{}", "a".repeat(19)), format!("tok_{}", "a".repeat(61)));
    for text in
        ["", "tok_", &short, &long, "4111111111111111", "tok_41111111111111110000", "TOK_3fQ9xT7mB2kLw8ZrV5nC1dYs"]
    {
        assert_eq!(broken(card_token::token(text)), [Rule::CardToken], "{text}");
    }
}

#[test]
fn the_249_countries_of_iso_3166_and_no_other_pair_of_letters_are_countries() {
    let pairs = ('A'..='Z').flat_map(|a| ('A'..='Z').map(move |b| format!("{a}{b}")));
    assert_eq!(pairs.filter(|code| country::alpha2(code).is_ok()).count(), 249);
    for code in ["US", "GB", "DE", "SS", "CW", "BQ", "AX"] {
        assert_eq!(broken(country::alpha2(code)), [], "{code}");
    }
    for code in ["", "UK", "EU", "XK", "AN", "YU", "us", "USA", "840", "ZZ"] {
        assert_eq!(broken(country::alpha2(code)), [Rule::CountryUnknown], "{code}");
    }
}
