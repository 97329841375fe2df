//! The certificate of the load balancer, which ends on a known day (ALL-4).
//!
//! Source of the metric and its dimension: ACM User Guide, "Supported CloudWatch metrics": twice a
//! day for every certificate, until it has expired.

use super::Inputs;
use super::metric::{Metric, Series};
use super::watch::{Section, Watch};

/// Days. ACM renews its own certificates long before; with fewer left, that has failed, or the
/// certificate is imported. Source: ACM User Guide, "Managed certificate renewal in AWS Certificate
/// Manager".
const TICKET_DAYS: u8 = 30;
/// Days: a working week, in which another certificate can still be had in any way.
const PAGE_DAYS: u8 = 7;
/// A day has two values.
const DAY: u32 = 24 * 60 * 60;

/// Without data the alarms stay as they are: a new certificate has none for half a day, and one
/// that has expired has none any more.
pub(super) fn watch(var: &Inputs) -> Watch {
    let below =
        |days: u8| Series::from(days_left(var)).below(days).every(DAY).lasting(1, 1).or_as_before();
    let alarms = [
        below(PAGE_DAYS).page("certificate-expiry-near"),
        below(TICKET_DAYS).ticket("certificate-expiry"),
    ];
    Watch::new(Section::Traffic, "certificate-expiry", "Days until the certificate expires", alarms)
}

fn days_left(var: &Inputs) -> Metric {
    let dimensions = vec![("CertificateArn", var.certificate_arn.clone())];
    Metric {
        namespace: "AWS/CertificateManager",
        name: "DaysToExpiry",
        dimensions,
        statistic: "Minimum",
    }
}
