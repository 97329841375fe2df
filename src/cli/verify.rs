//! `paytf verify` and `paytf rules`.

mod states;

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Result, anyhow, bail};
use clap::ValueEnum;
use owo_colors::OwoColorize;

use super::subject::{self, Subject};
use super::{screen, suggest};
use verify::report::{self, Decisions, Report};
use verify::{self, Applies, Baseline, FailOn, Selection, rule, rules};

/// Reads a plan, a folder or a state of any stack, and reports what is wrong with it and what is
/// left when a zone is lost.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  terraform plan -out=tfplan && terraform show -json tfplan | paytf verify -
  paytf verify plan.json --only zone --fail-on unknown
      only the rules about zones; unknown fails too
  paytf verify plan.json --format sarif > verify.sarif
      for code scanning
  paytf verify --state network.tfstate --state shop.tfstate
      what is deployed, with a summary
  paytf verify plan.json --format json > baseline.json
      then --baseline baseline.json reports only what is new

Exit codes: 0 no error; 1 an error (with --fail-on, a warning or an unknown), an expired \
                        suppression, or a plan of only a part of the stack; 2 wrong options or bad \
                        input.")]
pub struct Verify {
    /// A plan: the output of `terraform show -json tfplan`. Or a folder of Terraform files, which
    /// needs neither Terraform nor credentials; what only a plan shows is then unknown. Or a
    /// state, to verify what is deployed: the output of `terraform show -json`, or the state
    /// file itself. `-` reads from stdin.
    #[arg(
        value_name = "PLAN.json|STATE.json|DIR",
        required_unless_present = "state",
        conflicts_with = "state"
    )]
    pub plan: Option<PathBuf>,
    /// Verify several states, one after the other, with a summary; can be given more than once.
    #[arg(
        long, value_name = "STATE.json", num_args = 1..,
        conflicts_with_all = ["source", "baseline"]
    )]
    pub state: Vec<PathBuf>,
    /// The format of the report.
    #[arg(long, value_enum, default_value_t = ReportFormat::Text)]
    pub format: ReportFormat,
    /// Run only these rules or groups, such as `zone` or `iam-action-wildcard`.
    #[arg(
        long, value_name = "RULES", value_parser = suggest::rule(), hide_possible_values = true,
        value_delimiter = ','
    )]
    pub only: Vec<String>,
    /// Skip these rules or groups.
    #[arg(
        long, value_name = "RULES", value_parser = suggest::rule(), hide_possible_values = true,
        value_delimiter = ','
    )]
    pub skip: Vec<String>,
    /// Which findings make the exit code 1.
    #[arg(long, value_enum, default_value_t = FailOnName::Error, value_name = "WHAT")]
    pub fail_on: FailOnName,
    /// Make an unknown of these rules or groups a failure; `--deny unknown` is the same as
    /// `--fail-on unknown`.
    #[arg(
        long, value_name = "RULES", value_parser = suggest::rule(), hide_possible_values = true,
        value_delimiter = ','
    )]
    pub deny: Vec<String>,
    /// Whether to check paytf's own conventions too [default: only in stacks that paytf wrote].
    #[arg(long, value_name = "BOOL")]
    pub conventions: Option<bool>,
    /// The policy file.
    #[command(flatten)]
    pub policy: subject::Policy,
    /// How the configuration is read.
    #[command(flatten)]
    pub reading: subject::Reading,
    /// Report only findings that are not in this earlier report (`--format json`).
    #[arg(long, value_name = "FILE")]
    pub baseline: Option<PathBuf>,
}

/// How a report is written.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub enum ReportFormat {
    /// For people.
    Text,
    /// For programs: docs/verify-report.schema.json.
    Json,
    /// SARIF 2.1.0, for code scanning.
    Sarif,
    /// JUnit XML, for continuous integration.
    Junit,
    /// For a comment on a pull request.
    Markdown,
    /// For the log of a GitHub workflow, which makes annotations of it.
    Github,
    /// GitLab's code quality report.
    Gitlab,
}

/// What counts, as the command line names it.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub enum FailOnName {
    /// Errors.
    Error,
    /// Errors and warnings.
    Warning,
    /// Errors, warnings and unknowns.
    Unknown,
}

impl From<FailOnName> for FailOn {
    fn from(name: FailOnName) -> Self {
        match name {
            FailOnName::Error => Self::Error,
            FailOnName::Warning => Self::Warning,
            FailOnName::Unknown => Self::Unknown,
        }
    }
}

/// Reads the plan, runs the rules and writes the report.
pub fn run(arguments: &Verify) -> Result<ExitCode> {
    let subjects = arguments.plan.iter().chain(&arguments.state);
    let proved: Vec<_> =
        subjects.map(|subject| prove(arguments, subject)).collect::<Result<_>>()?;
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
    let decisions = Decisions {
        selection: selection(arguments),
        fail_on: arguments.fail_on.into(),
        policy,
        baseline,
    };
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
    Baseline::parse(&subject::read(path)?)
        .map_err(|problem| anyhow!("{}: {problem}", path.display()))
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
    let listed: Vec<_> =
        rules().filter(|rule| word.is_none_or(|word| rule.group() == word)).collect();
    if !listed.is_empty() {
        let width = listed.iter().map(|rule| rule.id.len()).max().unwrap_or_default();
        for rule in listed {
            let convention =
                if rule.applies == Applies::Paytf { " (paytf's own stacks)" } else { "" };
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
        "\n## Severity\n\n{severity}\n\n## Requirements\n\n{requirements}: docs/requirements.md \
         says what they are."
    )?;
    Ok(ExitCode::SUCCESS)
}
