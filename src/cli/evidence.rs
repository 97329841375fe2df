//! `paytf evidence`.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, Result};
use clap::ValueEnum;

use super::subject::{self, Reading, Subject};
use crate::diagram::{self, Drawing, Picture};
use crate::evidence::{self, PlanIdentity};
use verify::report::{Decisions, Report};
use verify::{self, Inventory, Selection};

/// Writes evidence for auditors, and claims no more than the plan shows: each requirement, sentence
/// by sentence, with the rules and values that prove it; each control, with the part that is shown
/// and the part that is missing; what failed, what is accepted, and what is not assessed.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  terraform show -json tfplan > plan.json
  paytf evidence plan.json --source . --commit \"$(git rev-parse HEAD)\" --out evidence.html
  paytf evidence plan.json --format json --policy paytf-verify.toml > evidence.json
  paytf evidence plan.json --format oscal --out assessment-results.json

Exit codes: 0 nothing failed; 1 something failed; 2 wrong options or bad input.")]
pub struct Evidence {
    /// A plan (the output of `terraform show -json tfplan`), a state, or a folder of Terraform
    /// files; `-` reads from stdin.
    #[arg(value_name = "PLAN.json|STATE.json|DIR")]
    pub plan: PathBuf,
    /// The format: a page to print, or data for programs.
    #[arg(long, value_enum, default_value_t = EvidenceFormat::Html)]
    pub format: EvidenceFormat,
    /// The file to write [default: stdout, which is also `-`].
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,
    /// The date of the evidence [default: when the plan was made].
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = day)]
    pub date: Option<String>,
    /// The commit of the configuration.
    #[arg(long, value_name = "COMMIT")]
    pub commit: Option<String>,
    /// The policy file.
    #[command(flatten)]
    pub policy: subject::Policy,
    /// How the configuration is read.
    #[command(flatten)]
    pub reading: Reading,
    /// Whether to judge paytf's own requirements and conventions too [default: only in stacks that
    /// paytf wrote].
    #[arg(long, value_name = "BOOL")]
    pub conventions: Option<bool>,
}

/// How evidence is written.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub enum EvidenceFormat {
    /// One HTML page that needs nothing else: a summary to sign, and an annex.
    Html,
    /// JSON: docs/evidence.schema.json.
    Json,
    /// OSCAL assessment results, in JSON.
    Oscal,
}

fn day(text: &str) -> Result<String, String> {
    let day: jiff::civil::Date =
        text.parse().map_err(|_| "is not a date such as 2027-01-31".to_owned())?;
    Ok(day.to_string())
}

/// Reads the plan, runs the rules, and writes what they saw.
pub fn run(arguments: &Evidence) -> Result<ExitCode> {
    let (subject, policy) =
        Subject::with_policy(&arguments.plan, &arguments.reading, &arguments.policy)?;
    let Subject { name, content, inventory } = subject;
    let selection = Selection { conventions: arguments.conventions, ..Selection::default() };
    let rules = selection.rules(&inventory, &policy)?;
    let decisions = Decisions { selection, policy, ..Decisions::default() };
    let proof = verify::Proof::of(&inventory, rules.iter().copied());
    let report = Report::of(&proof, &rules, &decisions, subject::today());
    let identity = PlanIdentity::of(
        name,
        &content,
        &inventory,
        arguments.date.clone(),
        arguments.commit.clone(),
    );
    let evidence = evidence::Evidence::of(identity, &proof, &rules, report);
    let text = match arguments.format {
        EvidenceFormat::Html => evidence::page(&evidence, &picture(&inventory)?)?,
        EvidenceFormat::Json => serde_json::to_string_pretty(&evidence)? + "\n",
        EvidenceFormat::Oscal => serde_json::to_string_pretty(&evidence::oscal(&evidence)?)? + "\n",
    };
    match arguments.out.as_deref().filter(|path| *path != Path::new("-")) {
        Some(path) => fs::write(path, text)
            .with_context(|| format!("--out {}: cannot be written", path.display()))?,
        None => std::io::stdout().write_all(text.as_bytes())?,
    }
    Ok(if evidence.has_failures() { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}

/// The stack by zone and tier; nothing where there is nothing to draw.
fn picture(inventory: &Inventory) -> Result<String> {
    let picture = Picture::of(inventory, "Architecture by zone and tier", None);
    if picture.is_empty() {
        return Ok(String::new());
    }
    let svg = diagram::svg(&Drawing::of(&picture))?;
    // Within a page it needs no declaration of its own.
    Ok(svg.split_once("?>").map_or(svg.as_str(), |(_, drawing)| drawing).to_owned())
}
