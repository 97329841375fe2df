use payment_validator::{
    Rule, card,
    network::{Network, RANGES, range_of},
};
use proptest::prelude::*;

use crate::broken;

/// Test numbers that processors publish: <https://docs.stripe.com/testing>,
/// <https://docs.adyen.com/development-resources/test-cards-and-credentials/test-card-numbers> and
/// <https://developer.paypal.com/tools/sandbox/card-testing/>.
const PUBLISHED: &[(&str, Network)] = &[
    ("4242424242424242", Network::Visa),
    ("4111111111111111", Network::Visa),
    ("4012888888881881", Network::Visa),
    ("4222222222222", Network::Visa),
    ("4000056655665556", Network::Visa),
    ("5555555555554444", Network::Mastercard),
    ("5105105105105100", Network::Mastercard),
    ("2223003122003222", Network::Mastercard),
    ("5200828282828210", Network::Mastercard),
    ("378282246310005", Network::AmericanExpress),
    ("371449635398431", Network::AmericanExpress),
    ("6011111111111117", Network::Discover),
    ("6011000990139424", Network::Discover),
    ("30569309025904", Network::Diners),
    ("38520000023237", Network::Diners),
    ("36227206271667", Network::Diners),
    ("3056930009020004", Network::Diners),
    ("3566002020360505", Network::Jcb),
    ("3530111333300000", Network::Jcb),
    ("6200000000000005", Network::UnionPay),
    ("6205500000000000004", Network::UnionPay),
    ("6759649826438453", Network::Maestro),
];

#[test]
fn published_test_numbers_are_accepted_as_numbers_of_their_network() {
    for (number, network) in PUBLISHED {
        assert_eq!(card::number(number).map(|number| number.network()), Ok(*network), "{number}");
    }
}

#[test]
fn every_other_check_digit_of_a_published_number_is_refused() {
    for (number, _) in PUBLISHED {
        let (body, check_digit) = number.split_at(number.len() - 1);
        for digit in (0..10).map(|digit| digit.to_string()).filter(|digit| digit != check_digit) {
            assert_eq!(broken(card::number(&format!("{body}{digit}"))), [Rule::CardLuhn], "{body}{digit}");
        }
    }
}

#[test]
fn a_number_is_digits_only() {
    for text in [
        "",
        " ",
        "4111 1111 1111 1111",
        "4111-1111-1111-1111",
        "４１１１１１１１１１１１１１１１",
        "+4111111111111111",
        "tok_1",
    ] {
        assert_eq!(broken(card::number(text)), [Rule::CardFormat], "{text}");
    }
}

#[test]
fn a_number_has_a_length_of_its_network() {
    assert_eq!(broken(card::number("42424242424240")), [Rule::CardLength, Rule::CardLuhn]);
    assert_eq!(broken(card::number("0")), [Rule::CardLength, Rule::CardIssuer]);
    assert_eq!(broken(card::number(&"0".repeat(10_000))), [Rule::CardLength, Rule::CardIssuer]);
}

#[test]
fn ranges_begin_and_end_where_their_network_says() {
    let edges = [("222099", None), ("222100", Some(Network::Mastercard)), ("272099", Some(Network::Mastercard))];
    let more = [("272100", None), ("352799", None), ("352800", Some(Network::Jcb)), ("358999", Some(Network::Jcb))];
    let last = [("622125", Some(Network::UnionPay)), ("622126", Some(Network::Discover)), ("359000", None)];
    for (leading, network) in edges.into_iter().chain(more).chain(last).chain([("000000", None), ("999999", None)]) {
        assert_eq!(range_of(leading).map(|range| range.network), network, "{leading}");
    }
    assert!(RANGES.iter().all(|range| !range.lengths.is_empty()));
}

#[test]
fn a_verification_value_is_as_long_as_the_network_prints_it() {
    let visa = card::number("4242424242424242").expect("a good number");
    let amex = card::number("378282246310005").expect("a good number");
    let rules = |text, number| broken(card::verification_value(text, number));
    assert_eq!([rules("123", Some(&visa)), rules("1234", Some(&amex)), rules("1234", None)], [vec![], vec![], vec![]]);
    for (text, number) in
        [("1234", &visa), ("123", &amex), ("", &visa), ("12a", &visa), ("１２３", &visa), ("12345", &amex)]
    {
        assert_eq!(rules(text, Some(number)), [Rule::CardCvv], "{text}");
    }
}

proptest! {
    #[test]
    fn one_wrong_digit_never_passes_the_check(digits in "[0-9]{11,18}", at in 0..11_usize, by in 1..10_u8) {
        let check = (0..10).find(|check| card::passes_luhn(&format!("{digits}{check}"))).expect("one digit fits");
        let good = format!("{digits}{check}");
        let mut wrong = good.into_bytes();
        wrong[at] = b'0' + (wrong[at] - b'0' + by) % 10;
        prop_assert!(!card::passes_luhn(std::str::from_utf8(&wrong).expect("digits")));
    }

    #[test]
    fn masked_types_never_show_their_digits(number in prop::sample::select(PUBLISHED)) {
        let shown = format!("{:?}", card::number(number.0));
        prop_assert!(!shown.contains(&number.0[..6]) && !shown.contains(&number.0[number.0.len() - 4..]));
    }
}
