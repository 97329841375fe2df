use payment_validator::{Rule, expiry::expiry};
use proptest::prelude::*;
use time::macros::datetime;

use crate::{broken, corpus::NOW};

#[test]
fn a_card_is_good_until_its_month_is_over_in_the_last_time_zone() {
    assert_eq!(broken(expiry("2026-11", datetime!(2026-12-01 11:59:59.999_999_999 UTC))), []);
    assert_eq!(broken(expiry("2026-11", datetime!(2026-12-01 12:00 UTC))), [Rule::CardExpired]);
    assert_eq!(broken(expiry("2026-12", datetime!(2027-01-01 11:59:59 UTC))), []);
    assert_eq!(broken(expiry("2026-12", datetime!(2027-01-01 12:00 UTC))), [Rule::CardExpired]);
    assert_eq!(broken(expiry("2028-02", datetime!(2028-02-29 23:59:59 UTC))), []);
}

#[test]
fn a_card_may_be_dated_twenty_years_ahead_and_not_a_month_more() {
    assert_eq!(broken(expiry("2046-11", NOW)), []);
    assert_eq!(broken(expiry("2046-12", NOW)), [Rule::CardExpiryTooFar]);
    assert_eq!(broken(expiry("9999-12", NOW)), [Rule::CardExpiryTooFar]);
}

#[test]
fn only_year_and_month_in_digits_are_a_month() {
    let wrong = [
        "",
        "-",
        "2030",
        "2030-",
        "2030-00",
        "2030-13",
        "30-09",
        "2030-9",
        "2030-09-01",
        "+030-09",
        "2030-+9",
    ];
    for text in wrong.into_iter().chain(["09/30", "２030-09", " 2030-09", "2030-09 ", "99999-01"])
    {
        assert_eq!(broken(expiry(text, NOW)), [Rule::CardExpiryFormat], "{text}");
    }
}

proptest! {
    #[test]
    fn exactly_the_months_from_now_to_twenty_years_ahead_are_accepted(year in 0..10_000_i32, month in 1..=12_i32) {
        let ahead = (year - 2026) * 12 + month - 11;
        let accepted = expiry(&format!("{year:04}-{month:02}"), NOW).is_ok();
        prop_assert_eq!(accepted, (0..=240).contains(&ahead));
    }
}
