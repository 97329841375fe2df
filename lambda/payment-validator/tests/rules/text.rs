use payment_validator::{Rule, text};
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
    let controls =
        ('\0'..='\u{1f}').chain('\u{7f}'..='\u{9f}').chain('\u{202a}'..='\u{202e}').chain('\u{2066}'..='\u{2069}');
    for control in controls.chain(['\u{2028}', '\u{2029}', '\u{200e}', '\u{200f}', '\u{61c}']) {
        assert_eq!(broken(text::description(&format!("a{control}b"))), [Rule::TextControl], "{control:?}");
    }
}

#[test]
fn card_numbers_are_found_however_they_are_grouped() {
    let written = ["4111111111111111", "4111 1111 1111 1111", "4111-1111-1111-1111", "card:378282246310005."];
    for written in written.into_iter().chain(["12 4111 1111 1111 1111 34", "3782 822463 10005"]) {
        assert_eq!(broken(text::description(written)), [Rule::TextCardNumber], "{written}");
    }
    for harmless in ["4111111111111112", "Order 2026-11-22 12:00", "Invoice 411111111111", "+1 202 555 0147"] {
        assert_eq!(broken(text::description(harmless)), [], "{harmless}");
    }
}

proptest! {
    #[test]
    fn printable_ascii_without_digits_is_accepted_at_any_permitted_length(text in "[!-/:-~]{1,140}") {
        prop_assert_eq!(broken(text::description(&text)), []);
    }
}
