use super::*;

fn n(text: &str) -> Number {
    Number::parse(text).unwrap()
}

#[test]
fn numbers_print_with_the_fewest_digits_as_terraform_prints_them() {
    for (written, printed) in [
        ("0.1", "0.1"),
        ("-0", "-0"),
        ("007", "7"),
        (".5", "0.5"),
        ("+5", "5"),
        ("1e21", "1000000000000000000000"),
        ("2.50", "2.5"),
        ("1e-7", "0.0000001"),
        ("9007199254740993", "9007199254740993"),
        ("Inf", "+Inf"),
        ("1p3", "8"),
    ] {
        assert_eq!(n(written).to_string(), printed, "{written}");
    }
    assert_eq!(n("0.1").add(&n("0.2")).unwrap().to_string(), "0.3");
    assert_eq!(n("1").divide(&n("3")).unwrap().to_string().len(), 2 + 155);
    assert_eq!(n("1e308").multiply(&n("10")).unwrap(), n("1e309"));
}

#[test]
fn no_division_fails_but_zero_by_zero() {
    assert_eq!(n("5").remainder(&n("0")).unwrap(), n("5"));
    assert_eq!(n("-9223372036854775808").remainder(&n("-1")).unwrap(), n("0"));
    assert_eq!(n("1").divide(&n("0")).unwrap().to_string(), "+Inf");
    assert_eq!(n("0").divide(&n("0")), Err(NumberError::NotANumber));
    assert_eq!(n("-7").remainder(&n("3")).unwrap(), n("-1"));
    assert_eq!(n("5.5").remainder(&n("2")).unwrap(), n("1.5"));
}

#[test]
fn a_text_that_is_no_number_and_one_of_a_million_digits_are_refused() {
    for text in ["", " 5", "5 ", "0x1F", "1_000", "e5", ".", "1e", "--1", "Infinity", "NaN"] {
        assert_eq!(Number::parse(text), Err(NumberError::NotWritten), "{text:?}");
    }
    assert_eq!(Number::parse("1e999999999"), Err(NumberError::TooLarge));
    assert_eq!(Number::parse("1e99999999999999999999999"), Err(NumberError::TooLarge));
}

#[test]
fn binary64_there_and_back_is_exact() {
    for value in [
        0.0,
        -0.0,
        1.0,
        -2.5,
        0.1,
        1e300,
        5e-324,
        2.2250738585072014e-308,
        f64::MAX,
        1.5e-310,
        f64::INFINITY,
    ] {
        let back = Number::float(value).unwrap().to_f64();
        assert_eq!(back.to_bits(), value.to_bits(), "{value}");
    }
    assert_eq!(n("1e400").to_f64(), f64::INFINITY);
    assert_eq!(n("1e-400").to_f64(), 0.0);
    assert_eq!(n("0.1").to_f64(), 0.1);
    assert!(Number::float(f64::NAN).is_none());
}

proptest::proptest! {
    /// With 53 bits the arithmetic is that of the processor, which rounds to nearest and ties to
    /// even too.
    #[test]
    fn at_53_bits_every_result_is_that_of_binary64(a in finite(), b in finite()) {
        let (x, y) = (Number::float(a).unwrap(), Number::float(b).unwrap());
        let of = |result: Result<Number, NumberError>| result.unwrap().to_f64();
        proptest::prop_assert_eq!(of(x.add(&y)).to_bits(), (a + b).to_bits());
        proptest::prop_assert_eq!(of(x.subtract(&y)).to_bits(), (a - b).to_bits());
        proptest::prop_assert_eq!(of(x.multiply(&y)).to_bits(), (a * b).to_bits());
        if b != 0.0 {
            proptest::prop_assert_eq!(of(x.divide(&y)).to_bits(), (a / b).to_bits());
        }
        proptest::prop_assert_eq!(x.cmp(&y), a.partial_cmp(&b).unwrap());
    }

    #[test]
    fn what_is_printed_is_read_as_the_same_number_and_is_no_longer_than_needed(a in finite()) {
        let text = Number::float(a).unwrap().to_string();
        proptest::prop_assert_eq!(text.parse::<f64>().unwrap().to_bits(), a.to_bits());
        proptest::prop_assert_eq!(text.len(), format!("{a}").len());
    }

    #[test]
    fn no_text_and_no_pair_of_numbers_panics(
        text in "[-+]?[0-9]{0,30}[.]?[0-9]{0,30}([ep][-+]?[0-9]{0,4})?", a in finite()
    ) {
        if let Ok(number) = Number::parse(&text) {
            let other = Number::float(a).unwrap();
            for result in [
                number.add(&other), number.multiply(&other), number.divide(&other),
                number.remainder(&other), other.remainder(&number)
            ] {
                let _ = result.map(|result| result.to_string());
            }
        }
    }
}

/// Results of these are no subnormals: those of binary64 have fewer bits.
fn finite() -> impl proptest::strategy::Strategy<Value = f64> {
    use proptest::strategy::Strategy;
    let digits = (proptest::num::i64::ANY, -120_i32..120)
        .prop_map(|(mantissa, exponent)| mantissa as f64 * 2f64.powi(exponent));
    proptest::prop_oneof![
        digits,
        (-1000_i32..1000).prop_map(f64::from),
        proptest::strategy::Just(0.0)
    ]
}
