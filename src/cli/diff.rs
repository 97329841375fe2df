//! `paytf diff`.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, Result};
use clap::ValueEnum;
use owo_colors::OwoColorize;

use crate::config::{Config, Profile};
use crate::diff::{Plan, Stack};
use crate::files;
use crate::naming::Suffix;
use crate::validator;
use terraform::render::Format;

/// Shows what applying NEW would create, update, destroy and replace where OLD is deployed. It does
/// not ask AWS: only `terraform plan` sees manual changes and the values in terraform.tfvars.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Exit codes: 0 nothing changes; 1 something does; 2 wrong options or bad input.

Examples:
  paytf diff main/generated/prod branch/generated/prod             two folders, in either syntax
  paytf diff generated/prod examples/production.toml --suffix prod   what `paytf gen` would change"
)]
pub struct Diff {
    /// The stack as it is: a folder that `paytf gen` wrote, or a configuration (.toml).
    #[arg(value_name = "OLD")]
    pub old: PathBuf,
    /// The stack as it will be: a folder or a configuration.
    #[arg(value_name = "NEW")]
    pub new: PathBuf,
    /// Suffix of the environment to read from a configuration.
    #[arg(long, value_name = "SUFFIX", allow_hyphen_values = true)]
    pub suffix: Option<Suffix>,
    /// The profile that sets a configuration's defaults [default: the file's, else production].
    #[arg(
        long, value_name = "PROFILE", value_parser = super::suggest::profile(),
        hide_possible_values = true
    )]
    pub profile: Option<Profile>,
    /// The format: as `terraform plan` prints it, or as `terraform show -json` does.
    #[arg(long, value_enum, default_value_t = DiffFormat::Text)]
    pub format: DiffFormat,
}

/// How a difference is written.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub enum DiffFormat {
    /// For people.
    Text,
    /// For programs.
    Json,
}

/// Reads both stacks, compares them and prints what would happen.
pub fn run(arguments: &Diff) -> Result<ExitCode> {
    let plan =
        Plan::between(&stack(&arguments.old, arguments)?, &stack(&arguments.new, arguments)?)?;
    match arguments.format {
        DiffFormat::Text => write!(anstream::stdout(), "{}", plan.text())?,
        DiffFormat::Json => writeln!(anstream::stdout(), "{:#}", plan.json())?,
    }
    if plan.is_empty() {
        let (old, new) = (arguments.old.display(), arguments.new.display());
        super::screen::print(&format!(
            "{}: {old} and {new} declare the same infrastructure.",
            "No changes".green()
        ))?;
        return Ok(ExitCode::SUCCESS);
    }
    Ok(ExitCode::FAILURE)
}

/// A folder, or what would be generated from a configuration.
fn stack(path: &Path, arguments: &Diff) -> Result<Stack> {
    if path.extension().is_none_or(|extension| extension != "toml") || path.is_dir() {
        return Stack::read(path);
    }
    let suffix = arguments.suffix.clone();
    let suffix = suffix
        .with_context(|| format!("{} is a configuration: give --suffix with it", path.display()))?;
    let config = Config::load(Some(path), suffix, arguments.profile)?;
    let package = validator::package(None, config.validation.architecture)?;
    Stack::written(&path.display().to_string(), files::of_stack(&config, Format::Json, package)?)
}
