//! The report as commands of a GitHub workflow: each finding becomes an annotation of its line.
//! GitHub shows ten errors, ten warnings and ten notices of a step, so those that matter come
//! first. Source:
//! <https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands>.

use std::fmt::{self, Write};

use super::{Finding, Report, Verdict};
use crate::Severity;

/// The report as workflow commands.
///
/// # Errors
/// Never: a text takes all that is written to it.
pub fn github(report: &Report) -> Result<String, fmt::Error> {
    let mut out = String::new();
    for gap in &report.gaps {
        writeln!(out, "::error title=incomplete::{}", data(gap))?;
    }
    for entry in &report.expired {
        let printed = format!(
            "suppression of {} for {} expired on {}",
            entry.rule, entry.resource, entry.expires
        );
        writeln!(out, "::error title=expired suppression::{}", data(&printed))?;
    }
    report.findings.iter().try_for_each(|finding| write_finding(&mut out, finding))?;
    for entry in &report.unused {
        let printed = format!(
            "{}: the suppression of {} for {} matches nothing",
            entry.written_at, entry.rule, entry.resource
        );
        writeln!(out, "::notice title=unused suppression::{}", data(&printed))?;
    }
    let [passed, failed, unknown] = report.counts();
    let known = report.known().map(|known| format!(" {known}")).unwrap_or_default();
    writeln!(out, "{passed}, {failed}, {unknown}.{known}")?;
    Ok(out)
}

fn write_finding(out: &mut String, finding: &Finding) -> fmt::Result {
    let command = match (finding.outcome, finding.severity) {
        (Verdict::Unknown, _) => "notice",
        (_, Severity::Error) => "error",
        (_, Severity::Warning) => "warning",
    };
    write!(out, "::{command} ")?;
    if let Some(location) = &finding.location {
        write!(
            out,
            "file={},line={},col={},",
            property(&location.file),
            location.line,
            location.column
        )?;
    }
    let unknown = if finding.outcome == Verdict::Unknown { "unknown: " } else { "" };
    let printed = format!("{unknown}{}: {}\n{}", finding.place(), finding.message, finding.fix);
    writeln!(out, "title={}::{}", property(finding.rule), data(&printed))
}

/// A text that stays on its line.
fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// A text that stays within its property.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
