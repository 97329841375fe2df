//! The messages of `paytf gen`.

use std::collections::BTreeSet;
use std::io::Write;
use std::path::Path;
use std::process::ExitCode;

use anyhow::Result;
use owo_colors::OwoColorize;
use similar::TextDiff;

use super::Compared;
use crate::cli::screen;
use crate::config::{Config, Profile};
use crate::disk::Difference;
use crate::files::Files;

/// Files whose difference means nothing to a reader.
const BINARY: &str = ".zip";

/// Says that a stack is as it would be written.
pub fn fresh(folder: &Path, files: usize) -> Result<()> {
    screen::print(&format!(
        "{} is fresh: {files} files as they would be written.",
        folder.display()
    ))?;
    Ok(())
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
    screen::print(&format!(
        "{folder} is {}: {}.",
        "stale".yellow(),
        if count == 1 { "1 file differs".to_owned() } else { format!("{count} files differ") }
    ))?;
    Ok(ExitCode::FAILURE)
}

/// `1 file`, `2 files`.
fn files_of(count: usize) -> String {
    if count == 1 { "1 file".to_owned() } else { format!("{count} files") }
}

fn print_difference(path: &str, old: &[u8], new: &[u8]) -> Result<()> {
    let mut out = anstream::stdout();
    if path.ends_with(BINARY) {
        let (old, new) = (old.len(), new.len());
        writeln!(
            out,
            "Binary files {path} differ: {old} bytes on the disk, {new} bytes generated"
        )?;
        return Ok(());
    }
    let (old, new) = (String::from_utf8_lossy(old), String::from_utf8_lossy(new));
    let diff = TextDiff::from_lines(old.as_ref(), new.as_ref());
    let (from, to) = (format!("{path} (on the disk)"), format!("{path} (generated)"));
    write!(out, "{}", diff.unified_diff().header(&from, &to))?;
    Ok(())
}

/// Says that a stack is not written because rules fail.
pub fn refuse_wrong(stack: &Compared) -> Result<ExitCode> {
    let folder = stack.folder.display();
    screen::print(&format!("{}: {folder} does not pass `paytf verify`:", "refused".red().bold()))?;
    for wrong in stack.wrong.iter().filter(|wrong| wrong.is_error()) {
        screen::print(&format!("  {}", wrong.text))?;
    }
    screen::print(
        "Nothing was written. Change the configuration, or accept the finding with a reason, \
         below [accept]: RULE = \"reason\".",
    )?;
    Ok(ExitCode::FAILURE)
}

/// Says that a stack is not written because one apply cannot make the change.
pub fn refuse_step(stack: &Compared) -> Result<ExitCode> {
    screen::print(&format!(
        "{}: one apply cannot turn what runs from {} into this:",
        "refused".red().bold(),
        stack.folder.display()
    ))?;
    for refusal in &stack.refusals {
        screen::print(&format!("  {refusal}"))?;
    }
    screen::print(
        "Nothing was written. A stack that was never applied can be deleted and generated again.",
    )?;
    Ok(ExitCode::FAILURE)
}

/// Warns if no profile was chosen and the suffix is the name of another profile, and says what the
/// chosen one costs.
pub fn profile_chosen(config: &Config) -> Result<()> {
    let (suffix, chosen) = (config.suffix.as_str(), config.profile);
    let Some(named) =
        Profile::ALL.iter().find(|profile| profile.as_str() == suffix && **profile != chosen)
    else {
        return Ok(());
    };
    writeln!(
        anstream::stderr(),
        "{}: {suffix} has the profile {chosen}, which costs some {} US dollars a month before the \
         first payment; with --profile {named}, or profile = \"{named}\" in the configuration, \
         some {}.",
        "Note".yellow().bold(),
        chosen.monthly_dollars(),
        named.monthly_dollars(),
    )?;
    Ok(())
}

/// Says that a stack is not written because someone edited it.
pub fn refuse_edited(stack: &Compared) -> Result<ExitCode> {
    let folder = stack.folder.display();
    screen::print(&format!(
        "{}: these files in {folder} were edited since paytf wrote them:",
        "refused".red().bold()
    ))?;
    for path in &stack.difference.edited {
        screen::print(&format!("  {path}"))?;
    }
    screen::print(
        "Nothing was written. See the differences with --check, move what you need into the \
         configuration, then use --overwrite.",
    )?;
    Ok(ExitCode::FAILURE)
}

/// What was done about the stacks.
pub fn done(stacks: &[Compared]) -> Result<ExitCode> {
    for stack in stacks {
        warn(stack)?;
        match stack.difference.is_empty() {
            true => {
                screen::print(&format!(
                    "{} is up to date: {} files.",
                    stack.folder.display(),
                    stack.paths.len()
                ))?;
            }
            false => written(stack)?,
        }
    }
    Ok(ExitCode::SUCCESS)
}

/// Warns that nobody is notified of the stack's alarms.
pub fn nobody_told(suffix: &str) -> Result<()> {
    let warning = "Warning".yellow();
    screen::print(&format!(
        "{}: no e-mail address is configured for {suffix}: its alarms reach only the queue \
         `notification_queue_url`. Set monitoring.page_emails, or connect the queue to your \
         incident system.",
        warning.bold()
    ))?;
    Ok(())
}

fn written(stack: &Compared) -> Result<()> {
    let Difference { created, updated, removed, .. } = &stack.difference;
    let (created, updated, removed) = (created.len(), updated.len(), removed.len());
    let (wrote, folder) = ("Wrote".green(), stack.folder.display());
    let created = files_of(created);
    screen::print(&format!(
        "{} {folder}: {created} created, {updated} updated, {removed} removed.",
        wrote.bold()
    ))?;
    screen::print(&format!(
        "Next: terraform -chdir={folder} init && terraform -chdir={folder} plan"
    ))?;
    Ok(())
}

fn warn(stack: &Compared) -> Result<()> {
    let rules = stack.rules().collect::<BTreeSet<_>>().into_iter().collect::<Vec<_>>().join(", ");
    if !rules.is_empty() {
        let (warnings, folder) = ("Warnings".yellow(), stack.folder.display());
        screen::print(&format!(
            "{} in {folder}, which `paytf rules ID` explains: {rules}",
            warnings.bold()
        ))?;
    }
    Ok(())
}
