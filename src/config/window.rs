//! The backup and maintenance windows of Aurora, in UTC. Source: Amazon RDS API, `CreateDBCluster`,
//! `PreferredBackupWindow` and `PreferredMaintenanceWindow`.

use super::rule::Rule;
use verify::window::Window;

checked_text! {
    /// Daily window of the automated backup, `hh:mm-hh:mm`, at least 30 minutes.
    BackupWindow = Rule {
        pattern: "^([01][0-9]|2[0-3]):[0-5][0-9]-([01][0-9]|2[0-3]):[0-5][0-9]$",
        refuses: |text| Window::daily(text)?.refusal(),
        allowed: "`hh:mm-hh:mm` in UTC, at least 30 minutes",
        example: "07:00-08:00",
        ..Rule::ANY
    };

    /// Weekly window for patches and restarts, `ddd:hh:mm-ddd:hh:mm`, at least 30 minutes and less
    /// than a day.
    MaintenanceWindow = Rule {
        pattern: "^(mon|tue|wed|thu|fri|sat|sun):([01][0-9]|2[0-3]):[0-5][0-9]-\
                  (mon|tue|wed|thu|fri|sat|sun):([01][0-9]|2[0-3]):[0-5][0-9]$",
        refuses: |text| Window::weekly(text)?.refusal(),
        allowed: "`ddd:hh:mm-ddd:hh:mm` in UTC, 30 minutes to 24 hours",
        example: "sun:09:00-sun:10:00",
        ..Rule::ANY
    };
}

impl BackupWindow {
    /// Whether the two share a minute on any day.
    pub fn overlaps(&self, maintenance: &MaintenanceWindow) -> bool {
        matches!(
            (Window::daily(&self.0), maintenance.window()),
            (Some(one), Some(other)) if one.overlaps(&other)
        )
    }
}

impl MaintenanceWindow {
    /// Whether the two share a minute.
    pub fn overlaps(&self, other: &Self) -> bool {
        matches!((self.window(), other.window()), (Some(one), Some(other)) if one.overlaps(&other))
    }

    fn window(&self) -> Option<Window> {
        Window::weekly(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_windows_that_rds_accepts_are_accepted() {
        for text in [
            "7:00-8:00",
            "07:00-07:29",
            "24:00-01:00",
            "07:60-09:00",
            "07:00",
            "",
            "+7:00-09:00",
            "07:00-07:00",
        ] {
            assert!(BackupWindow::rule().refusal(text).is_some(), "{text}");
        }
        for text in [
            "sun:09:00-sun:09:29",
            "sun:09:00-mon:09:00",
            "Sun:09:00-sun:10:00",
            "09:00-10:00",
            "day:09:00-day:10:00",
        ] {
            assert!(MaintenanceWindow::rule().refusal(text).is_some(), "{text}");
        }
    }
}
