//! `paytf verify` and `paytf rules`.

mod states;

use std::io::Write;
use std::path::Path;
use std::process::ExitCode;

use anyhow::{Result, anyhow, bail};
use owo_colors::OwoColorize;

use super::screen;
use super::subject::{self, Subject};
use super::{ReportFormat, Verify};
use verify::report::{self, Decisions, Report};
use verify::{self, Applies, Baseline, Selection, rule, rules};

/// Reads the plan, runs the rules, and tells.
pub fn run(arguments: &Verify) -> Result<ExitCode> {
    let subjects = arguments.plan.iter().chain(&arguments.state);
    let proved: Vec<_> = subjects.map(|subject| prove(arguments, subject)).collect::<Result<_>>()?;
    let text = match (&proved[..], arguments.state.is_empty()) {
        ([(name, report)], true) => rendered(report, arguments.format, name)?,
        (proved, _) => states::rendered(proved, arguments.format)?,
    };
    write!(anstream::stdout(), "{text}")?;
    let is_clean = proved.iter().all(|(_, report)| report.is_clean());
    Ok(if is_clean { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// What is proved, by its name, and what is said of it.
fn prove(arguments: &Verify, subject: &Path) -> Result<(String, Report)> {
    let baseline = baseline(arguments)?;
    let (subject, policy) = Subject::with_policy(subject, &arguments.reading, &arguments.policy)?;
    let Subject { name, inventory, .. } = subject;
    if !arguments.state.is_empty() && !inventory.is_deployed() {
        bail!("--state {name}: is no state; give a plan or a folder alone: paytf verify {name}");
    }
    let decisions = Decisions { selection: selection(arguments), fail_on: arguments.fail_on.into(), policy, baseline };
    let rules = decisions.selection.rules(&inventory, &decisions.policy)?;
    let proof = verify::Proof::of(&inventory, rules.iter().copied());
    let report = Report::of(&proof, &rules, &decisions, subject::today());
    Ok((name, report))
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

fn rendered(report: &Report, format: ReportFormat, file: &str) -> Result<String> {
    Ok(match format {
        ReportFormat::Text => screen::fit(&report::text(report)?).into_owned(),
        ReportFormat::Json => serde_json::to_string_pretty(report)? + "\n",
        ReportFormat::Sarif => serde_json::to_string_pretty(&report::sarif(report, file))? + "\n",
        ReportFormat::Junit => report::junit(report)?,
        ReportFormat::Markdown => report::markdown(report)?,
        ReportFormat::Github => report::github(report)?,
        ReportFormat::Gitlab => serde_json::to_string_pretty(&report::gitlab(report, file))? + "\n",
    })
}

/// Lists the rules, or those of a group, or explains one.
pub fn explain(word: Option<&str>) -> Result<ExitCode> {
    let mut out = anstream::stdout();
    let listed: Vec<_> = rules().filter(|rule| word.is_none_or(|word| rule.group() == word)).collect();
    if !listed.is_empty() {
        let width = listed.iter().map(|rule| rule.id.len()).max().unwrap_or_default();
        for rule in listed {
            let convention = if rule.applies == Applies::Paytf { " (paytf's own stacks)" } else { "" };
            let (id, severity) = (format!("{:width$}", rule.id), rule.severity.to_string());
            let line = format!("{}  {severity:7}  {}{convention}", id.bold(), rule.title());
            writeln!(out, "{}", screen::fit_row(&line, width + "  warning  ".len()))?;
        }
        return Ok(ExitCode::SUCCESS);
    }
    let id = word.unwrap_or_default();
    let rule = rule(id).ok_or_else(|| Selection::unknown("rules", id))?;
    writeln!(out, "{}", screen::fit_page(rule.page().trim_end()))?;
    let (severity, requirements) = (rule.severity, rule.requirements.join(", "));
    writeln!(
        out,
        "\n## Severity\n\n{severity}\n\n## Requirements\n\n{requirements}: docs/requirements.md says what they are."
    )?;
    Ok(ExitCode::SUCCESS)
}
