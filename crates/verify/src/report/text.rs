//! The report for people: errors first, each with what is wrong as its headline, and the fix below
//! the findings; then what is left of the stack in each zone loss.

use std::fmt::{self, Write};

use owo_colors::OwoColorize;

use super::{Finding, LossCase, Report, Verdict, counted};
use crate::Severity;
use crate::attribute_path::NOT_YET;
use crate::resolve::SEE_SOURCE;

/// The report as text, with colours; the stream it is written to takes them out where nobody can
/// see them.
///
/// # Errors
/// Never: a text takes all that is written to it.
pub fn text(report: &Report) -> Result<String, fmt::Error> {
    let mut out = String::new();
    let mut rest = &report.findings[..];
    while let Some(first) = rest.first() {
        let alike =
            |finding: &&Finding| (finding.rule, finding.rank()) == (first.rule, first.rank());
        let count = rest.iter().take_while(alike).count();
        let (group, after) = rest.split_at(count);
        write_group(&mut out, group)?;
        rest = after;
    }
    write_decided(&mut out, report)?;
    if !report.zone_loss.cases.is_empty() {
        write_loss(&mut out, report)?;
    }
    write_summary(&mut out, report)?;
    Ok(out)
}

/// The findings of one rule.
fn write_group(out: &mut String, findings: &[Finding]) -> fmt::Result {
    let Some(first) = findings.first() else { return Ok(()) };
    let severity = match (first.outcome, first.severity) {
        (Verdict::Unknown, _) => "unknown".cyan().to_string(),
        (_, Severity::Error) => "error".red().to_string(),
        (_, Severity::Warning) => "warning".yellow().to_string(),
    };
    for finding in findings {
        let headline = format!("{}: {}", finding.address, finding.message);
        writeln!(out, "{severity} {}", headline.bold())?;
        // The message already says that the value is not known yet.
        let is_told = finding.path.is_empty()
            || (finding.outcome, &*finding.value) == (Verdict::Unknown, NOT_YET);
        let value = if is_told { String::new() } else { format!(" = {}", short(&finding.value)) };
        let place = finding.location.as_ref().map(ToString::to_string).unwrap_or_default();
        let printed =
            [place, format!("{}{value}", finding.path)].into_iter().filter(|part| !part.is_empty());
        let printed = printed.collect::<Vec<_>>().join("  ");
        if !printed.is_empty() {
            writeln!(out, "  {printed}")?;
        }
    }
    writeln!(out, "  {} {}", format!("{}:", first.rule).dimmed(), first.title)?;
    writeln!(out, "  {} {}", "fix:".green(), one_line(first.fix))?;
    writeln!(out)
}

/// What someone has decided to live with, and what they no longer may.
fn write_decided(out: &mut String, report: &Report) -> fmt::Result {
    for entry in &report.expired {
        let (rule, resource, expires) = (&entry.rule, &entry.resource, &entry.expires);
        writeln!(
            out,
            "{} suppression of {rule} for {resource}, since {expires}: {}",
            "expired".red(),
            entry.reason
        )?;
        writeln!(
            out,
            "  {} fix the finding, or accept it again with a later date\n",
            "fix:".green()
        )?;
    }
    for suppressed in &report.suppressed {
        let (finding, by) = (&suppressed.finding, &suppressed.by);
        writeln!(
            out,
            "{} {} {}: {}",
            "suppressed".dimmed(),
            finding.rule,
            finding.address,
            finding.message
        )?;
        writeln!(out, "  until {}: {}\n", by.expires, by.reason)?;
    }
    for entry in &report.unused {
        let (place, rule, resource) = (&entry.written_at, &entry.rule, &entry.resource);
        writeln!(
            out,
            "{} {place}: the suppression of {rule} for {resource} matches nothing; remove it\n",
            "unused".yellow()
        )?;
    }
    Ok(())
}

fn write_loss(out: &mut String, report: &Report) -> fmt::Result {
    writeln!(out, "{}", "What is left when zones are lost".bold())?;
    let width =
        report.zone_loss.cases.iter().map(|case| title(case).len()).max().unwrap_or_default();
    for case in &report.zone_loss.cases {
        let verdict = match case.verdict {
            "survives" => case.verdict.green().to_string(),
            "lost" => case.verdict.red().to_string(),
            _ => case.verdict.yellow().to_string(),
        };
        let alarms = match case.alarms.len() {
            0 => "no alarm known to ring".to_owned(),
            count => counted(count, "alarm"),
        };
        writeln!(out, "  {:width$}  {verdict}, {alarms}", title(case))?;
        for resource in case.resources.iter().filter(|resource| resource.fate.rank() > 0) {
            writeln!(out, "    {} {}", resource.address, resource.fate)?;
        }
        for flow in &case.flows {
            writeln!(out, "    {flow}")?;
        }
    }
    writeln!(out)
}

fn title(case: &LossCase) -> String {
    case.lost.join(" and ")
}

fn write_summary(out: &mut String, report: &Report) -> fmt::Result {
    let [passed, failed, unknown] = report.counts();
    let failed = if report.failures().next().is_some() {
        failed.red().to_string()
    } else {
        failed.green().to_string()
    };
    let (resources, rules) =
        (counted(report.resources, "resource"), counted(report.rules.len(), "rule"));
    writeln!(out, "{passed}, {failed}, {unknown}: {rules} on {resources}.")?;
    if !report.off.is_empty() {
        writeln!(
            out,
            "{} off by the policy file: {}.",
            counted(report.off.len(), "rule"),
            report.off.join(", ")
        )?;
    }
    for gap in &report.gaps {
        writeln!(out, "{} {gap}.", "incomplete:".red())?;
    }
    if report.resources == 0 && !report.destroys_everything && report.gaps.is_empty() {
        writeln!(
            out,
            "The plan has no resources: there was nothing to look at, and nothing is proven."
        )?;
    }
    if report.unknowns().any(|finding| finding.message.contains(SEE_SOURCE)) {
        writeln!(
            out,
            "{} --source DIR, the folder that the plan was made in, says which instances an index \
             selects, which plans do not show.",
            "hint:".cyan()
        )?;
    }
    report.known().iter().try_for_each(|known| writeln!(out, "{known}"))?;
    if report.destroys_everything {
        writeln!(out, "The plan destroys everything: only whether that can succeed was checked.")?;
    }
    Ok(())
}

/// A value; the beginning of one that would fill the screen, which is said.
fn short(value: &str) -> String {
    const SHOWN: usize = 200;
    match value.char_indices().nth(SHOWN) {
        Some((end, _)) => format!(
            "{}… ({} characters: --format json has all)",
            &value[..end],
            value.chars().count()
        ),
        None => value.to_owned(),
    }
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
