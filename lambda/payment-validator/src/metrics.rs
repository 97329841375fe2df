//! CloudWatch metrics as log lines in the embedded metric format.
//!
//! Source: <https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html>

use std::{collections::BTreeMap, time::Duration};

use serde::Serialize;
use serde_json::{Value, json};
use time::OffsetDateTime;

use crate::decision::{Decision, Verdict};

const NAMESPACE: &str = "PaymentValidation";

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
    pub fn lines(&self, environment: &str, at: OffsetDateTime, duration: Duration, cold_start: bool) -> Vec<Value> {
        let milliseconds = duration.as_secs_f64() * 1_000.0;
        let totals = json!({
            "_aws": directive(at, &["Environment"], &[
                ("Accepted", "Count"), ("Rejected", "Count"), ("Duration", "Milliseconds"), ("ColdStart", "Count"),
            ]),
            "Environment": environment,
            "Accepted": self.accepted,
            "Rejected": self.rejected,
            "Duration": milliseconds,
            "ColdStart": u8::from(cold_start),
        });
        let by_code = self.by_code.iter().map(|(code, count)| {
            json!({
                "_aws": directive(at, &["Environment", "Code"], &[("RejectedByCode", "Count")]),
                "Environment": environment,
                "Code": code,
                "RejectedByCode": count,
            })
        });
        std::iter::once(totals).chain(by_code).collect()
    }
}

/// The codes of a decision, each once, in order.
pub(crate) fn codes(decision: &Decision) -> Vec<&'static str> {
    let mut codes: Vec<_> = decision.failures.iter().map(|failure| failure.rule.code()).collect();
    codes.sort_unstable();
    codes.dedup();
    codes
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
struct Metric<'a> {
    name: &'a str,
    unit: &'a str,
}

fn directive(at: OffsetDateTime, dimensions: &[&str], metrics: &[(&str, &str)]) -> Value {
    let metrics: Vec<_> = metrics.iter().map(|&(name, unit)| Metric { name, unit }).collect();
    json!({
        "Timestamp": at.unix_timestamp() * 1_000,
        "CloudWatchMetrics": [{ "Namespace": NAMESPACE, "Dimensions": [dimensions], "Metrics": metrics }],
    })
}
