//! The backup and maintenance windows of RDS, in UTC. Source: Amazon RDS API, `CreateDBCluster`,
//! `PreferredBackupWindow` and `PreferredMaintenanceWindow`.

const MINUTES_PER_DAY: u32 = 24 * 60;
const MINUTES_PER_WEEK: u32 = 7 * MINUTES_PER_DAY;
const SHORTEST: u32 = 30;
const DAYS: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

/// A daily or weekly window: minutes on a circle, the day's or the week's.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Window {
    start: u32,
    length: u32,
    circle: u32,
}

impl Window {
    /// `hh:mm-hh:mm`, as automated backups have it; `None` where the text is of another form.
    pub fn daily(text: &str) -> Option<Self> {
        Self::parse(text, minute_of_day, MINUTES_PER_DAY)
    }

    /// `ddd:hh:mm-ddd:hh:mm`, as maintenance has it; `None` where the text is of another form.
    pub fn weekly(text: &str) -> Option<Self> {
        Self::parse(text, minute_of_week, MINUTES_PER_WEEK)
    }

    fn parse(text: &str, minute: fn(&str) -> Option<u32>, circle: u32) -> Option<Self> {
        let (start, end) = text.split_once('-')?;
        let (start, end) = (minute(start)?, minute(end)?);
        Some(Self { start, length: (end + circle - start) % circle, circle })
    }

    /// Why RDS refuses a window of this length: shorter than 30 minutes, or a weekly one of a day
    /// or more.
    pub fn refusal(&self) -> Option<String> {
        let longest =
            if self.circle == MINUTES_PER_DAY { MINUTES_PER_DAY } else { MINUTES_PER_DAY - 1 };
        match self.length {
            SHORTEST.. if self.length <= longest => None,
            SHORTEST.. => Some(format!("lasts {} minutes", self.length)),
            length => Some(format!("lasts only {length} minutes")),
        }
    }

    /// Whether the two share a minute of the week.
    pub fn overlaps(&self, other: &Self) -> bool {
        self.in_week().any(|one| other.in_week().any(|other| overlap(one, other)))
    }

    fn in_week(self) -> impl Iterator<Item = Self> {
        (0..MINUTES_PER_WEEK / self.circle)
            .map(move |turn| Self { start: self.start + turn * self.circle, ..self })
    }
}

fn overlap(one: Window, other: Window) -> bool {
    let from_to = |a: Window, b: Window| (b.start + MINUTES_PER_WEEK - a.start) % MINUTES_PER_WEEK;
    from_to(one, other) < one.length || from_to(other, one) < other.length
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
            let (daily_window, weekly_window) =
                (Window::daily(daily).unwrap(), Window::weekly(weekly).unwrap());
            assert_eq!(daily_window.overlaps(&weekly_window), expected, "{daily} {weekly}");
        }
        let weekly = |text| Window::weekly(text).unwrap();
        assert!(weekly("sun:23:30-mon:00:30").overlaps(&weekly("mon:00:00-mon:01:00")));
        assert!(!weekly("mon:09:00-mon:10:00").overlaps(&weekly("tue:09:00-tue:10:00")));
    }
}
