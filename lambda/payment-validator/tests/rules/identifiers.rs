use payment_validator::{Rule, card_token, country, identifiers};

use crate::broken;

#[test]
fn a_request_id_is_a_uuid_in_either_case() {
    // RFC 9562 appendix A, section 5.9 and 5.10.
    let uuids = ["C232AB00-9414-11EC-B3C8-9F6BDECED846", "5df41881-3aed-3515-88a7-2f4a814cf09e"];
    for text in uuids
        .into_iter()
        .chain(["00000000-0000-0000-0000-000000000000", "FFFFFFFF-FFFF-FFFF-FFFF-FFFFFFFFFFFF"])
    {
        assert_eq!(identifiers::request_id(text), Ok(text.to_owned()));
    }
    let wrong = ["", "{5df41881-3aed-3515-88a7-2f4a814cf09e}", "5df418813aed351588a72f4a814cf09e"];
    for text in
        wrong.into_iter().chain(["4111111111111111", "5df41881-3aed-3515-88a7-2f4a814cf09g"])
    {
        assert_eq!(broken(identifiers::request_id(text)), [Rule::RequestId], "{text}");
    }
}

#[test]
fn an_idempotency_key_has_sixteen_to_sixty_four_characters() {
    for text in [
        &"k".repeat(16),
        &"k".repeat(64),
        "5df41881-3aed-3515-88a7-2f4a814cf09e",
        "order_2026-11-22",
    ] {
        assert_eq!(broken(identifiers::idempotency_key(text)), [], "{text}");
    }
    for text in [
        "",
        &"k".repeat(15),
        &"k".repeat(65),
        "order 2026 11 22 x",
        "ключключключключ",
        "0123456789abcdef\n",
    ] {
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
    for text in [
        "tok_3fQ9xT7mB2kLw8ZrV5nC1dYs",
        &format!("tok_{}", "a".repeat(20)),
        &format!("tok_{}", "Z".repeat(60)),
    ] {
        assert_eq!(broken(card_token::token(text)), [], "{text}");
    }
    let (short, long) = (format!("tok_{}", "a".repeat(19)), format!("tok_{}", "a".repeat(61)));
    for text in [
        "",
        "tok_",
        &short,
        &long,
        "4111111111111111",
        "tok_41111111111111110000",
        "TOK_3fQ9xT7mB2kLw8ZrV5nC1dYs",
    ] {
        assert_eq!(broken(card_token::token(text)), [Rule::CardToken], "{text}");
    }
}

#[test]
fn an_idempotency_key_holds_no_card_number() {
    let table = [
        "4111111111111111",
        "order-4111111111111111",
        "4111111111111111-retry-1",
        "4111-1111-1111-1111",
        "4111_1111_1111_1111",
        "card_4111-1111-1111-1111_1225",
        "41-11-11-11-11-11-11-11",
        "3782-822463-10005",
        "pan4111111111111111x",
        "0000004111111111111111",
        "41111111111111111225",
        "order-1-6205500000000000004",
        "deadbeefdeadbeef4111111111111111",
        "8600495473316478",
    ];
    for text in table {
        let expected =
            if text.contains("deadbeef") { vec![] } else { vec![Rule::IdentifierCardNumber] };
        assert_eq!(broken(identifiers::idempotency_key(text)), expected, "{text}");
    }
    // In a long hexadecimal word a number is found at either end; only a UUID's 32 digits are left
    // alone.
    for text in [
        "4111111111111111abcdef00",
        "abcdef004111111111111111",
        "0123456789abcdef0123456789abcdef4111111111111111",
    ] {
        assert_eq!(
            broken(identifiers::idempotency_key(text)),
            [Rule::IdentifierCardNumber],
            "{text}"
        );
    }
}

#[test]
fn ordinary_identifiers_of_many_digits_are_accepted() {
    let keys = [
        "order-20261122-000042",
        "INV-4821-20261122-0042",
        "20261122120000-000042",
        "1795348800000-000042",
        "4111111111111112", // A wrong check digit.
        "5df41881-3aed-3515-88a7-2f4a814cf09e",
        "5df418813aed351588a72f4a814cf09e",
        "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
        "01ARZ3NDEKTSV4RRFFQ69G5FAV",
        "507f1f77bcf86cd799439011",
        "12345678-1234-1234-1234-123456789012",
        "7041234567890123456", // A snowflake.
    ];
    for key in keys {
        assert_eq!(broken(identifiers::idempotency_key(key)), [], "{key}");
    }
    for id in ["000000012345678", "123456789012345", "498750000012345", "8110000000012"] {
        assert_eq!(broken(identifiers::merchant_id(id)), [], "{id}");
    }
}

#[test]
fn a_merchant_id_holds_no_card_number() {
    for text in
        ["378282246310005", "4222222222222", "A4222222222222", "30569309025904", "3056-930902-590"]
    {
        let expected =
            if text.ends_with("590") { vec![] } else { vec![Rule::IdentifierCardNumber] };
        assert_eq!(broken(identifiers::merchant_id(text)), expected, "{text}");
    }
}

#[test]
fn a_uuid_is_searched_only_if_all_its_digits_are_decimal() {
    let refused = [
        "41111111-1111-1111-1111-111111111111",
        "41111111-1111-1111-0000-000000000000",
        "00000000-0000-0000-4111-111111111111",
        "37828224-6310-0050-0000-000000000000",
        "00000378-2822-4631-0005-000000000000",
        "12345678-4111-1111-1111-111112345678",
    ];
    for text in refused {
        assert_eq!(broken(identifiers::request_id(text)), [Rule::IdentifierCardNumber], "{text}");
        assert_eq!(
            broken(identifiers::idempotency_key(text)),
            [Rule::IdentifierCardNumber],
            "{text}"
        );
    }
    let accepted = [
        "41111111-1111-1111-a111-111111111111",
        "4111111111111111-a111-1111-111111111111",
        "00000000-0000-0000-0000-000000000000",
        "00000000-0000-4000-8000-000000000001",
        "11111111-1111-1111-1111-111111111111",
        "12345678-1234-1234-1234-123456789012",
    ];
    for text in accepted.into_iter().filter(|text| text.len() == 36) {
        assert_eq!(broken(identifiers::request_id(text)), [], "{text}");
    }
}

#[test]
fn a_token_holds_no_card_number() {
    let card = [
        "tok_4111111111111111abcd",
        "tok_abcd4111111111111111",
        "tok_xx4111111111111111xx",
        "tok_000004111111111111111x",
    ];
    for text in card {
        assert_eq!(broken(card_token::token(text)), [Rule::IdentifierCardNumber], "{text}");
    }
    for text in [
        "tok_1N3T00LkdIwHu7ixt44h1F8k",
        "tok_4111111111111112abcd",
        "tok_5df418813aed351588a72f4a814cf09e",
    ] {
        assert_eq!(broken(card_token::token(text)), [], "{text}");
    }
}

#[test]
fn the_249_countries_of_iso_3166_and_kosovo_and_no_other_pair_of_letters_are_countries() {
    let pairs = ('A'..='Z').flat_map(|a| ('A'..='Z').map(move |b| format!("{a}{b}")));
    assert_eq!(pairs.filter(|code| country::alpha2(code).is_ok()).count(), 250);
    for code in ["US", "GB", "DE", "SS", "CW", "BQ", "AX", "XK"] {
        assert_eq!(broken(country::alpha2(code)), [], "{code}");
    }
    for code in ["", "UK", "EU", "AN", "YU", "CS", "TP", "us", "xk", "USA", "840", "ZZ"] {
        assert_eq!(broken(country::alpha2(code)), [Rule::CountryUnknown], "{code}");
    }
}
