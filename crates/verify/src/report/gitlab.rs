//! The report as GitLab's code quality report, which a merge request shows beside its lines.
//! Source: <https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format>.

use serde_json::{Value, json};

use super::{Finding, Report, Verdict};
use crate::Severity;

/// The report on a file or folder. A finding without a place in the configuration is reported at
/// the first line of that file or folder.
pub fn gitlab(report: &Report, subject: &str) -> Value {
    let findings = report.findings.iter().map(|finding| entry(finding, subject));
    let whole = |name: &str, printed: String| {
        json!({
            "description": printed,
            "check_name": name,
            "fingerprint": format!("{name} {printed}"),
            "severity": "blocker",
            "location": {"path": subject, "lines": {"begin": 1}},
        })
    };
    let gaps = report.gaps.iter().map(|gap| whole("incomplete", gap.clone()));
    let expired = report.expired.iter().map(|entry| {
        let printed = format!(
            "The suppression of {} for {} expired on {}.",
            entry.rule, entry.resource, entry.expires
        );
        whole("expired-suppression", printed)
    });
    gaps.chain(expired).chain(findings).collect()
}

fn entry(finding: &Finding, subject: &str) -> Value {
    let severity = match (finding.outcome, finding.severity) {
        (Verdict::Unknown, _) => "info",
        (_, Severity::Error) => "critical",
        (_, Severity::Warning) => "minor",
    };
    let unknown = if finding.outcome == Verdict::Unknown { "unknown: " } else { "" };
    let (path, line) = match &finding.location {
        Some(location) => (location.file.as_str(), location.line),
        None => (subject, 1),
    };
    json!({
        "description": format!(
            "{unknown}{}: {}. {}", finding.place(), finding.message, finding.fix
        ),
        "check_name": finding.rule,
        "fingerprint": finding.fingerprint,
        "severity": severity,
        "location": {"path": path.trim_start_matches("./"), "lines": {"begin": line}},
    })
}
