//! Schedules as AWS writes them: `rate(5 minutes)`, `cron(0 6 1 * ? *)`, `at(2027-01-01T00:00:00)`.
//! Sources: EventBridge User Guide, "Setting a schedule pattern for scheduled rules"; EventBridge
//! Scheduler User Guide, "Schedule types".

use std::ops::RangeInclusive;

/// The fields of a cron expression: what each is called, its numbers, and the words that stand for
/// them.
const FIELDS: [(&str, RangeInclusive<u32>, &[&str]); 6] = [
    ("minutes", 0..=59, &[]),
    ("hours", 0..=23, &[]),
    ("day of month", 1..=31, &["L", "W", "LW"]),
    (
        "month",
        1..=12,
        &["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"],
    ),
    ("day of week", 1..=7, &["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT", "L"]),
    ("year", 1970..=2199, &[]),
];

/// What a schedule may be where it is.
pub struct Schedule {
    /// A single point in time.
    pub once: bool,
    /// Whether `1` goes with a unit in the singular only, and every other number with the plural.
    pub strict: bool,
}

impl Schedule {
    /// What is wrong with an expression.
    pub fn check_expression(&self, text: &str) -> Option<String> {
        let inside = |name: &str| text.strip_prefix(name)?.strip_prefix('(')?.strip_suffix(')');
        if let Some(rate) = inside("rate") {
            self.rate_problem(rate)
        } else if let Some(cron) = inside("cron") {
            cron_problem(cron)
        } else if self.once && inside("at").is_some() {
            None
        } else {
            Some(format!(
                "is neither rate(…) nor cron(…){}",
                if self.once { " nor at(…)" } else { "" }
            ))
        }
    }

    fn rate_problem(&self, rate: &str) -> Option<String> {
        let (number, unit) = rate.trim().split_once(' ').unwrap_or((rate, ""));
        let unit = unit.trim();
        let number = number.parse::<u32>().ok().filter(|number| *number > 0);
        match (number, unit.strip_suffix('s').unwrap_or(unit)) {
            (None, _) => Some("does not begin with a number from 1".to_owned()),
            (Some(number), "minute" | "hour" | "day") => {
                let is_agreed = (number == 1) != unit.ends_with('s');
                (self.strict && !is_agreed).then(|| {
                    "has the unit in the singular for another number than 1, or not for 1"
                        .to_owned()
                })
            }
            _ => Some("has another unit than minutes, hours and days".to_owned()),
        }
    }
}

fn cron_problem(cron: &str) -> Option<String> {
    let fields: Vec<_> = cron.split_whitespace().collect();
    if fields.len() != FIELDS.len() {
        return Some(format!(
            "has {} fields, and AWS reads six: the last is the year",
            fields.len()
        ));
    }
    if fields[2] != "?" && fields[4] != "?" {
        return Some(
            "names both a day of the month and a day of the week; one of them is `?`".to_owned(),
        );
    }
    let wrong = fields
        .iter()
        .zip(FIELDS)
        .find(|(field, (_, numbers, words))| !is_field(field, numbers, words));
    wrong.map(|(field, (name, ..))| format!("has {field} as its {name}"))
}

fn is_field(field: &str, numbers: &RangeInclusive<u32>, words: &[&str]) -> bool {
    let is_value = |text: &str| {
        let weekday = text.strip_suffix(['L', 'W']).filter(|rest| !rest.is_empty()).unwrap_or(text);
        let number = weekday.parse::<u32>().is_ok_and(|number| numbers.contains(&number));
        number || words.contains(&text.to_uppercase().as_str())
    };
    let is_range = |text: &str| match text.split_once(['-', '#']) {
        Some((from, to)) => is_value(from) && is_value(to),
        None => matches!(text, "*" | "?") || is_value(text),
    };
    field.split(',').all(|part| match part.split_once('/') {
        Some((from, step)) => is_range(from) && step.parse::<u32>().is_ok(),
        None => is_range(part),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn expressions_of_the_documentation_are_read() {
        for text in [
            "cron(0 10 * * ? *)",
            "cron(15 12 * * ? *)",
            "cron(0 18 ? * MON-FRI *)",
            "cron(0 8 1 * ? *)",
            "cron(0/15 * * * ? *)",
            "cron(0/5 8-17 ? * MON-FRI *)",
            "cron(0 10 ? * 6L 2022-2023)",
            "cron(0 9 3W * ? *)",
            "cron(0 9 ? * 2#1 *)",
            "cron(0,30 9 LW JAN,JUN ? *)",
            "rate(1 hour)",
            "rate(7 days)",
        ] {
            let schedule = Schedule { once: false, strict: true };
            assert_eq!(schedule.check_expression(text), None, "{text}");
        }
    }
}
