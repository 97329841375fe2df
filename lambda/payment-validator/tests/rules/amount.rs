use payment_validator::{Rule, amount, currency};

use crate::broken;

/// Codes and minor units of ISO 4217 list one that are not 2, as published by the maintenance
/// agency SIX.
const EXPONENTS: &[(u32, &[&str])] = &[
    (
        0,
        &[
            "BIF", "CLP", "DJF", "GNF", "ISK", "JPY", "KMF", "KRW", "PYG", "RWF", "UGX", "UYI",
            "VND", "VUV", "XAF", "XOF", "XPF",
        ],
    ),
    (3, &["BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"]),
    (4, &["CLF", "UYW"]),
];

/// The other codes of list one that have a minor unit.
const TWO_DIGITS: &str = "AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BMD BND BOB BOV BRL BSD \
                          BTN BWP BYN BZD CAD CDF CHE CHF CHW CNY COP COU CRC CUP CVE CZK DKK DOP \
                          DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF \
                          IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL \
                          MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MXV MYR MZN NAD NGN NIO NOK NPR \
                          NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP \
                          SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD \
                          USN UYU UZS VED VES WST XAD XCD XCG YER ZAR ZMW ZWG";

fn exponent_of(code: &str) -> Option<u32> {
    currency::alpha3(code).ok().map(currency::Currency::exponent)
}

#[test]
fn every_currency_of_iso_4217_has_its_exponent_and_no_other_code_is_a_currency() {
    let exceptions = EXPONENTS
        .iter()
        .flat_map(|(exponent, codes)| codes.iter().map(move |code| (*code, *exponent)));
    let mut listed: Vec<_> =
        exceptions.chain(TWO_DIGITS.split_whitespace().map(|code| (code, 2))).collect();
    listed.sort_unstable();
    let letters = || 'A'..='Z';
    let codes = letters()
        .flat_map(|a| letters().flat_map(move |b| letters().map(move |c| format!("{a}{b}{c}"))));
    let accepted: Vec<_> =
        codes.filter_map(|code| Some((exponent_of(&code)?, code))).map(|(e, c)| (c, e)).collect();
    let accepted: Vec<_> =
        accepted.iter().map(|(code, exponent)| (code.as_str(), *exponent)).collect();
    assert_eq!(accepted, listed);
}

#[test]
fn codes_without_minor_unit_withdrawn_codes_and_other_spellings_are_told_apart() {
    for code in
        ["XAU", "XAG", "XPT", "XPD", "XDR", "XSU", "XUA", "XBA", "XBB", "XBC", "XBD", "XTS", "XXX"]
    {
        assert_eq!(broken(currency::alpha3(code)), [Rule::CurrencyNoMinorUnit], "{code}");
    }
    for code in
        ["", "US", "usd", "Usd", "USDX", " USD", "840", "ＵＳＤ", "bgn", "ZZZ", "SLA", "BTC"]
    {
        assert_eq!(broken(currency::alpha3(code)), [Rule::CurrencyUnknown], "{code}");
    }
}

/// ISO 4217 list three (2026-01-01): all codes of it that list one does not hold, written down once
/// more.
const LIST_THREE: &str = "ADP AFA ALK ANG AOK AON AOR ARA ARP ARY ATS AYM AZM BAD BEC BEF BEL BGJ \
                          BGK BGL BGN BOP BRB \
     BRC BRE BRN BRR BUK BYB BYR CHC CSD CSJ CSK CUC CYP DDM DEM ECS ECV EEK ESA ESB ESP FIM FRF \
     GEK GHC GHP GNE GNS GQE GRD GWE GWP HRD HRK IEP ILP ILR ISJ ITL LAJ LSM LTL LTT LUC LUF LUL \
     LVL LVR MGF MLF MRO MTL MTP MVQ MXP MZE MZM NIC NLG PEH PEI PES PLZ PTE RHD ROK ROL RUR SDD \
     SDP SIT SKK SLL SRG STD SUR TJR TMM TPE TRL UAK UGS UGW USS UYN UYP VEB VEF VNC XEU XFO XFU \
     XRE YDD YUD YUM YUN ZAL ZMK ZRN ZRZ ZWC ZWD ZWL ZWN ZWR";

#[test]
fn every_code_of_list_three_is_withdrawn_and_no_other_is() {
    let letters = || 'A'..='Z';
    let codes = letters()
        .flat_map(|a| letters().flat_map(move |b| letters().map(move |c| format!("{a}{b}{c}"))));
    let withdrawn: Vec<_> =
        codes.filter(|code| broken(currency::alpha3(code)) == [Rule::CurrencyWithdrawn]).collect();
    assert_eq!(withdrawn, LIST_THREE.split_whitespace().collect::<Vec<_>>());
}

#[test]
fn the_message_about_a_withdrawn_code_names_its_successor_and_not_the_code() {
    let successors = [
        ("BGN", "EUR"),
        ("HRK", "EUR"),
        ("DEM", "EUR"),
        ("ANG", "XCG"),
        ("SLL", "SLE"),
        ("ZWL", "ZWG"),
        ("CUC", "CUP"),
        ("VEF", "VES"),
        ("CSK", "CZK or EUR"),
        ("MRO", "MRU"),
        ("STD", "STN"),
    ];
    for (code, successor) in successors {
        let breaches = currency::alpha3(code).expect_err("withdrawn");
        let message = &breaches[0].message;
        assert!(
            message.ends_with(&format!("the successor is {successor}")) && !message.contains(code),
            "{message}"
        );
    }
    for current in ["EUR", "XCG", "SLE", "ZWG", "CUP", "VES", "VED", "XAD", "MRU", "STN"] {
        assert_eq!(broken(currency::alpha3(current)), [], "{current}");
    }
}

#[test]
fn a_code_that_the_crate_calls_superseded_is_in_list_three() {
    let letters = || 'A'..='Z';
    let codes = letters()
        .flat_map(|a| letters().flat_map(move |b| letters().map(move |c| format!("{a}{b}{c}"))));
    let superseded = codes.filter(|code| {
        iso_currency::Currency::from_code(code).is_some_and(|c| c.is_superseded().is_some())
    });
    for code in superseded.filter(|code| code != "VES") {
        assert_eq!(broken(currency::alpha3(&code)), [Rule::CurrencyWithdrawn], "{code}");
    }
}

#[test]
fn an_amount_is_accepted_from_one_minor_unit_to_the_limit_of_its_currency() {
    let limits =
        [("USD", 100_000_000), ("JPY", 200_000_000), ("KWD", 300_000_000), ("BHD", 400_000_000)];
    let large = [
        ("LBP", 9_000_000_000_000),
        ("IRR", 100_000_000_000_000),
        ("VND", 30_000_000_000),
        ("CLF", 200_000_000),
    ];
    for (code, limit) in limits.into_iter().chain(large) {
        let currency = currency::alpha3(code).expect("a currency");
        assert_eq!(amount::limit(currency), limit);
        let rule = |units| amount::minor_units(units, currency).err().map(|breach| breach.rule);
        assert_eq!([rule(1), rule(limit)], [None, None], "{code}");
        assert_eq!(
            [rule(0), rule(-1), rule(i64::MIN)],
            [Some(Rule::AmountNotPositive); 3],
            "{code}"
        );
        assert_eq!([rule(limit + 1), rule(i64::MAX)], [Some(Rule::AmountAboveLimit); 2], "{code}");
    }
}

#[test]
fn everyday_amounts_of_currencies_with_small_units_are_accepted() {
    // A notebook of about 1,500 dollars, in minor units.
    let amounts = [
        ("LBP", 13_500_000_000),
        ("IRR", 206_000_000_000),
        ("VND", 39_000_000),
        ("LAK", 3_370_000_000),
        ("UZS", 1_770_000_000),
        ("XOF", 866_000),
        ("IQD", 1_970_000_000),
        ("ARS", 229_000_000),
        ("NGN", 199_000_000),
        ("IDR", 2_500_000_000),
    ];
    for (code, units) in amounts {
        assert_eq!(
            amount::minor_units(units, currency::alpha3(code).expect("a currency")),
            Ok(()),
            "{code}"
        );
        let car = units * 100; // 150,000 dollars.
        assert_eq!(
            amount::minor_units(car, currency::alpha3(code).expect("a currency")),
            Ok(()),
            "{code}"
        );
    }
}

#[test]
fn forty_million_dollars_are_above_the_limit_in_every_currency_with_a_large_unit() {
    for (code, units) in [
        ("CLF", 9_520_000_000),
        ("KWD", 12_350_000_000),
        ("BHD", 15_040_000_000),
        ("OMR", 15_400_000_000),
    ] {
        let breach = amount::minor_units(units, currency::alpha3(code).expect("a currency"))
            .expect_err("too much");
        assert_eq!(breach.rule, Rule::AmountAboveLimit, "{code}");
    }
}

#[test]
fn every_limit_is_a_number_that_json_keeps_exactly() {
    for code in TWO_DIGITS
        .split_whitespace()
        .chain(EXPONENTS.iter().flat_map(|(_, codes)| codes.iter().copied()))
    {
        let limit = amount::limit(currency::alpha3(code).expect("a currency"));
        assert!((1..1 << 53).contains(&limit), "{code}: {limit}");
    }
}

#[test]
fn only_the_currencys_own_exponent_is_accepted() {
    for code in ["JPY", "USD", "KWD", "CLF"] {
        let currency = currency::alpha3(code).expect("a currency");
        for exponent in -1..6 {
            let holds = amount::exponent(exponent, currency).is_ok();
            assert_eq!(holds, exponent == i64::from(currency.exponent()), "{code} {exponent}");
        }
    }
}
