//! The report as Markdown, for a comment on a pull request.

use std::fmt::{self, Write};

use super::{Finding, Report, counted};

/// The report as Markdown.
///
/// # Errors
/// Never: a text takes all that is written to it.
pub fn markdown(report: &Report) -> Result<String, fmt::Error> {
    let mut out = String::new();
    let [passed, failed, unknown] = report.counts();
    let (resources, rules) =
        (counted(report.resources, "resource"), counted(report.rules.len(), "rule"));
    writeln!(out, "## paytf verify: {failed}, {unknown}\n")?;
    writeln!(out, "{passed}: {rules} on {resources}.\n")?;
    report.gaps.iter().try_for_each(|gap| writeln!(out, "**Incomplete:** {}.\n", cell(gap)))?;
    report.known().iter().try_for_each(|known| writeln!(out, "{known}\n"))?;
    let of = |rank: u8| {
        report.findings.iter().filter(move |finding| finding.rank().0 == rank).collect::<Vec<_>>()
    };
    write_table(&mut out, &of(0), "error", true)?;
    write_table(
        &mut out,
        &of(1),
        "warning",
        report.findings.iter().any(|finding| finding.fails && finding.rank().0 == 1),
    )?;
    write_table(&mut out, &of(2), "unknown", false)?;
    if !(report.suppressed.is_empty() && report.expired.is_empty() && report.unused.is_empty()) {
        write_decided(&mut out, report)?;
    }
    if !report.zone_loss.cases.is_empty() {
        write_loss(&mut out, report)?;
    }
    Ok(out)
}

/// The findings of one severity; folded, unless they are what counts.
fn write_table(
    out: &mut String,
    findings: &[&Finding],
    severity: &str,
    is_open: bool,
) -> fmt::Result {
    if findings.is_empty() {
        return Ok(());
    }
    let title = if severity == "unknown" {
        format!("{} unknown", findings.len())
    } else {
        counted(findings.len(), severity)
    };
    let open = if is_open { " open" } else { "" };
    writeln!(out, "<details{open}><summary>{title}</summary>\n")?;
    writeln!(out, "| severity | resource | what | fix |\n|---|---|---|---|")?;
    for finding in findings {
        let path = if finding.path.is_empty() {
            String::new()
        } else {
            format!(" `{}`", code(&finding.path))
        };
        let location = finding
            .location
            .as_ref()
            .map(|location| format!("<br>{}:{}", cell(&location.file), location.line));
        let (location, address) = (location.unwrap_or_default(), code(&finding.address));
        let (rule, message, fix) = (finding.rule, cell(&finding.message), cell(finding.fix));
        writeln!(
            out,
            "| {severity}<br>`{rule}` | `{address}`{path}{location} | {message} | {fix} |"
        )?;
    }
    writeln!(out, "\n</details>\n")
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
    for entry in &report.unused {
        let (rule, resource, reason) = (&entry.rule, code(&entry.resource), cell(&entry.reason));
        writeln!(
            out,
            "| `{rule}` | `{resource}` | {}, matches nothing: {} | {reason} |",
            entry.expires,
            cell(&entry.written_at)
        )?;
    }
    writeln!(out)
}

fn write_loss(out: &mut String, report: &Report) -> fmt::Result {
    writeln!(
        out,
        "### What is left when zones are lost\n\n| lost | verdict | alarms | not as before \
         |\n|---|---|---|---|"
    )?;
    for case in &report.zone_loss.cases {
        let worse = case.resources.iter().filter(|resource| resource.fate.rank() > 0);
        let worse = worse.map(|resource| {
            format!("`{}` {}", code(&resource.address), cell(&resource.fate.to_string()))
        });
        let worse: Vec<_> =
            worse.chain(case.flows.iter().map(|flow| cell(&flow.to_string()))).collect();
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
