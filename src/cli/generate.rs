//! `paytf gen`.

use std::collections::BTreeSet;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, Result, bail};
use owo_colors::OwoColorize;
use rayon::prelude::*;
use similar::TextDiff;

use super::Gen;
use super::init::CONFIGURATION;
use crate::config::Config;
use crate::disk::{self, Difference};
use crate::files::{self, Files};
use crate::stack;
use crate::validator;
use crate::verify::{self, CheckResult, Inventory, Outcome, Severity};

/// Files whose difference means nothing to a reader.
const BINARY: &str = ".zip";

/// A stack as it should be, and how the one on the disk differs.
struct Prepared {
    folder: PathBuf,
    files: Files,
    difference: Difference,
    wrong: Vec<Wrong>,
}

/// What a rule of `paytf verify` says against a stack that is not written yet.
struct Wrong {
    rule: &'static str,
    severity: Severity,
    text: String,
}

/// Generates, compares, and writes or tells. Nothing is written unless every environment can be.
pub fn run(arguments: &Gen) -> Result<ExitCode> {
    let configs = configurations(arguments)?;
    if arguments.out.exists() && !arguments.out.is_dir() {
        bail!("--out {}: is a file; give a folder, which is made if it does not exist", arguments.out.display());
    }
    let prepared: Vec<_> = configs.par_iter().map(|config| prepare(config, arguments)).collect();
    let stacks = prepared.into_iter().collect::<Result<Vec<_>>>()?;
    if arguments.check {
        return worst(&stacks, |stack| check(&stack.folder, &stack.files, &stack.difference));
    }
    if !arguments.force && stacks.iter().any(|stack| stack.wrong.iter().any(|wrong| wrong.severity == Severity::Error))
    {
        return worst(&stacks, refuse_wrong);
    }
    let edited: Vec<_> = stacks.iter().filter(|stack| !stack.difference.edited.is_empty()).collect();
    if !edited.is_empty() && !arguments.force {
        return worst(edited, |stack| refuse(&stack.folder, &stack.difference));
    }
    stacks.par_iter().try_for_each(|stack| disk::apply(&stack.folder, &stack.files, &stack.difference))?;
    worst(&stacks, tell)
}

/// The environments asked for, from the file that is given or found.
fn configurations(arguments: &Gen) -> Result<Vec<Config>> {
    let found = Path::new(CONFIGURATION);
    let file = arguments.config.as_deref().or(found.is_file().then_some(found));
    if arguments.config.is_none() && file.is_some() {
        writeln!(anstream::stderr(), "Reading {CONFIGURATION} of this folder; --config takes another file.")?;
    }
    match (&arguments.suffix, file) {
        (Some(suffix), file) => Ok(vec![Config::load(file, suffix.clone(), arguments.profile)?]),
        (None, Some(file)) => Ok(Config::load_all(file)?),
        (None, None) => {
            bail!("--all: which environments? Give a --config that defines them, or a {CONFIGURATION} here")
        }
    }
}

fn prepare(config: &Config, arguments: &Gen) -> Result<Prepared> {
    let prepare = || -> Result<Prepared> {
        let package = validator::package(arguments.validator_zip.as_deref(), config.validation.architecture)?;
        let files = files::of_stack(config, arguments.format.into(), package)?;
        let folder = arguments.out.join(config.suffix.as_str());
        let difference = disk::compare(&folder, &files)?;
        Ok(Prepared { folder, files, difference, wrong: wrong(config)? })
    };
    if arguments.all { prepare().with_context(|| format!("environment {}", config.suffix)) } else { prepare() }
}

/// What the rules say against the stack, paytf's own conventions among them.
fn wrong(config: &Config) -> Result<Vec<Wrong>> {
    let inventory = Inventory::from_modules(&stack::payment(config)?)?;
    let failed = verify::run(&inventory, verify::rules()).filter(|result| matches!(result.outcome, Outcome::Fail(_)));
    let wrong = |result: CheckResult| Wrong {
        rule: result.rule.id,
        severity: result.rule.severity,
        text: format!("{}: {result}\n    fix: {}", result.rule.id, result.rule.fix()),
    };
    Ok(failed.map(wrong).collect())
}

fn refuse_wrong(stack: &Prepared) -> Result<ExitCode> {
    let mut err = anstream::stderr();
    let errors = stack.wrong.iter().filter(|wrong| wrong.severity == Severity::Error);
    let folder = stack.folder.display();
    writeln!(err, "{}: {folder} would not stand up to `paytf verify`:", "refused".red().bold())?;
    for wrong in errors {
        writeln!(err, "  {}", wrong.text)?;
    }
    writeln!(err, "Nothing was written. Change the configuration, or write it all the same with --force.")?;
    Ok(ExitCode::FAILURE)
}

/// Does it with each stack in turn, and fails as the worst of them does.
fn worst<'a>(
    stacks: impl IntoIterator<Item = &'a Prepared>,
    each: impl Fn(&'a Prepared) -> Result<ExitCode>,
) -> Result<ExitCode> {
    let codes = stacks.into_iter().map(each).collect::<Result<Vec<_>>>()?;
    Ok(codes.into_iter().find(|code| *code != ExitCode::SUCCESS).unwrap_or(ExitCode::SUCCESS))
}

fn check(folder: &Path, files: &Files, difference: &Difference) -> Result<ExitCode> {
    if difference.is_empty() {
        writeln!(anstream::stderr(), "{} is fresh: {} files as they would be written.", folder.display(), files.len())?;
        return Ok(ExitCode::SUCCESS);
    }
    let paths: Vec<_> = difference.created.iter().chain(&difference.updated).chain(&difference.removed).collect();
    for path in &paths {
        let old = std::fs::read(folder.join(path)).unwrap_or_default();
        let new = files.get(*path).map(|content| content.as_ref()).unwrap_or_default();
        print_difference(path, &old, new)?;
    }
    let count = paths.len();
    writeln!(anstream::stderr(), "{} is {}: {count} files differ.", folder.display(), "stale".yellow())?;
    Ok(ExitCode::FAILURE)
}

fn print_difference(path: &str, old: &[u8], new: &[u8]) -> Result<()> {
    let mut out = anstream::stdout();
    if path.ends_with(BINARY) {
        let (old, new) = (old.len(), new.len());
        writeln!(out, "Binary files {path} differ: {old} bytes on the disk, {new} bytes generated")?;
        return Ok(());
    }
    let (old, new) = (String::from_utf8_lossy(old), String::from_utf8_lossy(new));
    let diff = TextDiff::from_lines(old.as_ref(), new.as_ref());
    let (from, to) = (format!("{path} (on the disk)"), format!("{path} (generated)"));
    write!(out, "{}", diff.unified_diff().header(&from, &to))?;
    Ok(())
}

fn refuse(folder: &Path, difference: &Difference) -> Result<ExitCode> {
    let mut err = anstream::stderr();
    writeln!(
        err,
        "{}: these files in {} were edited since paytf wrote them:",
        "refused".red().bold(),
        folder.display()
    )?;
    for path in &difference.edited {
        writeln!(err, "  {path}")?;
    }
    writeln!(
        err,
        "Nothing was written. See the difference with --check; keep what you need in the configuration; then --force."
    )?;
    Ok(ExitCode::FAILURE)
}

fn tell(stack: &Prepared) -> Result<ExitCode> {
    let Prepared { folder, files, difference, wrong } = stack;
    let mut err = anstream::stderr();
    let folder = folder.display();
    if !wrong.is_empty() {
        let rules: BTreeSet<_> = wrong.iter().map(|wrong| wrong.rule).collect();
        let rules = rules.into_iter().collect::<Vec<_>>().join(", ");
        writeln!(err, "{} in {folder}, as `paytf rules ID` explains: {rules}", "Warnings".yellow().bold())?;
    }
    if difference.is_empty() {
        writeln!(err, "{folder} is up to date: {} files.", files.len())?;
        return Ok(ExitCode::SUCCESS);
    }
    let (created, updated, removed) = (difference.created.len(), difference.updated.len(), difference.removed.len());
    writeln!(
        err,
        "{} {folder}: {created} files created, {updated} updated, {removed} removed.",
        "Wrote".green().bold()
    )?;
    writeln!(err, "Next: terraform -chdir={folder} init && terraform -chdir={folder} plan")?;
    Ok(ExitCode::SUCCESS)
}
