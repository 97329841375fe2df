//! [`Timestamp`]: reads and writes RFC 3339, from year 1 to beyond 9999.
//!
//! `jiff` ends with the year 9999, so the few lines of calendar are here.

use super::super::support::quoted;

/// A moment, with the offset from UTC in which it was written.
#[derive(Clone, Copy)]
pub struct Timestamp {
    /// Seconds since 1970 in UTC.
    pub seconds: i64,
    pub nanoseconds: u32,
    /// Seconds east of Greenwich.
    pub offset: i64,
}

/// Its date and time of day, in its own offset.
pub struct Civil {
    pub year: i64,
    pub month: i64,
    pub day: i64,
    pub hour: i64,
    pub minute: i64,
    pub second: i64,
    /// Sunday is 0.
    pub weekday: usize,
}

const DAY: i64 = 86_400;

/// Days since 1970-01-01, by <https://howardhinnant.github.io/date_algorithms.html>.
fn days(year: i64, month: i64, day: i64) -> i64 {
    let year = if month <= 2 { year - 1 } else { year };
    let era = year.div_euclid(400);
    let of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    let of_era = year.rem_euclid(400) * 365 + year.rem_euclid(400) / 4 - year.rem_euclid(400) / 100
        + of_year;
    era * 146_097 + of_era - 719_468
}

fn days_in(year: i64, month: i64) -> i64 {
    if month == 12 { 31 } else { days(year, month + 1, 1) - days(year, month, 1) }
}

impl Timestamp {
    /// By RFC 3339, strictly. `lenient`: as `timecmp` reads, where the hour may have one digit, a
    /// comma may be before the fraction and an offset may have more than 23 hours.
    pub fn read(text: &str, lenient: bool) -> Result<Self, String> {
        let invalid = |what: &str| format!("not a valid RFC3339 timestamp: {what}");
        let mut rest = text;
        let number = |rest: &mut &str,
                      what: &str,
                      digits: usize,
                      least: i64,
                      most: i64|
         -> Result<i64, String> {
            if rest.is_empty() {
                return Err(invalid(&format!("end of string before {what}")));
            }
            let unusable = || invalid(&format!("cannot use {} as {what}", quoted(rest)));
            let digits = if lenient && what == "hour" && rest.as_bytes().get(1) == Some(&b':') {
                1
            } else {
                digits
            };
            let part = rest
                .get(..digits)
                .filter(|part| part.bytes().all(|byte| byte.is_ascii_digit()))
                .ok_or_else(unusable)?;
            let value = part.parse().map_err(|_| unusable())?;
            *rest = &rest[digits..];
            if (least..=most).contains(&value) {
                Ok(value)
            } else {
                Err(format!("not a valid RFC3339 timestamp: {what} out of range"))
            }
        };
        let sign = |rest: &mut &str, sign: char| match rest.strip_prefix(sign) {
            Some(after) => {
                *rest = after;
                Ok(())
            }
            None if sign == 'T' => Err(invalid("missing required time introducer 'T'")),
            None if rest.is_empty() => Err(invalid(&format!(
                "end of string where {} is expected",
                quoted(&sign.to_string())
            ))),
            None => Err(invalid(&format!(
                "found {} where {} is expected",
                quoted(rest),
                quoted(&sign.to_string())
            ))),
        };
        let year = number(&mut rest, "year", 4, 0, 9999)?;
        sign(&mut rest, '-')?;
        let month = number(&mut rest, "month", 2, 1, 12)?;
        sign(&mut rest, '-')?;
        let day = number(&mut rest, "day of month", 2, 1, days_in(year, month))?;
        sign(&mut rest, 'T')?;
        let hour = number(&mut rest, "hour", 2, 0, 23)?;
        sign(&mut rest, ':')?;
        let minute = number(&mut rest, "minute", 2, 0, 59)?;
        sign(&mut rest, ':')?;
        let second = number(&mut rest, "second", 2, 0, 59)?;
        let mut nanoseconds = 0;
        if let Some(fraction) =
            rest.strip_prefix('.').or_else(|| rest.strip_prefix(',').filter(|_| lenient))
        {
            let end = fraction.find(|c: char| !c.is_ascii_digit()).unwrap_or(fraction.len());
            if end > 0 {
                nanoseconds = format!("{:0<9}", &fraction[..end.min(9)]).parse().unwrap_or(0);
                rest = &fraction[end..];
            }
        }
        let offset = match rest {
            "Z" => 0,
            "" => return Err(invalid("end of string before UTC offset")),
            _ => {
                let unusable = || invalid(&format!("cannot use {} as UTC offset", quoted(rest)));
                let east = match rest.as_bytes()[0] {
                    b'+' => 1,
                    b'-' => -1,
                    _ => return Err(unusable()),
                };
                let (hours, minutes) = rest[1..].split_once(':').ok_or_else(unusable)?;
                let part = |text: &str, most: i64| {
                    let good = text.len() == 2 && text.bytes().all(|byte| byte.is_ascii_digit());
                    text.parse::<i64>()
                        .ok()
                        .filter(|&part| good && part <= most)
                        .ok_or_else(unusable)
                };
                east * (part(hours, if lenient { 24 } else { 23 })? * 60
                    + part(minutes, if lenient { 60 } else { 59 })?)
                    * 60
            }
        };
        let seconds = days(year, month, day) * DAY + hour * 3600 + minute * 60 + second - offset;
        Ok(Timestamp { seconds, nanoseconds, offset })
    }

    pub fn civil(self) -> Civil {
        let local = self.seconds + self.offset;
        let (day, second) = (local.div_euclid(DAY), local.rem_euclid(DAY));
        let shifted = day + 719_468;
        let era = shifted.div_euclid(146_097);
        let of_era = shifted.rem_euclid(146_097);
        let year_of_era = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
        let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let month = (5 * of_year + 2) / 153;
        let (day_of_month, month) =
            (of_year - (153 * month + 2) / 5 + 1, if month < 10 { month + 3 } else { month - 9 });
        Civil {
            year: year_of_era + era * 400 + i64::from(month <= 2),
            month,
            day: day_of_month,
            hour: second / 3600,
            minute: second / 60 % 60,
            second: second % 60,
            weekday: (day + 4).rem_euclid(7) as usize,
        }
    }

    /// Offset from UTC as `+05:30`.
    pub fn zone(self, colon: bool) -> String {
        let minutes = self.offset / 60;
        let sign = if minutes < 0 { '-' } else { '+' };
        format!(
            "{sign}{:02}{}{:02}",
            minutes.abs() / 60,
            if colon { ":" } else { "" },
            minutes.abs() % 60
        )
    }

    /// By RFC 3339, without a fraction of a second.
    pub fn written(self) -> String {
        let at = self.civil();
        let zone = if self.offset == 0 { "Z".to_string() } else { self.zone(true) };
        let (sign, year) = (if at.year < 0 { "-" } else { "" }, at.year.abs());
        format!(
            "{sign}{year:04}-{:02}-{:02}T{:02}:{:02}:{:02}{zone}",
            at.month, at.day, at.hour, at.minute, at.second
        )
    }
}
