//! Settings of alarms and probes.

use super::{Email, Within};

settings! {
    /// Who is told, and how often the recovery point is measured.
    Monitoring, MonitoringOverrides {
        /// Told at once, at any hour.
        page_emails: Vec<Email>,
        /// Told in working hours.
        ticket_emails: Vec<Email>,
        /// Minutes between two measurements of the recovery point; 5 is the RPO itself.
        rpo_probe_minutes: Within<1, 5>,
    }
}
