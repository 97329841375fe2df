use payment_validator::{Rule, amount, currency};

use crate::broken;

/// Codes and minor units of ISO 4217 list one that are not 2, as published by the maintenance agency SIX.
const EXPONENTS: &[(u32, &[&str])] = &[
    (
        0,
        &[
            "BIF", "CLP", "DJF", "GNF", "ISK", "JPY", "KMF", "KRW", "PYG", "RWF", "UGX", "UYI", "VND", "VUV", "XAF",
            "XOF", "XPF",
        ],
    ),
    (3, &["BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"]),
    (4, &["CLF", "UYW"]),
];

/// The other codes of list one that have a minor unit.
const TWO_DIGITS: &str = "AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD \
    CDF CHE CHF CHW CNY COP COU CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD \
    HNL HTG HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR \
    MVR MWK MXN MXV MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD \
    SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD USN UYU UZS VED VES WST XAD XCD XCG \
    YER ZAR ZMW ZWG";

fn exponent_of(code: &str) -> Option<u32> {
    currency::alpha3(code).ok().map(currency::Currency::exponent)
}

#[test]
fn every_currency_of_iso_4217_has_its_exponent_and_no_other_code_is_a_currency() {
    let exceptions = EXPONENTS.iter().flat_map(|(exponent, codes)| codes.iter().map(move |code| (*code, *exponent)));
    let mut listed: Vec<_> = exceptions.chain(TWO_DIGITS.split_whitespace().map(|code| (code, 2))).collect();
    listed.sort_unstable();
    let letters = || 'A'..='Z';
    let codes = letters().flat_map(|a| letters().flat_map(move |b| letters().map(move |c| format!("{a}{b}{c}"))));
    let accepted: Vec<_> = codes.filter_map(|code| Some((exponent_of(&code)?, code))).map(|(e, c)| (c, e)).collect();
    let accepted: Vec<_> = accepted.iter().map(|(code, exponent)| (code.as_str(), *exponent)).collect();
    assert_eq!(accepted, listed);
}

#[test]
fn codes_without_minor_unit_withdrawn_codes_and_other_spellings_are_told_apart() {
    for code in ["XAU", "XAG", "XPT", "XPD", "XDR", "XSU", "XUA", "XBA", "XBB", "XBC", "XBD", "XTS", "XXX"] {
        assert_eq!(broken(currency::alpha3(code)), [Rule::CurrencyNoMinorUnit], "{code}");
    }
    for code in ["HRK", "BGN", "CUC", "SLL", "ZWL"] {
        assert_eq!(broken(currency::alpha3(code)), [Rule::CurrencyWithdrawn], "{code}");
    }
    for code in ["", "US", "usd", "Usd", "USDX", " USD", "840", "ＵＳＤ", "ANG", "DEM"] {
        assert_eq!(broken(currency::alpha3(code)), [Rule::CurrencyUnknown], "{code}");
    }
}

#[test]
fn an_amount_is_accepted_from_one_minor_unit_to_the_limit_of_its_currency() {
    for (code, limit) in [("USD", 100_000_000), ("JPY", 150_000_000), ("KWD", 300_000_000), ("IDR", 999_999_999_900)] {
        let currency = currency::alpha3(code).expect("a currency");
        assert_eq!(amount::limit(currency), limit);
        let rule = |units| amount::minor_units(units, currency).err().map(|breach| breach.rule);
        assert_eq!([rule(1), rule(limit)], [None, None], "{code}");
        assert_eq!([rule(0), rule(-1), rule(i64::MIN)], [Some(Rule::AmountNotPositive); 3], "{code}");
        assert_eq!([rule(limit + 1), rule(i64::MAX)], [Some(Rule::AmountAboveLimit); 2], "{code}");
    }
}

#[test]
fn no_limit_is_above_the_twelve_digits_of_iso_8583() {
    for code in TWO_DIGITS.split_whitespace().chain(EXPONENTS.iter().flat_map(|(_, codes)| codes.iter().copied())) {
        let limit = amount::limit(currency::alpha3(code).expect("a currency"));
        assert!((1..=999_999_999_999).contains(&limit), "{code}: {limit}");
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
