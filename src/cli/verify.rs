//! `paytf verify` and `paytf rules`.

use std::io::Write;
use std::process::ExitCode;

use anyhow::{Result, anyhow};
use owo_colors::OwoColorize;

use super::subject::{self, Subject};
use super::{ReportFormat, Verify};
use verify::report::{self, Decisions, Report};
use verify::{self, Applies, Baseline, Selection, rule, rules};

/// Reads the plan, runs the rules, and tells.
pub fn run(arguments: &Verify) -> Result<ExitCode> {
    let baseline = baseline(arguments)?;
    let (subject, policy) = Subject::with_policy(&arguments.plan, &arguments.reading, &arguments.policy)?;
    let Subject { name, inventory, .. } = subject;
    let decisions = Decisions { selection: selection(arguments), fail_on: arguments.fail_on.into(), policy, baseline };
    let rules = decisions.selection.rules(&inventory, &decisions.policy)?;
    let results = verify::run(&inventory, rules.iter().copied());
    let report = Report::of(&inventory, &rules, &results, &decisions, subject::today());
    tell(&report, arguments.format, &name)?;
    Ok(if report.is_clean() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn selection(arguments: &Verify) -> Selection {
    Selection {
        only: arguments.only.clone(),
        skip: arguments.skip.clone(),
        deny: arguments.deny.clone(),
        conventions: arguments.conventions,
    }
}

fn baseline(arguments: &Verify) -> Result<Baseline> {
    let Some(path) = &arguments.baseline else { return Ok(Baseline::default()) };
    Baseline::parse(&subject::read(path)?).map_err(|problem| anyhow!("{}: {problem}", path.display()))
}

fn tell(report: &Report, format: ReportFormat, file: &str) -> Result<()> {
    let text = match format {
        ReportFormat::Text => report::text(report)?,
        ReportFormat::Json => serde_json::to_string_pretty(report)? + "\n",
        ReportFormat::Sarif => serde_json::to_string_pretty(&report::sarif(report, file))? + "\n",
        ReportFormat::Junit => report::junit(report)?,
        ReportFormat::Markdown => report::markdown(report)?,
        ReportFormat::Github => report::github(report)?,
        ReportFormat::Gitlab => serde_json::to_string_pretty(&report::gitlab(report, file))? + "\n",
    };
    write!(anstream::stdout(), "{text}")?;
    Ok(())
}

/// Lists the rules, or those of a group, or explains one.
pub fn explain(word: Option<&str>) -> Result<ExitCode> {
    let mut out = anstream::stdout();
    let listed: Vec<_> = rules().filter(|rule| word.is_none_or(|word| rule.group() == word)).collect();
    if !listed.is_empty() {
        for rule in listed {
            let convention = if rule.applies == Applies::Paytf { " (paytf's own stacks)" } else { "" };
            writeln!(out, "{:32} {:8} {}{convention}", rule.id.bold(), rule.severity, rule.title())?;
        }
        return Ok(ExitCode::SUCCESS);
    }
    let id = word.unwrap_or_default();
    let rule = rule(id).ok_or_else(|| Selection::unknown("rules", id))?;
    writeln!(out, "{}", rule.page().trim_end())?;
    let requirements = rule.requirements.join(", ");
    writeln!(out, "\n## Kind\n\n{}; proves {requirements}", rule.severity)?;
    Ok(ExitCode::SUCCESS)
}
