//! The reports of several states, and a summary of them.

use std::fmt::Write;

use anyhow::{Result, bail};
use owo_colors::OwoColorize;
use serde_json::json;

use super::ReportFormat;
use super::rendered as rendered_one;
use verify::report::Report;

/// The report on several states.
pub fn rendered(proved: &[(String, Report)], format: ReportFormat) -> Result<String> {
    match format {
        ReportFormat::Text => of_each(proved, format, "", "Summary"),
        ReportFormat::Markdown => of_each(proved, format, "# ", "# Summary"),
        ReportFormat::Json => {
            let states =
                proved.iter().map(|(name, report)| json!({"state": name, "report": report}));
            let states: Vec<_> = states.collect();
            Ok(serde_json::to_string_pretty(&json!({ "states": states }))? + "\n")
        }
        ReportFormat::Sarif | ReportFormat::Junit | ReportFormat::Github | ReportFormat::Gitlab => {
            bail!(
                "--state: the report of several states is text, Markdown or JSON; for another \
                 --format, give one state: paytf verify {}",
                proved.first().map_or("STATE.json", |(name, _)| name)
            )
        }
    }
}

/// Each report below its state's name, then a line for each state.
fn of_each(
    proved: &[(String, Report)],
    format: ReportFormat,
    heading: &str,
    summary: &str,
) -> Result<String> {
    let mut text = String::new();
    for (name, report) in proved {
        writeln!(text, "{}\n", format!("{heading}{name}").bold())?;
        writeln!(text, "{}", rendered_one(report, format, name)?)?;
    }
    writeln!(text, "{}\n", summary.bold())?;
    let width = proved.iter().map(|(name, _)| name.len()).max().unwrap_or_default();
    for (name, report) in proved {
        let (failed, unknown) = (report.failures().count(), report.unknowns().count());
        let lost = report
            .zone_loss
            .worst()
            .map(|verdict| format!("; loss of a zone: {verdict}"))
            .unwrap_or_default();
        let plural = if report.resources == 1 { "" } else { "s" };
        writeln!(
            text,
            "- {name:width$}  {} resource{plural}: {failed} failed, {unknown} unknown{lost}",
            report.resources
        )?;
    }
    Ok(text)
}
