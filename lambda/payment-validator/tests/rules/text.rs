use payment_validator::{Rule, iban::iban, text};
use proptest::prelude::*;

use crate::broken;

#[test]
fn texts_are_bounded_in_characters_not_bytes() {
    assert_eq!(broken(text::description(&"ü".repeat(140))), []);
    assert_eq!(broken(text::description(&"ü".repeat(141))), [Rule::TextLength]);
    assert_eq!(broken(text::description("")), [Rule::TextLength]);
    assert_eq!(broken(text::description(" Order")), [Rule::TextLength]);
    assert_eq!(broken(text::cardholder("A")), [Rule::TextLength]);
    assert_eq!(broken(text::cardholder(&"A".repeat(26))), []);
    assert_eq!(broken(text::cardholder(&"A".repeat(27))), [Rule::TextLength]);
    assert_eq!(broken(text::account_holder(&"A".repeat(141))), [Rule::TextLength]);
}

#[test]
fn control_characters_are_refused() {
    let controls = ('\0'..='\u{1f}')
        .chain('\u{7f}'..='\u{9f}')
        .chain('\u{202a}'..='\u{202e}')
        .chain('\u{2066}'..='\u{2069}');
    for control in controls.chain(['\u{2028}', '\u{2029}', '\u{200e}', '\u{200f}', '\u{61c}']) {
        assert_eq!(
            broken(text::description(&format!("a{control}b"))),
            [Rule::TextControl],
            "{control:?}"
        );
    }
}

/// The number in groups of four with `separator` between them.
fn grouped(separator: &str) -> String {
    ["4111", "1111", "1111", "1111"].join(separator)
}

#[test]
fn card_numbers_are_found_however_they_are_grouped() {
    let written =
        ["4111111111111111", "4111 1111 1111 1111", "4111-1111-1111-1111", "card:378282246310005."];
    let more = [
        "12 4111 1111 1111 1111 34",
        "3782 822463 10005",
        "(4111)(1111)(1111)(1111)",
        "4 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1",
    ];
    for written in written.into_iter().chain(more) {
        assert_eq!(broken(text::description(written)), [Rule::TextCardNumber], "{written}");
        assert_eq!(broken(text::account_holder(written)), [Rule::TextCardNumber], "{written}");
    }
    for harmless in
        ["4111111111111112", "Order 2026-11-22 12:00", "Invoice 411111111111", "+1 202 555 0147"]
    {
        assert_eq!(broken(text::description(harmless)), [], "{harmless}");
    }
}

#[test]
fn any_separator_between_the_groups_is_seen_through() {
    // Every character that is no letter or digit and no control character: punctuation, symbols,
    // white space, marks.
    let characters = (' '..='\u{FFFF}')
        .filter(|c| !c.is_alphanumeric() && text::description(&format!("a{c}b")).is_ok());
    let mut seen = 0;
    for separator in characters.chain(['\u{3164}', '\u{FFA0}', 'ー', 'ｰ', 'ㅡ']) {
        assert_eq!(
            broken(text::description(&grouped(&separator.to_string()))),
            [Rule::TextCardNumber],
            "{separator:?}"
        );
        seen += 1;
    }
    assert!(seen > 1_000, "{seen}");
    // By name: no-break, thin, figure, ideographic and zero-width spaces, soft hyphen, hyphens,
    // dashes, minus, fraction.
    let named = [
        '\u{A0}', '\u{2009}', '\u{202F}', '\u{2007}', '\u{3000}', '\u{200B}', '\u{200C}',
        '\u{200D}', '\u{2060}',
    ];
    let more = [
        '\u{FEFF}', '\u{AD}', '‐', '‑', '‒', '–', '—', '―', '−', '－', '﹣', '⁄', '·', '•', '⋅',
        '／', '．', '，', '＿',
    ];
    for separator in named.into_iter().chain(more) {
        assert_eq!(
            broken(text::description(&grouped(&separator.to_string()))),
            [Rule::TextCardNumber],
            "{separator:?}"
        );
    }
    for separator in [
        ".",
        "/",
        ",",
        "_",
        "+",
        "\\",
        "|",
        ":",
        ";",
        "=",
        "*",
        "#",
        "'",
        "\"",
        " - ",
        " / ",
        "...",
        "\u{200B}\u{A0}",
    ] {
        assert_eq!(
            broken(text::description(&grouped(separator))),
            [Rule::TextCardNumber],
            "{separator}"
        );
    }
}

/// The number with `zero` and the nine characters after it for its digits.
fn in_digits(zero: char) -> String {
    let digit = |c: char| {
        char::from_u32(u32::from(zero) + c.to_digit(10).expect("a digit")).expect("a character")
    };
    "4012888888881881".chars().map(digit).collect()
}

#[test]
fn digits_of_every_script_are_digits() {
    let zeros = [
        '０',
        '٠',
        '۰',
        '०',
        '০',
        '๐',
        '໐',
        '༠',
        '០',
        '᠐',
        '߀',
        '𝟎',
        '𝟘',
        '𝟢',
        '𝟬',
        '𝟶',
        '₀',
        '\u{1FBF0}',
    ];
    for zero in zeros {
        assert_eq!(broken(text::description(&in_digits(zero))), [Rule::TextCardNumber], "{zero}");
    }
    let others = [
        "⁴¹¹¹¹¹¹¹¹¹¹¹¹¹¹¹",
        "④①①①①①①①①①①①①①①①",
        "❹❶❶❶❶❶❶❶❶❶❶❶❶❶❶❶",
        "四一一一一一一一一一一一一一一一",
    ];
    let mixed = [
        "4１1١1१1111111111",
        "4\u{FE0F}\u{20E3}1\u{FE0F}\u{20E3}11 1111 1111 1111",
        "4\u{301}111111111111111",
    ];
    for written in others.into_iter().chain(mixed) {
        assert_eq!(broken(text::description(written)), [Rule::TextCardNumber], "{written}");
    }
}

#[test]
fn a_number_is_found_beside_an_expiry_a_code_and_zeros() {
    let table = [
        "41111111111111111225",
        "41111111111111112512",
        "4111111111111111122025",
        "4111111111111111202512",
        "41111111111111111225123",
        "3782822463100050927",
        "37828224631000509271234",
        "4111 1111 1111 1111 12/25 123",
        "4111 1111 1111 11111225",
        "12254111111111111111",
        "12/25 4111111111111111",
        "4111111111111111=25121010000000000000",
        "%B4111111111111111^LOVELACE/ADA^2512101?",
        "0004111111111111111",
        "00000000000004111111111111111",
        "000 4111 1111 1111 1111",
        "card4111111111111111exp1225",
        "no4111111111111111",
    ];
    for written in table {
        assert_eq!(broken(text::description(written)), [Rule::TextCardNumber], "{written}");
    }
    // No month, and no year of an expiry; a digit before; parts of a number.
    for harmless in [
        "41111111111111111325",
        "41111111111111111299",
        "94111111111111111",
        "411111xxxxxx1111",
        "****1111",
    ] {
        assert_eq!(broken(text::description(harmless)), [], "{harmless}");
    }
}

#[test]
fn a_holder_is_searched_like_any_text() {
    for written in [
        "4111.1111.1111.1111",
        "4111\u{A0}1111\u{A0}1111\u{A0}1111",
        "４１１１１１１１１１１１１１１１",
        "378282246310005",
    ] {
        assert_eq!(broken(text::cardholder(written)), [Rule::TextCardNumber], "{written}");
    }
    for name in [
        "ADA LOVELACE",
        "O'BRIEN-SMITH 3RD",
        "MÜLLER, JÜRGEN",
        "ЛЕВ ТОЛСТОЙ",
        "山田 太郎",
        "一二三 四五",
    ] {
        assert_eq!(broken(text::cardholder(name)), [], "{name}");
    }
}

#[test]
fn the_digits_of_an_iban_are_those_of_an_account() {
    // With these check digits the printed IBAN holds the number of a Visa card between its groups.
    let account = |card: &str| {
        let ibans = (2..99).map(|check| format!("DE{check:02}{card}00"));
        ibans.into_iter().find(|text| iban(text).is_ok()).expect("one pair of check digits fits")
    };
    let compact = account("4111111111111111");
    let printed: Vec<_> = compact
        .as_bytes()
        .chunks(4)
        .map(|group| std::str::from_utf8(group).expect("ASCII"))
        .collect();
    for separator in [" ", "\u{A0}", ""] {
        let written = printed.join(separator);
        for text in
            [format!("Refund to {written}"), written.clone(), format!("IBAN: {written}, thanks")]
        {
            assert_eq!(broken(text::description(&text)), [], "{text}");
        }
        // A card number beside it.
        let text = format!("{written} 4111 1111 1111 1111");
        assert_eq!(broken(text::description(&text)), [Rule::TextCardNumber], "{text}");
    }
    let no_iban = printed.join(" ").replacen("DE", "DX", 1);
    assert_eq!(broken(text::description(&no_iban)), [Rule::TextCardNumber], "{no_iban}");
}

#[test]
fn ordinary_texts_with_many_numbers_are_let_through() {
    let table = [
        "Invoice 2026-0004512 of 22.11.2026, 12:00:00",
        "Invoices 20261101, 20261102, 20261103",
        "2026-11-22T12:00:00.123456Z",
        "Tel. +49 30 901820, fax +49 30 90182100",
        "ISBN 978-3-16-148410-0",
        "EAN 5901234123457",
        "RF18 5390 0754 7034",
        "IMEI 490154203237518",
        "Trace 3f2504e0-4f89-41d3-9a0c-0305e82c3301",
        "1.234.567,89 EUR",
        "Lat 52.5200066, lon 13.4049540",
        "Sizes 38/40/42/44/46/48",
        "SSCC 003400000000000018",
    ];
    for harmless in table {
        assert_eq!(broken(text::description(harmless)), [], "{harmless}");
    }
}

proptest! {
    #[test]
    fn printable_ascii_without_digits_is_accepted_at_any_permitted_length(text in "[!-/:-~]{1,140}") {
        prop_assert_eq!(broken(text::description(&text)), []);
    }
}
