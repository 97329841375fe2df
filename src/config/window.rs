//! When Aurora may back up and when it may be maintained, in UTC.
//! Source: Amazon RDS API, `CreateDBCluster`, `PreferredBackupWindow` and `PreferredMaintenanceWindow`.

use super::rule::Rule;

const MINUTES_PER_DAY: u32 = 24 * 60;
const MINUTES_PER_WEEK: u32 = 7 * MINUTES_PER_DAY;
const SHORTEST: u32 = 30;
const DAYS: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

checked_text! {
    /// Daily window of the automated backup, `hh:mm-hh:mm`, at least 30 minutes.
    BackupWindow = Rule {
        pattern: "^([01][0-9]|2[0-3]):[0-5][0-9]-([01][0-9]|2[0-3]):[0-5][0-9]$",
        refuses: |text| not_within(daily_span(text)?, MINUTES_PER_DAY),
        allowed: "`hh:mm-hh:mm` in UTC, at least 30 minutes",
        example: "07:00-08:00",
        ..Rule::ANY
    };

    /// Weekly window for patches and restarts, `ddd:hh:mm-ddd:hh:mm`, at least 30 minutes and less than a day.
    MaintenanceWindow = Rule {
        pattern: "^(mon|tue|wed|thu|fri|sat|sun):([01][0-9]|2[0-3]):[0-5][0-9]-\
                  (mon|tue|wed|thu|fri|sat|sun):([01][0-9]|2[0-3]):[0-5][0-9]$",
        refuses: |text| not_within(span(text, minute_of_week, MINUTES_PER_WEEK)?, MINUTES_PER_DAY - 1),
        allowed: "`ddd:hh:mm-ddd:hh:mm` in UTC, 30 minutes to 24 hours",
        example: "sun:09:00-sun:10:00",
        ..Rule::ANY
    };
}

impl BackupWindow {
    /// Whether the two share a minute on any day.
    pub fn overlaps(&self, maintenance: &MaintenanceWindow) -> bool {
        let (Some(daily), Some(weekly)) = (daily_span(&self.0), maintenance.span()) else { return false };
        (0..7).any(|day| overlap(Span { start: daily.start + day * MINUTES_PER_DAY, ..daily }, weekly))
    }
}

impl MaintenanceWindow {
    /// Whether the two share a minute.
    pub fn overlaps(&self, other: &Self) -> bool {
        matches!((self.span(), other.span()), (Some(one), Some(other)) if overlap(one, other))
    }

    fn span(&self) -> Option<Span> {
        span(&self.0, minute_of_week, MINUTES_PER_WEEK)
    }
}

/// Minutes on a circle: the day's or the week's.
#[derive(Clone, Copy)]
struct Span {
    start: u32,
    length: u32,
}

fn overlap(one: Span, other: Span) -> bool {
    let from_to = |a: Span, b: Span| (b.start + MINUTES_PER_WEEK - a.start) % MINUTES_PER_WEEK;
    from_to(one, other) < one.length || from_to(other, one) < other.length
}

/// Why a window of this length is refused.
fn not_within(span: Span, longest: u32) -> Option<String> {
    match span.length {
        SHORTEST.. if span.length <= longest => None,
        SHORTEST.. => Some(format!("lasts {} minutes", span.length)),
        length => Some(format!("lasts only {length} minutes")),
    }
}

fn daily_span(text: &str) -> Option<Span> {
    span(text, minute_of_day, MINUTES_PER_DAY)
}

fn span(text: &str, minute: fn(&str) -> Option<u32>, circle: u32) -> Option<Span> {
    let (start, end) = text.split_once('-')?;
    let (start, end) = (minute(start)?, minute(end)?);
    Some(Span { start, length: (end + circle - start) % circle })
}

fn minute_of_week(text: &str) -> Option<u32> {
    let (day, time) = text.split_once(':')?;
    let day = u32::try_from(DAYS.iter().position(|name| *name == day)?).ok()?;
    Some(day * MINUTES_PER_DAY + minute_of_day(time)?)
}

fn minute_of_day(text: &str) -> Option<u32> {
    let (hour, minute) = text.split_once(':')?;
    let two_digits = |part: &str, below: u32| match part.as_bytes() {
        [b'0'..=b'9', b'0'..=b'9'] => part.parse::<u32>().ok().filter(|number| *number < below),
        _ => None,
    };
    Some(two_digits(hour, 24)? * 60 + two_digits(minute, 60)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn maintenance(text: &str) -> MaintenanceWindow {
        assert_eq!(MaintenanceWindow::rule().refusal(text), None, "{text}");
        MaintenanceWindow(text.to_owned())
    }

    fn backup(text: &str) -> BackupWindow {
        assert_eq!(BackupWindow::rule().refusal(text), None, "{text}");
        BackupWindow(text.to_owned())
    }

    #[test]
    fn only_windows_that_rds_accepts_are_accepted() {
        for text in
            ["7:00-8:00", "07:00-07:29", "24:00-01:00", "07:60-09:00", "07:00", "", "+7:00-09:00", "07:00-07:00"]
        {
            assert!(BackupWindow::rule().refusal(text).is_some(), "{text}");
        }
        for text in
            ["sun:09:00-sun:09:29", "sun:09:00-mon:09:00", "Sun:09:00-sun:10:00", "09:00-10:00", "day:09:00-day:10:00"]
        {
            assert!(MaintenanceWindow::rule().refusal(text).is_some(), "{text}");
        }
    }

    #[test]
    fn windows_that_share_a_minute_overlap_also_across_midnight_and_the_end_of_the_week() {
        for (daily, weekly, expected) in [
            ("07:00-08:00", "sun:08:00-sun:09:00", false),
            ("07:00-08:00", "sun:07:59-sun:09:00", true),
            ("07:00-08:00", "wed:06:00-wed:07:01", true),
            ("23:45-00:15", "mon:00:00-mon:01:00", true),
            ("00:00-00:30", "sun:23:30-mon:00:15", true),
            ("06:00-06:30", "sun:20:00-mon:05:00", false),
        ] {
            assert_eq!(backup(daily).overlaps(&maintenance(weekly)), expected, "{daily} {weekly}");
        }
        assert!(maintenance("sun:23:30-mon:00:30").overlaps(&maintenance("mon:00:00-mon:01:00")));
        assert!(!maintenance("mon:09:00-mon:10:00").overlaps(&maintenance("tue:09:00-tue:10:00")));
    }
}
