//! `paytf gen`.

use std::io::Write;
use std::path::Path;
use std::process::ExitCode;

use anyhow::{Result, bail};
use owo_colors::OwoColorize;
use similar::TextDiff;

use super::Gen;
use crate::config::Config;
use crate::disk::{self, Difference};
use crate::files::{self, Files};
use crate::validator;

/// Files whose difference means nothing to a reader.
const BINARY: &str = ".zip";

/// Generates, compares, and writes or tells.
pub fn run(arguments: &Gen) -> Result<ExitCode> {
    let config = Config::load(arguments.config.as_deref(), arguments.suffix.clone(), arguments.profile)?;
    let package = validator::package(arguments.validator_zip.as_deref(), config.validation.architecture)?;
    let files = files::of_stack(&config, arguments.format.into(), package)?;
    if arguments.out.exists() && !arguments.out.is_dir() {
        bail!("--out {}: is a file; give a folder, which is made if it does not exist", arguments.out.display());
    }
    let folder = arguments.out.join(config.suffix.as_str());
    let difference = disk::compare(&folder, &files)?;
    if arguments.check {
        return check(&folder, &files, &difference);
    }
    if !difference.edited.is_empty() && !arguments.force {
        return refuse(&folder, &difference);
    }
    disk::apply(&folder, &files, &difference)?;
    tell(&folder, &files, &difference)?;
    Ok(ExitCode::SUCCESS)
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

fn tell(folder: &Path, files: &Files, difference: &Difference) -> Result<()> {
    let mut err = anstream::stderr();
    let folder = folder.display();
    if difference.is_empty() {
        writeln!(err, "{folder} is up to date: {} files.", files.len())?;
        return Ok(());
    }
    let (created, updated, removed) = (difference.created.len(), difference.updated.len(), difference.removed.len());
    writeln!(
        err,
        "{} {folder}: {created} files created, {updated} updated, {removed} removed.",
        "Wrote".green().bold()
    )?;
    writeln!(err, "Next: terraform -chdir={folder} init && terraform -chdir={folder} plan")?;
    Ok(())
}
