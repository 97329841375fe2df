//! What `paytf gen` says of a stack.

use std::collections::BTreeSet;
use std::io::Write;
use std::path::Path;
use std::process::ExitCode;

use anyhow::Result;
use owo_colors::OwoColorize;
use similar::TextDiff;

use super::Compared;
use super::index::Sealed;
use crate::cli::Gen;
use crate::disk::Difference;
use crate::files::Files;

/// Files whose difference means nothing to a reader.
const BINARY: &str = ".zip";

/// What is said of a stack that an earlier run is known to have left as this one would.
pub fn nothing_to_do(arguments: &Gen, stack: &Sealed) -> Result<ExitCode> {
    let folder = arguments.out.join(&stack.suffix);
    if arguments.check {
        return fresh(&folder, stack.files);
    }
    up_to_date(&folder, stack.files, stack.warnings.iter().map(String::as_str))
}

/// That a stack is as it would be written.
pub fn fresh(folder: &Path, files: usize) -> Result<ExitCode> {
    writeln!(anstream::stderr(), "{} is fresh: {files} files as they would be written.", folder.display())?;
    Ok(ExitCode::SUCCESS)
}

/// How a stack on the disk differs from the one that would be written.
pub fn stale(stack: &Compared, files: &Files) -> Result<ExitCode> {
    let Difference { created, updated, removed, .. } = &stack.difference;
    let paths: Vec<_> = created.iter().chain(updated).chain(removed).collect();
    for path in &paths {
        let old = std::fs::read(stack.folder.join(path)).unwrap_or_default();
        let new = files.get(*path).map(|content| content.as_ref()).unwrap_or_default();
        print_difference(path, &old, new)?;
    }
    let (folder, count) = (stack.folder.display(), paths.len());
    writeln!(anstream::stderr(), "{folder} is {}: {count} files differ.", "stale".yellow())?;
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

/// That a stack is not written since rules say it would not do.
pub fn refuse_wrong(stack: &Compared) -> Result<ExitCode> {
    let mut err = anstream::stderr();
    let folder = stack.folder.display();
    writeln!(err, "{}: {folder} would not stand up to `paytf verify`:", "refused".red().bold())?;
    for wrong in stack.wrong.iter().filter(|wrong| wrong.is_error()) {
        writeln!(err, "  {}", wrong.text)?;
    }
    writeln!(err, "Nothing was written. Change the configuration, or write it all the same with --force.")?;
    Ok(ExitCode::FAILURE)
}

/// That a stack is not written since someone edited it.
pub fn refuse_edited(stack: &Compared) -> Result<ExitCode> {
    let mut err = anstream::stderr();
    let folder = stack.folder.display();
    writeln!(err, "{}: these files in {folder} were edited since paytf wrote them:", "refused".red().bold())?;
    for path in &stack.difference.edited {
        writeln!(err, "  {path}")?;
    }
    writeln!(
        err,
        "Nothing was written. See the difference with --check; keep what you need in the configuration; then --force."
    )?;
    Ok(ExitCode::FAILURE)
}

/// What was done about a stack.
pub fn done(stack: &Compared) -> Result<ExitCode> {
    if stack.difference.is_empty() {
        return up_to_date(&stack.folder, stack.paths.len(), stack.rules());
    }
    warn(&stack.folder, stack.rules())?;
    let Difference { created, updated, removed, .. } = &stack.difference;
    let (created, updated, removed) = (created.len(), updated.len(), removed.len());
    let (mut err, wrote, folder) = (anstream::stderr(), "Wrote".green(), stack.folder.display());
    writeln!(err, "{} {folder}: {created} files created, {updated} updated, {removed} removed.", wrote.bold())?;
    writeln!(err, "Next: terraform -chdir={folder} init && terraform -chdir={folder} plan")?;
    Ok(ExitCode::SUCCESS)
}

fn up_to_date<'r>(folder: &Path, files: usize, rules: impl Iterator<Item = &'r str>) -> Result<ExitCode> {
    warn(folder, rules)?;
    writeln!(anstream::stderr(), "{} is up to date: {files} files.", folder.display())?;
    Ok(ExitCode::SUCCESS)
}

fn warn<'r>(folder: &Path, rules: impl Iterator<Item = &'r str>) -> Result<()> {
    let rules = rules.collect::<BTreeSet<_>>().into_iter().collect::<Vec<_>>().join(", ");
    if !rules.is_empty() {
        let (warnings, folder) = ("Warnings".yellow(), folder.display());
        writeln!(anstream::stderr(), "{} in {folder}, as `paytf rules ID` explains: {rules}", warnings.bold())?;
    }
    Ok(())
}
