//! The report as Markdown, for a comment on a pull request.

use std::fmt::{self, Write};

use super::{Finding, Report, Verdict, counted};

/// The report as Markdown.
///
/// # Errors
/// Never: a text takes all that is written to it.
pub fn markdown(report: &Report) -> Result<String, fmt::Error> {
    let mut out = String::new();
    let [passed, failed, unknown] = report.counts();
    let (resources, rules) = (counted(report.resources, "resource"), counted(report.rules.len(), "rule"));
    writeln!(out, "## paytf verify: {failed}, {unknown}\n")?;
    writeln!(out, "{passed}: {rules} on {resources}.\n")?;
    report.gaps.iter().try_for_each(|gap| writeln!(out, "**Incomplete:** {}.\n", cell(gap)))?;
    if !report.findings.is_empty() {
        writeln!(out, "| rule | resource | what | fix |\n|---|---|---|---|")?;
        report.findings.iter().try_for_each(|finding| write_finding(&mut out, finding))?;
        writeln!(out)?;
    }
    if !report.suppressed.is_empty() || !report.expired.is_empty() {
        write_decided(&mut out, report)?;
    }
    if !report.zone_loss.cases.is_empty() {
        write_loss(&mut out, report)?;
    }
    Ok(out)
}

fn write_finding(out: &mut String, finding: &Finding) -> fmt::Result {
    let unknown = if finding.outcome == Verdict::Unknown { "unknown: " } else { "" };
    let path = if finding.path.is_empty() { String::new() } else { format!(" `{}`", code(&finding.path)) };
    let address = code(&finding.address);
    let (rule, message, fix) = (finding.rule, cell(&finding.message), cell(finding.fix));
    writeln!(out, "| `{rule}` | `{address}`{path} | {unknown}{message} | {fix} |")
}

fn write_decided(out: &mut String, report: &Report) -> fmt::Result {
    writeln!(out, "### Suppressed\n\n| rule | resource | until | reason |\n|---|---|---|---|")?;
    for suppressed in &report.suppressed {
        let (finding, by) = (&suppressed.finding, &suppressed.by);
        let (rule, address) = (finding.rule, code(&finding.address));
        writeln!(out, "| `{rule}` | `{address}` | {} | {} |", by.expires, cell(&by.reason))?;
    }
    for entry in &report.expired {
        writeln!(
            out,
            "| `{}` | `{}` | **expired** {} | {} |",
            entry.rule,
            code(&entry.resource),
            entry.expires,
            cell(&entry.reason)
        )?;
    }
    writeln!(out)
}

fn write_loss(out: &mut String, report: &Report) -> fmt::Result {
    writeln!(
        out,
        "### What is left when zones are lost\n\n| lost | verdict | alarms | not as before |\n|---|---|---|---|"
    )?;
    for case in &report.zone_loss.cases {
        let worse = case.resources.iter().filter(|resource| resource.fate.rank() > 0);
        let worse: Vec<_> = worse
            .map(|resource| format!("`{}` {}", code(&resource.address), cell(&resource.fate.to_string())))
            .collect();
        writeln!(
            out,
            "| {} | {} | {} | {} |",
            case.lost.join(", "),
            case.verdict,
            case.alarms.len(),
            worse.join("<br>")
        )?;
    }
    Ok(())
}

/// A text that stays within its backticks and its cell.
fn code(text: &str) -> String {
    cell(&text.replace('`', "'"))
}

/// A text that stays within its cell.
fn cell(text: &str) -> String {
    text.replace('|', "\\|").split_whitespace().collect::<Vec<_>>().join(" ")
}
