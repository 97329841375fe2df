//! Settings of alarms and probes.

use super::{Email, HelpText, HttpsUrl, Within};

settings! {
    /// Who is notified, and how often the recovery point is measured.
    Monitoring, MonitoringOverrides {
        /// Who is paged, at any hour.
        page_emails: Vec<Email>,
        /// Who gets tickets, for working hours.
        ticket_emails: Vec<Email>,
        /// Minutes between two measurements of the recovery point; 5 is the RPO itself.
        rpo_probe_minutes: Within<1, 5>,
        /// How many seconds of data a restore may lose before a ticket is written; 300 is the RPO
        /// itself.
        rpo_ticket_seconds: Within<60, 300>,
        /// Seconds a restore would lose while payments are written, at which people are paged. What
        /// can be restored to typically lags by up to five minutes. Source: Amazon Aurora User
        /// Guide, "Restoring a DB cluster to a specified time".
        rpo_page_seconds: Within<300, 3_600>,
        /// Fewest requests that come in five minutes, at any hour; with fewer, or none, traffic has
        /// stopped and people are paged. 0 for an environment without steady traffic.
        min_requests: Within<0, 1_000_000_000>,
        /// Where you publish the folder `runbooks` of the stack: alarms then end with a link. Left
        /// out, with the file's name.
        runbook_base_url: Option<HttpsUrl>,
        /// Whose service this is: named in every alarm and runbook.
        owner: Option<HelpText>,
        /// How the owner is reached at any hour: named in every alarm and runbook.
        contact: Option<HelpText>,
    }
}
