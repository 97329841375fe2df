//! `formatdate`, `timeadd` and `timecmp`.
//!
//! Durations are written as in Go, which `jiff` does not read.
//!
//! Sources: cty's `stdlib/datetime.go` 1.16, Go's `time.ParseDuration`.

mod timestamp;

use super::hash_crypto::each_time_another;
use super::support::{NUMBER, Outcome, STRING, bounded, quoted, string, text};
use super::{Function, FunctionContext, FunctionError};
use crate::value::Value;
use timestamp::Timestamp;

pub(super) const FUNCTIONS: &[Function] = &[
    Function::new("formatdate", &[string("format"), string("time")], STRING, formatdate),
    Function::new("timeadd", &[string("timestamp"), string("duration")], STRING, timeadd),
    Function::new("timecmp", &[string("timestamp_a"), string("timestamp_b")], NUMBER, timecmp),
    Function::new("timestamp", &[], STRING, |_, _| Ok(each_time_another("timestamp"))),
    Function::new("plantimestamp", &[], STRING, |_, _| Ok(each_time_another("plantimestamp"))),
];

/// `formatdate`: `h` is the hour of 24, `H` of 12.
fn formatdate(arguments: &[Value], _: &FunctionContext) -> Outcome {
    let time = Timestamp::read(text(arguments, 1), false)
        .map_err(|error| FunctionError::argument(1, error))?;
    bounded(formatted(text(arguments, 0), time).map_err(|error| FunctionError::argument(0, error))?)
}

/// `timeadd`: the offset stays; fractions of a second are dropped.
fn timeadd(arguments: &[Value], _: &FunctionContext) -> Outcome {
    let time = Timestamp::read(text(arguments, 0), false).map_err(FunctionError::call)?;
    let nanoseconds = i128::from(time.nanoseconds)
        + i128::from(duration(text(arguments, 1)).map_err(FunctionError::call)?);
    let seconds = time.seconds + nanoseconds.div_euclid(1_000_000_000) as i64;
    Ok(Timestamp { seconds, nanoseconds: 0, ..time }.written().into())
}

/// `timecmp`: moments, not texts.
fn timecmp(arguments: &[Value], _: &FunctionContext) -> Outcome {
    let read = |at| {
        Timestamp::read(text(arguments, at), true)
            .map_err(|error| FunctionError::argument(at, error))
    };
    let (a, b) = (read(0)?, read(1)?);
    Ok(Value::integer((a.seconds, a.nanoseconds).cmp(&(b.seconds, b.nanoseconds)) as i64))
}

/// What a plain scalar of YAML that is a date or a time becomes. None: it is neither.
pub(super) fn of_yaml(text: &str) -> Option<String> {
    fn number(rest: &mut &str, least: usize, most: usize) -> Option<i64> {
        let end = rest.bytes().take(most).take_while(u8::is_ascii_digit).count();
        let (digits, after) = rest.split_at(end);
        *rest = after;
        if end < least { None } else { digits.parse().ok() }
    }
    let mut rest = text;
    let year = number(&mut rest, 4, 4)?;
    rest = rest.strip_prefix('-')?;
    let month = number(&mut rest, 1, 2)?;
    rest = rest.strip_prefix('-')?;
    let day = number(&mut rest, 1, 2)?;
    let mut time = "00:00:00".to_string();
    let mut zone = "Z";
    if !rest.is_empty() {
        let zoned = !rest.starts_with(' ');
        rest = rest.strip_prefix(['T', 't', ' '])?;
        let hour = number(&mut rest, 1, 2)?;
        rest = rest.strip_prefix(':')?;
        let minute = number(&mut rest, 1, 2)?;
        rest = rest.strip_prefix(':')?;
        let second = number(&mut rest, 1, 2)?;
        if let Some(fraction) = rest.strip_prefix(['.', ',']) {
            rest = fraction.trim_start_matches(|c: char| c.is_ascii_digit());
            if rest.len() == fraction.len() {
                return None;
            }
        }
        time = format!("{hour:02}:{minute:02}:{second:02}");
        match zoned {
            true => zone = rest,
            false if !rest.is_empty() => return None,
            false => {}
        }
    }
    Some(
        Timestamp::read(&format!("{year:04}-{month:02}-{day:02}T{time}{zone}"), true)
            .ok()?
            .written(),
    )
}

/// A duration in nanoseconds, as Go writes it: `-1.5h10m`.
fn duration(text: &str) -> Result<i64, String> {
    let invalid = || format!("time: invalid duration {}", quoted(text));
    let (negative, mut rest) = match text.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, text.strip_prefix('+').unwrap_or(text)),
    };
    if rest == "0" {
        return Ok(0);
    }
    if rest.is_empty() {
        return Err(invalid());
    }
    let mut total: i128 = 0;
    while !rest.is_empty() {
        let digits = |rest: &str| rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
        let (whole, after) = rest.split_at(digits(rest));
        let (fraction, after) = match after.strip_prefix('.') {
            Some(after) => after.split_at(digits(after)),
            None => ("", after),
        };
        if whole.is_empty() && fraction.is_empty() {
            return Err(invalid());
        }
        let (name, after) = after
            .split_at(after.find(|c: char| c == '.' || c.is_ascii_digit()).unwrap_or(after.len()));
        let unit: i128 = match name {
            "" => return Err(format!("time: missing unit in duration {}", quoted(text))),
            "ns" => 1,
            "us" | "µs" | "μs" => 1000,
            "ms" => 1_000_000,
            "s" => 1_000_000_000,
            "m" => 60_000_000_000,
            "h" => 3_600_000_000_000,
            _ => {
                return Err(format!(
                    "time: unknown unit {} in duration {}",
                    quoted(name),
                    quoted(text)
                ));
            }
        };
        let number: i128 =
            if whole.is_empty() { 0 } else { whole.parse::<u64>().map_err(|_| invalid())?.into() };
        total += number * unit;
        if !fraction.is_empty() {
            // What is beyond 18 digits is less than a nanosecond of an hour.
            let fraction = &fraction[..fraction.len().min(18)];
            let part: i128 = fraction.parse().map_err(|_| invalid())?;
            total += part * unit / 10_i128.pow(fraction.len() as u32);
        }
        if total > i128::from(i64::MAX) + i128::from(negative) {
            return Err(invalid());
        }
        rest = after;
    }
    i64::try_from(if negative { -total } else { total }).map_err(|_| invalid())
}

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
const WEEKDAYS: [&str; 7] =
    ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];

/// The text of `at` in cty's format language.
fn formatted(format: &str, timestamp: Timestamp) -> Result<String, String> {
    let at = timestamp.civil();
    let mut out = String::new();
    let mut rest = format;
    while let Some(first) = rest.chars().next() {
        if first == '\'' {
            let (text, after) = literal(rest).ok_or("unterminated literal '")?;
            out.push_str(&text);
            rest = after;
            continue;
        }
        if !first.is_ascii_alphabetic() {
            let end =
                rest.find(|c: char| c == '\'' || c.is_ascii_alphabetic()).unwrap_or(rest.len());
            out.push_str(&rest[..end]);
            rest = &rest[end..];
            continue;
        }
        let end = rest.find(|c| c != first).unwrap_or(rest.len());
        let (verb, after) = rest.split_at(end);
        rest = after;
        let invalid = |must: &str| format!("invalid date format verb {}: {must}", quoted(verb));
        let one_or_two = |value: i64, must: &str| match end {
            1 => Ok(value.to_string()),
            2 => Ok(format!("{value:02}")),
            _ => Err(invalid(must)),
        };
        let noon = if at.hour < 12 { "AM" } else { "PM" };
        out.push_str(&match (first, end) {
            ('Y', 2) => format!("{:02}", at.year % 100),
            ('Y', 4) => format!("{:04}", at.year),
            ('Y', _) => return Err(invalid("year must either be \"YY\" or \"YYYY\"")),
            ('M', 3) => MONTHS[at.month as usize - 1][..3].to_string(),
            ('M', 4) => MONTHS[at.month as usize - 1].to_string(),
            ('M', _) => one_or_two(at.month, "month must be \"M\", \"MM\", \"MMM\", or \"MMMM\"")?,
            ('D', _) => one_or_two(at.day, "day of month must either be \"D\" or \"DD\"")?,
            ('E', 3) => WEEKDAYS[at.weekday][..3].to_string(),
            ('E', 4) => WEEKDAYS[at.weekday].to_string(),
            ('E', _) => return Err(invalid("day of week must either be \"EEE\" or \"EEEE\"")),
            ('h', _) => one_or_two(at.hour, "24-hour must either be \"h\" or \"hh\"")?,
            ('H', _) => {
                one_or_two((at.hour + 11) % 12 + 1, "12-hour must either be \"H\" or \"HH\"")?
            }
            ('A', 2) => noon.to_string(),
            ('a', 2) => noon.to_lowercase(),
            ('A' | 'a', _) => return Err(invalid(&format!("must be \"{first}{first}\""))),
            ('m', _) => one_or_two(at.minute, "minute must either be \"m\" or \"mm\"")?,
            ('s', _) => one_or_two(at.second, "second must either be \"s\" or \"ss\"")?,
            ('Z', 1) if timestamp.offset == 0 => "Z".to_string(),
            ('Z', 3) if timestamp.offset == 0 => "UTC".to_string(),
            ('Z', 1 | 5) => timestamp.zone(true),
            ('Z', 3 | 4) => timestamp.zone(false),
            ('Z', _) => return Err(invalid("timezone must be Z, ZZZZ, or ZZZZZ")),
            _ => return Err(format!("invalid date format verb {}", quoted(verb))),
        });
    }
    Ok(out)
}

/// A text in quotes at the beginning of `rest`, where two quotes are one, and what is after it.
/// None: it does not end.
fn literal(rest: &str) -> Option<(String, &str)> {
    if let Some(after) = rest.strip_prefix("''") {
        return Some(("'".to_string(), after));
    }
    let mut text = String::new();
    let mut inner = rest.strip_prefix('\'')?;
    loop {
        let (part, after) = inner.split_once('\'')?;
        text.push_str(part);
        match after.strip_prefix('\'') {
            Some(after) => {
                text.push('\'');
                inner = after;
            }
            None => return Some((text, after)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn years_go_beyond_four_digits_and_before_the_first() {
        for (time, added, result) in [
            ("9999-12-31T23:59:59Z", "1h30m15s", Some("10000-01-01T01:30:14Z")),
            ("0001-01-01T00:00:00Z", "-8760h", Some("0000-01-02T00:00:00Z")),
            ("0000-01-01T00:00:00Z", "-1s", Some("-0001-12-31T23:59:59Z")),
            ("2017-11-22T05:06:07.123Z", "0s", Some("2017-11-22T05:06:07Z")),
            ("2020-02-29T23:59:59Z", "-0.5s", Some("2020-02-29T23:59:58Z")),
            ("1999-12-31T12:00:00-05:30", "1.5h", Some("1999-12-31T13:30:00-05:30")),
            ("2017-11-22T05:06:07+02:00", ".5h", Some("2017-11-22T05:36:07+02:00")),
            ("2017-11-22T00:00:00Z", "2562047h47m16.854775807s", Some("2310-03-03T23:47:16Z")),
            ("2017-11-22T00:00:00Z", "2562048h", None),
            ("2017-11-22T00:00:00Z", "99999999999999999999h", None),
            ("2017-11-22T00:00:00Z", "1d", None),
            ("2017-11-22T00:00:00Z", "10", None),
            ("2017-11-22T00:00:00Z", "1h-5m", None),
            ("2017-11-22T00:00:00Z", "", None),
            ("2017-11-22T00:00:00Z", "0", Some("2017-11-22T00:00:00Z")),
            ("2017-11-22", "0", None),
            ("2019-02-29T00:00:00Z", "0", None),
            ("2016-12-31T23:59:60Z", "0", None),
            ("2017-11-22T5:00:00Z", "0", None),
        ] {
            let sum =
                Timestamp::read(time, false).ok().zip(duration(added).ok()).map(|(time, added)| {
                    let nanoseconds = i128::from(time.nanoseconds) + i128::from(added);
                    let seconds = time.seconds + nanoseconds.div_euclid(1_000_000_000) as i64;
                    Timestamp { seconds, nanoseconds: 0, ..time }.written()
                });
            assert_eq!(sum.as_deref(), result, "{time} {added}");
        }
    }

    #[test]
    fn dates_are_formatted_as_cty_formats_them() {
        let time = Timestamp::read("2018-01-02T23:12:01+05:30", false).unwrap();
        for (format, result) in [
            ("DD MMM YYYY hh:mm ZZZ", "02 Jan 2018 23:12 +0530"),
            ("EEEE, DD-MMM-YY hh:mm:ss ZZZ", "Tuesday, 02-Jan-18 23:12:01 +0530"),
            ("EEE H AA aa Z ZZZZZ", "Tue 11 PM pm +05:30 +05:30"),
            ("h'h'mm ''M'' 'o''clock'", "23h12 '1' o'clock"),
            ("é D", "é 2"),
        ] {
            assert_eq!(formatted(format, time).as_deref(), Ok(result), "{format}");
        }
        for format in ["YYY", "MMMMM", "EE", "A", "ZZ", "x", "'open", "hhh", "'"] {
            assert!(formatted(format, time).is_err(), "{format}");
        }
    }

    #[test]
    fn yaml_knows_dates_by_their_look() {
        for (text, time) in [
            ("2001-12-14t21:59:43.10-05:00", Some("2001-12-14T21:59:43-05:00")),
            ("2001-12-14 21:59:43", Some("2001-12-14T21:59:43Z")),
            ("2001-1-2", Some("2001-01-02T00:00:00Z")),
            ("2001-13-02", None),
            ("2001-12-14 21:59:43Z", None),
            ("01-12-14", None),
            ("2001-12", None),
        ] {
            assert_eq!(of_yaml(text).as_deref(), time, "{text}");
        }
    }
}
