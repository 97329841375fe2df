//! `paytf diff`.

use std::io::Write;
use std::path::Path;
use std::process::ExitCode;

use anyhow::{Context, Result};
use owo_colors::OwoColorize;

use super::{Diff, DiffFormat};
use crate::config::Config;
use crate::diff::{Plan, Stack, Tree};
use crate::files;
use crate::render::Format;
use crate::validator;

/// Reads both stacks, compares them and prints what would happen.
pub fn run(arguments: &Diff) -> Result<ExitCode> {
    let stack = |path| Stack::of(&tree(path, arguments)?);
    let plan = Plan::between(&stack(&arguments.old)?, &stack(&arguments.new)?)?;
    match arguments.format {
        DiffFormat::Text => write!(anstream::stdout(), "{}", plan.text()?)?,
        DiffFormat::Json => writeln!(anstream::stdout(), "{:#}", plan.json())?,
    }
    if plan.is_empty() {
        let (old, new) = (arguments.old.display(), arguments.new.display());
        writeln!(anstream::stderr(), "{}: {old} and {new} declare the same infrastructure.", "No changes".green())?;
        return Ok(ExitCode::SUCCESS);
    }
    Ok(ExitCode::FAILURE)
}

/// A folder, or what would be generated from a configuration.
fn tree(path: &Path, arguments: &Diff) -> Result<Tree> {
    if path.extension().is_none_or(|extension| extension != "toml") || path.is_dir() {
        return Tree::read(path);
    }
    let suffix = arguments.suffix.clone();
    let suffix = suffix.with_context(|| format!("{} is a configuration: give --suffix with it", path.display()))?;
    let config = Config::load(Some(path), suffix, arguments.profile)?;
    let package = validator::package(None, config.validation.architecture)?;
    let files = files::of_stack(&config, Format::Json, package)?;
    Ok(Tree::of(path.display().to_string(), files.into_iter().map(|(path, content)| (path, content.into_owned()))))
}
