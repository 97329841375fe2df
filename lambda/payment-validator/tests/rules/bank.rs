use payment_validator::{Rule, bic::bic, iban::iban};
use proptest::prelude::*;

use crate::broken;

/// The examples of the IBAN registry (SWIFT, ISO 13616-2), one a country:
/// <https://www.swift.com/standards/data-standards/iban-international-bank-account-number>.
const PUBLISHED: &[&str] = &[
    "AD1200012030200359100100",
    "AE070331234567890123456",
    "AL47212110090000000235698741",
    "AT611904300234573201",
    "AZ21NABZ00000000137010001944",
    "BA391290079401028494",
    "BE68539007547034",
    "BG80BNBG96611020345678",
    "BH67BMAG00001299123456",
    "BR1800360305000010009795493C1",
    "BY13NBRB3600900000002Z00AB00",
    "CH9300762011623852957",
    "CR05015202001026284066",
    "CY17002001280000001200527600",
    "CZ6508000000192000145399",
    "DE89370400440532013000",
    "DK5000400440116243",
    "DO28BAGR00000001212453611324",
    "EE382200221020145685",
    "EG380019000500000000263180002",
    "ES9121000418450200051332",
    "FI2112345600000785",
    "FO6264600001631634",
    "FR1420041010050500013M02606",
    "GB29NWBK60161331926819",
    "GE29NB0000000101904917",
    "GI75NWBK000000007099453",
    "GL8964710001000206",
    "GR1601101250000000012300695",
    "GT82TRAJ01020000001210029690",
    "HN88CABF00000000000250005469",
    "HR1210010051863000160",
    "HU42117730161111101800000000",
    "IE29AIBK93115212345678",
    "IL620108000000099999999",
    "IQ98NBIQ850123456789012",
    "IS140159260076545510730339",
    "IT60X0542811101000000123456",
    "JO94CBJO0010000000000131000302",
    "KW81CBKU0000000000001234560101",
    "KZ86125KZT5004100100",
    "LB62099900000001001901229114",
    "LC55HEMM000100010012001200023015",
    "LI21088100002324013AA",
    "LT121000011101001000",
    "LU280019400644750000",
    "LV80BANK0000435195001",
    "LY83002048000020100120361",
    "MC5811222000010123456789030",
    "MD24AG000225100013104168",
    "ME25505000012345678951",
    "MK07250120000058984",
    "MR1300020001010000123456753",
    "MT84MALT011000012345MTLCAST001S",
    "MU17BOMM0101101030300200000MUR",
    "NL91ABNA0417164300",
    "NO9386011117947",
    "PK36SCBL0000001123456702",
    "PL61109010140000071219812874",
    "PS92PALS000000000400123456702",
    "PT50000201231234567890154",
    "QA58DOHB00001234567890ABCDEFG",
    "RO49AAAA1B31007593840000",
    "RS35260005601001611379",
    "SA0380000000608010167519",
    "SC18SSCB11010000000000001497USD",
    "SE4550000000058398257466",
    "SI56263300012039086",
    "SK3112000000198742637541",
    "SM86U0322509800000000270100",
    "ST23000100010051845310146",
    "SV62CENR00000000000000700025",
    "TL380080012345678910157",
    "TN5910006035183598478831",
    "TR330006100519786457841326",
    "UA213223130000026007233566001",
    "VA59001123000012345678",
    "VG96VPVG0000012345678901",
    "XK051212012345678906",
];

#[test]
fn the_examples_of_the_registry_are_accepted() {
    for text in PUBLISHED {
        assert_eq!(broken(iban(text)), [], "{text}");
    }
}

#[test]
fn other_check_digits_are_refused_even_the_congruent_ones() {
    for text in PUBLISHED {
        for digits in
            (0..100).map(|digits| format!("{digits:02}")).filter(|digits| digits != &text[2..4])
        {
            assert_eq!(
                broken(iban(&format!("{}{digits}{}", &text[..2], &text[4..]))),
                [Rule::IbanChecksum],
                "{text}"
            );
        }
    }
}

#[test]
fn a_digit_more_or_less_breaks_structure_and_checksum() {
    for text in PUBLISHED {
        let rules = broken(iban(&format!("{text}1")));
        assert!(rules.contains(&Rule::IbanStructure), "{text}: {rules:?}");
        let shorter = &text[..text.len() - 1];
        let rules = broken(iban(shorter));
        assert!(
            rules.contains(&Rule::IbanStructure) || rules == [Rule::IbanFormat],
            "{shorter}: {rules:?}"
        );
    }
}

#[test]
fn the_registry_has_89_countries() {
    let pairs = ('A'..='Z').flat_map(|a| ('A'..='Z').map(move |b| format!("{a}{b}0000000000000")));
    assert_eq!(pairs.filter(|text| !broken(iban(text)).contains(&Rule::IbanCountry)).count(), 89);
}

#[test]
fn only_the_electronic_format_is_accepted() {
    let wrong = [
        "",
        "DE",
        "de89370400440532013000",
        "DE89 3704 0044 0532 0130 00",
        "8937040044053201300000",
    ];
    for text in wrong.into_iter().chain([
        "DEXX370400440532013000",
        "DE89370400440532ö13000",
        &"A".repeat(35),
    ]) {
        assert_eq!(broken(iban(text)), [Rule::IbanFormat], "{text}");
    }
}

#[test]
fn bics_have_eight_or_eleven_characters_and_a_country() {
    for text in
        ["DEUTDEFF", "DEUTDEFF500", "NEDSZAJJXXX", "BNPAFRPP", "CHASUS33", "NCBVXKPR", "E097AEXX"]
    {
        assert_eq!(broken(bic(text)), [], "{text}");
    }
    for text in [
        "",
        "DEUTDEF",
        "DEUTDEFF5",
        "DEUTDEFF5000",
        "deutdeff",
        "DEUT DEFF",
        "DEUTDEFÄ",
        "DEUT-EFF",
    ] {
        assert_eq!(broken(bic(text)), [Rule::BicFormat], "{text}");
    }
    for text in ["DEUTUKFF", "DEUT00FF", "DEUTEUFFXXX"] {
        assert_eq!(broken(bic(text)), [Rule::BicCountry], "{text}");
    }
}

proptest! {
    #[test]
    fn one_wrong_digit_of_an_account_never_passes_the_check(
        digits in "[0-9]{18}", at in 0..18_usize, by in 1..10_u8
    ) {
        let good = (2..99).map(
            |check| format!("DE{check:02}{digits}")
        ).find(|text| iban(text).is_ok());
        let mut wrong = good.expect("one pair of check digits fits").into_bytes();
        wrong[4 + at] = b'0' + (wrong[4 + at] - b'0' + by) % 10;
        prop_assert_eq!(
            broken(iban(std::str::from_utf8(&wrong).expect("ASCII"))), [Rule::IbanChecksum]
        );
    }

    #[test]
    fn no_text_makes_the_checks_panic(text in any::<String>()) {
        prop_assert!(iban(&text).is_err() && bic(&text).is_err());
    }
}
