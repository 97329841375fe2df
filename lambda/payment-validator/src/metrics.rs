//! CloudWatch metrics as log lines in the embedded metric format.
//!
//! Source:
//! <https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html>

use std::{collections::BTreeMap, io::Write, time::Duration};

use serde::Serialize;
use time::OffsetDateTime;

use crate::{
    decision::{Decision, Verdict},
    journal::Journal,
};

/// What one invocation counted.
#[derive(Debug, Default)]
pub(crate) struct Counts {
    accepted: u64,
    rejected: u64,
    by_code: BTreeMap<&'static str, u64>,
}

impl Counts {
    /// Counts a decision; a code counts once a payment, however many fields break its rule.
    pub fn add(&mut self, decision: &Decision) {
        match decision.verdict {
            Verdict::Accepted => self.accepted += 1,
            Verdict::Rejected => self.rejected += 1,
        }
        for code in codes(decision) {
            *self.by_code.entry(code).or_default() += 1;
        }
    }

    /// The lines of one invocation: the totals, then one for every code.
    pub fn write(&self, journal: &mut Journal<impl Write>, scope: &Scope) {
        let totals = Totals {
            accepted: self.accepted,
            rejected: self.rejected,
            duration: scope.duration.as_secs_f64() * 1_000.0,
            cold_start: scope.cold_start.into(),
        };
        journal.write(&scope.line(&["Environment"], TOTALS, totals));
        for (&code, &rejected_by_code) in &self.by_code {
            journal.write(&scope.line(
                &["Environment", "Code"],
                BY_CODE,
                ByCode { code, rejected_by_code },
            ));
        }
    }
}

/// What all metrics of one invocation share.
pub(crate) struct Scope<'a> {
    pub environment: &'a str,
    pub at: OffsetDateTime,
    pub duration: Duration,
    pub cold_start: bool,
}

impl Scope<'_> {
    fn line<T>(
        &self,
        dimensions: &'static [&str],
        metrics: &'static [Metric],
        values: T,
    ) -> Line<'_, T> {
        let metrics =
            [Directive { namespace: "PaymentValidation", dimensions: [dimensions], metrics }];
        let aws =
            Metadata { timestamp: self.at.unix_timestamp() * 1_000, cloud_watch_metrics: metrics };
        Line { aws, environment: self.environment, values }
    }
}

#[derive(Serialize)]
struct Line<'a, T> {
    #[serde(rename = "_aws")]
    aws: Metadata,
    #[serde(rename = "Environment")]
    environment: &'a str,
    #[serde(flatten)]
    values: T,
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
struct Metadata {
    timestamp: i64,
    cloud_watch_metrics: [Directive; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
struct Directive {
    namespace: &'static str,
    dimensions: [&'static [&'static str]; 1],
    metrics: &'static [Metric],
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
struct Metric {
    name: &'static str,
    unit: &'static str,
}

const TOTALS: &[Metric] = &[
    Metric { name: "Accepted", unit: "Count" },
    Metric { name: "Rejected", unit: "Count" },
    Metric { name: "Duration", unit: "Milliseconds" },
    Metric { name: "ColdStart", unit: "Count" },
];

const BY_CODE: &[Metric] = &[Metric { name: "RejectedByCode", unit: "Count" }];

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
struct Totals {
    accepted: u64,
    rejected: u64,
    duration: f64,
    cold_start: u8,
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
struct ByCode {
    code: &'static str,
    rejected_by_code: u64,
}

/// The codes of a decision, each once, in order.
pub(crate) fn codes(decision: &Decision) -> Vec<&'static str> {
    let mut codes: Vec<_> = decision.failures.iter().map(|failure| failure.rule.code()).collect();
    codes.sort_unstable();
    codes.dedup();
    codes
}
