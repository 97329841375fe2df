use payment_validator::{
    Rule, card,
    issuer::{range_of, ranges_of},
    network::Network,
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
            assert_eq!(
                broken(card::number(&format!("{body}{digit}"))),
                [Rule::CardLuhn],
                "{body}{digit}"
            );
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

/// Digits that begin a number, filled up to `length`.
fn filled(prefix: &str, length: usize) -> String {
    format!("{prefix:0<length$}")
}

#[test]
fn ranges_begin_and_end_where_their_network_says() {
    let table = [
        ("222099", None),
        ("222100", Some(Network::Mastercard)),
        ("272099", Some(Network::Mastercard)),
        ("272100", None),
        ("352799", None),
        ("352800", Some(Network::Jcb)),
        ("358999", Some(Network::Jcb)),
        ("359000", None),
        ("622125", Some(Network::UnionPay)),
        ("622126", Some(Network::Discover)),
        ("622925", Some(Network::Discover)),
        ("622926", Some(Network::UnionPay)),
        ("60400099", Some(Network::RuPay)),
        ("60400100", Some(Network::UkrCard)),
        ("60420099", Some(Network::UkrCard)),
        ("60420100", Some(Network::RuPay)),
        ("63737422", Some(Network::InstaPayment)),
        ("63737423", Some(Network::Hiper)),
        ("63737424", Some(Network::InstaPayment)),
        ("60547399", Some(Network::RuPay)),
        ("60547400", Some(Network::Pridnestrovie)),
        ("60547449", Some(Network::Pridnestrovie)),
        ("60547450", Some(Network::RuPay)),
        ("506698", Some(Network::Maestro)),
        ("506699", Some(Network::Elo)),
        ("2199", None),
        ("2200", Some(Network::Mir)),
        ("2204", Some(Network::Mir)),
        ("2205", Some(Network::Borica)),
        ("2206", None),
        ("000000", None),
        ("999999", None),
    ];
    for (leading, network) in table {
        assert_eq!(range_of(&filled(leading, 16)).map(|range| range.network), network, "{leading}");
    }
}

#[test]
fn every_network_has_its_lengths_and_no_other() {
    let table: &[(&str, Network, &[usize])] = &[
        ("34", Network::AmericanExpress, &[15]),
        ("37", Network::AmericanExpress, &[15]),
        ("2205", Network::Borica, &[16]),
        ("36", Network::Diners, &[14, 15, 16, 17, 18, 19]),
        ("6011", Network::Discover, &[16, 17, 18, 19]),
        ("606282", Network::Hipercard, &[16]),
        ("637568", Network::Hiper, &[16]),
        ("9860", Network::Humo, &[16]),
        ("637001", Network::InstaPayment, &[16]),
        ("6360", Network::InterPayment, &[16, 17, 18, 19]),
        ("3528", Network::Jcb, &[16, 17, 18, 19]),
        ("67", Network::Maestro, &[12, 13, 14, 15, 16, 17, 18, 19]),
        ("5105", Network::Mastercard, &[16]),
        ("2201", Network::Mir, &[16, 17, 18, 19]),
        ("9704", Network::Napas, &[16, 19]),
        ("82", Network::RuPay, &[16]),
        ("31", Network::TUnion, &[19]),
        ("9792", Network::Troy, &[16]),
        ("15", Network::Uatp, &[15]),
        ("60400100", Network::UkrCard, &[16, 17, 18, 19]),
        ("8600", Network::UzCard, &[16]),
        ("62", Network::UnionPay, &[16, 17, 18, 19]),
        ("4", Network::Visa, &[13, 16, 19]),
    ];
    for (prefix, network, lengths) in table {
        for length in 8..=20 {
            let found = range_of(&filled(prefix, length)).map(|range| range.network);
            assert_eq!(
                found == Some(*network),
                lengths.contains(&length),
                "{prefix} with {length} digits: {found:?}"
            );
        }
    }
}

#[test]
fn a_number_in_the_ranges_of_two_networks_may_have_the_lengths_of_either() {
    // RuPay's 60 has 16 digits; GPN, which has it too, 18 and 19 as well.
    let networks = |length| range_of(&filled("6071", length)).map(|range| range.network);
    assert_eq!([16, 17, 18].map(networks), [Some(Network::RuPay), None, Some(Network::Gpn)]);
    // GPN's 1946 in the whole of UATP's 1.
    let networks = |length| range_of(&filled("1946", length)).map(|range| range.network);
    assert_eq!([15, 16, 17].map(networks), [Some(Network::Uatp), Some(Network::Gpn), None]);
    // GPN's 60 to 63 in the ranges of InstaPayment and Hipercard.
    for prefix in ["637001", "606282"] {
        let accepted: Vec<_> =
            (12..=19).filter(|length| range_of(&filled(prefix, *length)).is_some()).collect();
        assert_eq!(accepted, [16, 18, 19], "{prefix}");
    }
    assert_eq!(ranges_of("5614000000000000").count(), 3);
}

/// Numbers of domestic networks, made with the check digit of ISO/IEC 7812-1.
#[test]
fn numbers_of_domestic_networks_are_accepted() {
    let prefixes = [
        ("860012", 16, Network::UzCard),
        ("561468", 16, Network::UzCard),
        ("986001", 16, Network::Humo),
        ("970400", 16, Network::Napas),
        ("970400", 19, Network::Napas),
        ("220512", 16, Network::Borica),
        ("637001", 16, Network::InstaPayment),
        ("636001", 17, Network::InterPayment),
        ("604001", 16, Network::UkrCard),
        ("310000", 19, Network::TUnion),
        ("601200", 16, Network::RuPay),
        ("194612", 16, Network::Gpn),
        ("637095", 16, Network::Hiper),
        ("357111", 16, Network::LankaPay),
        ("979200", 16, Network::Troy),
        ("506100", 19, Network::Verve),
        ("501912", 16, Network::Dankort),
        ("589562", 16, Network::Naranja),
    ];
    for (prefix, length, network) in prefixes {
        let body = format!("{prefix:5<width$}", width = length - 1);
        let numbers = (0..10).map(|check| format!("{body}{check}"));
        let good: Vec<_> = numbers.filter_map(|number| card::number(&number).ok()).collect();
        assert_eq!(
            good.iter().map(|number| number.network()).collect::<Vec<_>>(),
            [network],
            "{prefix} {length}"
        );
    }
    // Test cards of NAPAS and Payme.
    assert_eq!(card::number("9704000000000018").map(|number| number.network()), Ok(Network::Napas));
    assert_eq!(
        card::number("8600495473316478").map(|number| number.network()),
        Ok(Network::UzCard)
    );
}

#[test]
fn a_verification_value_is_as_long_as_the_network_prints_it() {
    let visa = card::number("4242424242424242").expect("a good number");
    let amex = card::number("378282246310005").expect("a good number");
    let rules = |text, number| broken(card::verification_value(text, number));
    assert_eq!(
        [rules("123", Some(&visa)), rules("1234", Some(&amex)), rules("1234", None)],
        [vec![], vec![], vec![]]
    );
    for (text, number) in [
        ("1234", &visa),
        ("123", &amex),
        ("", &visa),
        ("12a", &visa),
        ("１２３", &visa),
        ("12345", &amex),
    ] {
        assert_eq!(rules(text, Some(number)), [Rule::CardCvv], "{text}");
    }
}

proptest! {
    #[test]
    fn one_wrong_digit_never_passes_the_check(
        digits in "[0-9]{11,18}", at in 0..11_usize, by in 1..10_u8
    ) {
        let check = (0..10).find(
            |check| card::passes_luhn(&format!("{digits}{check}"))
        ).expect("one digit fits");
        let good = format!("{digits}{check}");
        let mut wrong = good.into_bytes();
        wrong[at] = b'0' + (wrong[at] - b'0' + by) % 10;
        prop_assert!(!card::passes_luhn(std::str::from_utf8(&wrong).expect("digits")));
    }

    #[test]
    fn masked_types_never_show_their_digits(number in prop::sample::select(PUBLISHED)) {
        let shown = format!("{:?}", card::number(number.0));
        prop_assert!(
            !shown.contains(&number.0[..6]) && !shown.contains(&number.0[number.0.len() - 4..])
        );
    }
}
