//! Timestamps of RFC 3339, from the crate `time`.

use time::{Duration, OffsetDateTime, format_description::well_known::Rfc3339};

use crate::rule::{Checked, Rule};

/// How far a sender's clock may be from the receiver's, either way.
pub const MAX_SKEW: Duration = Duration::minutes(5);

/// A timestamp with `T` and an upper-case `Z` or an offset, at most nine digits of seconds'
/// fraction, within [`MAX_SKEW`] of `now`.
pub fn requested_at(text: &str, now: OffsetDateTime) -> Checked<()> {
    let Some(instant) = rfc3339(text) else {
        return Rule::TimestampFormat
            .refuse("must be an RFC 3339 timestamp such as 2026-11-22T12:00:00Z");
    };
    let skew = (now - instant).abs();
    Rule::TimestampSkew.require(
        skew <= MAX_SKEW,
        (),
        "must be within 300 seconds of the time of receipt",
    )
}

/// The crate takes any separator before the time and cuts fractions after nine digits: both are
/// refused here.
fn rfc3339(text: &str) -> Option<OffsetDateTime> {
    let strict =
        text.as_bytes().get(10) == Some(&b'T') && !text.contains('z') && fraction_digits(text) <= 9;
    strict.then(|| OffsetDateTime::parse(text, &Rfc3339).ok()).flatten()
}

fn fraction_digits(text: &str) -> usize {
    text.split_once('.').map_or(0, |(_, rest)| rest.bytes().take_while(u8::is_ascii_digit).count())
}
