use payment_validator::{Rule, timestamp::requested_at};
use proptest::prelude::*;
use time::{Duration, UtcOffset, format_description::well_known::Rfc3339, macros::datetime};

use crate::{broken, corpus::NOW};

#[test]
fn the_examples_of_rfc_3339_are_read() {
    // Section 5.8; the last but one is a leap second, which the next second stands for.
    let examples = [
        ("1985-04-12T23:20:50.52Z", datetime!(1985-04-12 23:20:50.52 UTC)),
        ("1996-12-19T16:39:57-08:00", datetime!(1996-12-20 00:39:57 UTC)),
        ("1990-12-31T23:59:60Z", datetime!(1990-12-31 23:59:59.999_999_999 UTC)),
        ("1990-12-31T15:59:60-08:00", datetime!(1990-12-31 23:59:59.999_999_999 UTC)),
        ("1937-01-01T12:00:27.87+00:20", datetime!(1937-01-01 11:40:27.87 UTC)),
    ];
    for (text, instant) in examples {
        assert_eq!(broken(requested_at(text, instant)), [], "{text}");
        assert_eq!(
            broken(requested_at(text, instant + Duration::hours(1))),
            [Rule::TimestampSkew],
            "{text}"
        );
    }
}

#[test]
fn other_forms_are_refused() {
    let wrong =
        ["", "2026-11-22", "2026-11-22T12:00:00", "2026-11-22 12:00:00Z", "2026-11-22t12:00:00Z"];
    let more = [
        "2026-11-22T12:00:00z",
        "2026-11-22T12:00Z",
        "2026-02-29T12:00:00Z",
        "2026-11-22T24:00:00Z",
    ];
    let last = [
        "2026-11-22T12:00:00+0000",
        "2026-11-22T12:00:00.Z",
        "2026-11-22T12:00:00.1234567890Z",
        "1795348800",
    ];
    for text in wrong
        .into_iter()
        .chain(more)
        .chain(last)
        .chain(["2026-11-22T12:00:00Z ", "２026-11-22T12:00:00Z"])
    {
        assert_eq!(broken(requested_at(text, NOW)), [Rule::TimestampFormat], "{text}");
    }
}

#[test]
fn five_minutes_either_way_are_accepted_and_not_a_nanosecond_more() {
    for (text, skewed) in [
        ("2026-11-22T11:55:00Z", false),
        ("2026-11-22T11:54:59.999999999Z", true),
        ("2026-11-22T12:05:00Z", false),
        ("2026-11-22T12:05:00.000000001Z", true),
        ("0000-01-01T00:00:00Z", true),
        ("9999-12-31T23:59:59Z", true),
    ] {
        let expected: &[Rule] = if skewed { &[Rule::TimestampSkew] } else { &[] };
        assert_eq!(broken(requested_at(text, NOW)), expected, "{text}");
    }
}

proptest! {
    #[test]
    fn an_instant_is_judged_the_same_in_every_offset(
        seconds in -900_i64..900, minutes in -1_439_i32..1_440
    ) {
        let offset = UtcOffset::from_whole_seconds(minutes * 60).expect("less than a day");
        let text = (
            NOW + Duration::seconds(seconds)
        ).to_offset(offset).format(&Rfc3339).expect("formattable");
        prop_assert_eq!(requested_at(&text, NOW).is_ok(), seconds.abs() <= 300);
    }
}
