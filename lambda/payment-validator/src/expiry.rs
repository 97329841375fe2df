//! Card expiry.

use time::{Date, Month, OffsetDateTime, UtcOffset, macros::offset};

use crate::rule::{Checked, Rule};

/// The last time zone in which a day ends: a card is good until its month is over everywhere.
const LAST_ZONE: UtcOffset = offset!(-12);

/// No issuer dates a card further ahead.
const MAX_MONTHS_AHEAD: i32 = 20 * 12;

/// A month `YYYY-MM` that is not over yet in the last time zone on Earth, and at most 20 years
/// ahead.
pub fn expiry(text: &str, now: OffsetDateTime) -> Checked<()> {
    let Some((year, month)) = year_month(text) else {
        return Rule::CardExpiryFormat.refuse("must be a month such as 2030-09");
    };
    if months_ahead(year, month, now) > MAX_MONTHS_AHEAD {
        return Rule::CardExpiryTooFar.refuse("must be at most 20 years ahead");
    }
    let valid = end_of_month(year, month).is_some_and(|end| now < end);
    Rule::CardExpired.require(valid, (), "must not be over")
}

fn year_month(text: &str) -> Option<(i32, Month)> {
    let (year, month) = text.split_once('-')?;
    let digits =
        |part: &str, count| part.len() == count && part.bytes().all(|byte| byte.is_ascii_digit());
    if !digits(year, 4) || !digits(month, 2) {
        return None;
    }
    Some((year.parse().ok()?, Month::try_from(month.parse::<u8>().ok()?).ok()?))
}

fn months_ahead(year: i32, month: Month, now: OffsetDateTime) -> i32 {
    (year - now.year()) * 12 + i32::from(u8::from(month)) - i32::from(u8::from(now.month()))
}

/// The first instant after the month, in [`LAST_ZONE`].
fn end_of_month(year: i32, month: Month) -> Option<OffsetDateTime> {
    let year = if month == Month::December { year + 1 } else { year };
    let first = Date::from_calendar_date(year, month.next(), 1).ok()?;
    Some(first.midnight().assume_offset(LAST_ZONE))
}
