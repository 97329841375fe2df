//! `paytf gen`.

mod existing_stack;
mod words;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, Result, bail};
use clap::{ArgGroup, ValueEnum};
use rayon::prelude::*;

use super::init::CONFIGURATION;
use super::{screen, suggest};
use crate::config::{Config, ConfigError, Profile, text_of};
use crate::disk::{self, Difference, Staging};
use crate::files::{Files, Generator};
use crate::naming::Suffix;
use crate::validator;
use existing_stack::ExistingStack;
use terraform::render::Format;
use verify::{self, CheckResult, Inventory, Severity};

/// Writes `DIR/<suffix>/`: a complete Terraform configuration, ready for `terraform init` and
/// `apply`.
#[derive(Debug, clap::Args)]
#[command(group = ArgGroup::new("which").required(true).args(["suffix", "all"]))]
#[command(after_help = "Examples:
  paytf gen --suffix staging
      production sizes, no configuration needed
  paytf gen --suffix staging --profile staging
      smaller sizes, the same zones
  paytf gen --suffix prod --config examples/production.toml
      what the file says
  paytf gen --suffix prod --config examples/production.toml --check
      write nothing, show the difference
  paytf gen --all --config examples/environments.toml
      every environment of the file")]
pub struct Gen {
    /// Suffix of the environment, the end of every name: 2 to 16 lower-case letters, digits and
    /// single hyphens, beginning with a letter.
    #[arg(long, value_name = "SUFFIX", allow_hyphen_values = true)]
    pub suffix: Option<Suffix>,
    /// Write every environment that the configuration defines; if one of them cannot be written,
    /// write none.
    #[arg(long, conflicts_with = "profile")]
    pub all: bool,
    /// The configuration file [default: paytf.toml if the current folder has one, else the defaults
    /// of the profile].
    #[arg(long, value_name = "FILE")]
    pub config: Option<PathBuf>,
    /// The profile that sets the defaults: development, staging or production [default: the file's,
    /// else production].
    #[arg(
        long, value_name = "PROFILE", value_parser = suggest::profile(),
        hide_possible_values = true
    )]
    pub profile: Option<Profile>,
    /// The folder in which to create the stack's folder.
    #[arg(long, value_name = "DIR", default_value = "generated")]
    pub out: PathBuf,
    /// Terraform's JSON syntax (.tf.json) or its native syntax (.tf) [default: that of the existing
    /// stack, else json].
    #[arg(long, value_enum)]
    pub format: Option<FormatName>,
    /// Write nothing; if the stack on disk is out of date, print the difference and exit with 1.
    #[arg(long)]
    pub check: bool,
    /// Overwrite files that were edited since paytf wrote them.
    #[arg(long, conflicts_with = "check")]
    pub overwrite: bool,
    /// The deployment package of the validation function, instead of the one built into paytf.
    #[arg(long, value_name = "FILE")]
    pub validator_zip: Option<PathBuf>,
}

/// The two syntaxes as the command line names them.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub enum FormatName {
    /// .tf.json
    Json,
    /// .tf
    Hcl,
}

impl From<FormatName> for Format {
    fn from(name: FormatName) -> Self {
        match name {
            FormatName::Json => Format::Json,
            FormatName::Hcl => Format::Hcl,
        }
    }
}

/// A stack as it should be beside the one on the disk. The files themselves are not kept: those of
/// a thousand environments would fill the memory.
struct Compared {
    suffix: String,
    folder: PathBuf,
    paths: Vec<String>,
    difference: Difference,
    wrong: Vec<Wrong>,
    /// Why a single apply cannot turn the existing stack into this one.
    refusals: Vec<String>,
    /// Whether it is new, and already written next to its place.
    is_staged: bool,
}

/// What a rule of `paytf verify` says against a stack that is not written yet.
struct Wrong {
    rule: &'static str,
    severity: Severity,
    text: String,
    /// Whether it is accepted.
    accepted: bool,
}

/// Generates, compares, and writes or reports. Nothing is written unless every environment can be.
pub fn run(arguments: &Gen) -> Result<ExitCode> {
    let configuration = Configuration::found(arguments)?;
    let configs = configuration.environments(arguments)?;
    if arguments.out.exists() && !arguments.out.is_dir() {
        bail!(
            "--out {}: is a file; give a folder, which is made if it does not exist",
            arguments.out.display()
        );
    }
    let run = Run {
        arguments,
        json: Generator::new(Format::Json)?,
        hcl: Generator::new(Format::Hcl)?,
        staging: Staging::in_folder(&arguments.out),
    };
    let compared: Vec<_> = configs.par_iter().map(|config| run.compare(config)).collect();
    let stacks = compared.into_iter().collect::<Result<Vec<_>>>()?;
    if arguments.check { run.check(&configs, &stacks) } else { run.write(&configs, &stacks) }
}

/// The text of the configuration file.
struct Configuration<'a> {
    file: Option<(&'a Path, String)>,
}

impl<'a> Configuration<'a> {
    /// The file that is given, or found in the current folder.
    fn found(arguments: &'a Gen) -> Result<Self> {
        let found = Path::new(CONFIGURATION);
        let file = arguments.config.as_deref().or(found.is_file().then_some(found));
        if arguments.config.is_none() && file.is_some() {
            screen::print(&format!(
                "Reading {CONFIGURATION} of this folder; --config takes another file."
            ))?;
        }
        let read = |path: &'a Path| Ok::<_, ConfigError>((path, text_of(path)?));
        Ok(Configuration { file: file.map(read).transpose()? })
    }

    /// The requested environments.
    fn environments(&self, arguments: &Gen) -> Result<Vec<Config>> {
        match (&arguments.suffix, &self.file) {
            (Some(suffix), Some((path, text))) => {
                Ok(vec![Config::from_toml(text, path, suffix.clone(), arguments.profile)?])
            }
            (Some(suffix), None) => {
                Ok(vec![Config::without_file(suffix.clone(), arguments.profile)])
            }
            (None, Some((path, text))) => Ok(Config::all_from_toml(text, path)?),
            (None, None) => {
                bail!(
                    "--all: which environments? Give a --config that defines them, or a \
                     {CONFIGURATION} here"
                )
            }
        }
    }
}

/// One run, for all its environments.
struct Run<'a> {
    arguments: &'a Gen,
    json: Generator,
    hcl: Generator,
    staging: Staging,
}

impl Run<'_> {
    fn compare(&self, config: &Config) -> Result<Compared> {
        let compare = || -> Result<Compared> {
            let folder = self.folder(config);
            let deployed = ExistingStack::read(&folder);
            let refusals = deployed.map(|deployed| deployed.refusals(config)).unwrap_or_default();
            let accepted =
                |rule: &str| config.accept.keys().any(|accepted| accepted.as_str() == rule);
            let see = |stack: Inventory| wrong(&stack, accepted);
            let (files, wrong) =
                self.generator(&folder).stack_seen(config, self.package(config)?, see)?;
            let difference = disk::compare(&folder, &files)?;
            let may_be_written = !wrong.iter().any(Wrong::is_error);
            let is_staged = may_be_written && !self.arguments.check && !folder.exists();
            if is_staged {
                self.staging.write(config.suffix.as_str(), &files)?;
            }
            let (suffix, paths) = (config.suffix.to_string(), files.into_keys().collect());
            Ok(Compared { suffix, folder, paths, difference, wrong, refusals, is_staged })
        };
        if self.arguments.all {
            compare().with_context(|| format!("environment {}", config.suffix))
        } else {
            compare()
        }
    }

    fn folder(&self, config: &Config) -> PathBuf {
        self.arguments.out.join(config.suffix.as_str())
    }

    /// The requested syntax, else that of the existing stack.
    fn generator(&self, folder: &Path) -> &Generator {
        let asked = self.arguments.format.map(Format::from);
        match asked.or_else(|| ExistingStack::format_of(folder)).unwrap_or(Format::Json) {
            Format::Json => &self.json,
            Format::Hcl => &self.hcl,
        }
    }

    fn package(&self, config: &Config) -> Result<std::borrow::Cow<'static, [u8]>> {
        validator::package(self.arguments.validator_zip.as_deref(), config.validation.architecture)
    }

    /// The files of a stack once more: a few milliseconds, for which they need not be kept.
    fn files(&self, config: &Config) -> Result<Files> {
        self.generator(&self.folder(config)).stack(config, self.package(config)?)
    }

    fn check(&self, configs: &[Config], stacks: &[Compared]) -> Result<ExitCode> {
        worst(configs.iter().zip(stacks), |(config, stack)| match stack.difference.is_empty() {
            true => words::fresh(&stack.folder, stack.paths.len()).map(|()| ExitCode::SUCCESS),
            false => words::stale(stack, &self.files(config)?),
        })
    }

    fn write(&self, configs: &[Config], stacks: &[Compared]) -> Result<ExitCode> {
        if stacks.iter().any(|stack| !stack.refusals.is_empty()) {
            return worst(
                stacks.iter().filter(|stack| !stack.refusals.is_empty()),
                words::refuse_step,
            );
        }
        if stacks.iter().flat_map(|stack| &stack.wrong).any(Wrong::is_error) {
            return worst(stacks, words::refuse_wrong);
        }
        let edited: Vec<_> =
            stacks.iter().filter(|stack| !stack.difference.edited.is_empty()).collect();
        if !edited.is_empty() && !self.arguments.overwrite {
            return worst(edited, words::refuse_edited);
        }
        let folders = stacks.iter().map(|stack| stack.folder.as_path());
        folders.chain([self.arguments.out.as_path()]).for_each(disk::remove_abandoned);
        configs.par_iter().zip(stacks).try_for_each(|(config, stack)| self.apply(config, stack))?;
        for config in configs.iter().filter(|config| config.profile_by_default) {
            words::profile_chosen(config)?;
        }
        for (config, _) in
            configs.iter().zip(stacks).filter(|(_, stack)| !stack.difference.is_empty())
        {
            let monitoring = &config.monitoring;
            if monitoring.page_emails.is_empty() && monitoring.ticket_emails.is_empty() {
                words::nobody_told(config.suffix.as_str())?;
            }
        }
        words::done(stacks)
    }

    fn apply(&self, config: &Config, stack: &Compared) -> Result<()> {
        match stack {
            Compared { is_staged: true, suffix, .. } => self.staging.move_to_place(suffix),
            Compared { difference, .. } if difference.is_empty() && !difference.list => Ok(()),
            Compared { difference, folder, .. } => {
                disk::apply(folder, &self.files(config)?, difference)
            }
        }
    }
}

impl Compared {
    /// The rules that say something against it.
    fn rules(&self) -> impl Iterator<Item = &'static str> {
        self.wrong.iter().map(|wrong| wrong.rule)
    }
}

impl Wrong {
    fn is_error(&self) -> bool {
        self.severity == Severity::Error && !self.accepted
    }
}

/// What the rules say against a stack, paytf's own conventions among them.
fn wrong(inventory: &Inventory, accepted: impl Fn(&str) -> bool) -> Vec<Wrong> {
    let wrong = |result: CheckResult| Wrong {
        rule: result.rule.id,
        severity: result.rule.severity,
        accepted: accepted(result.rule.id),
        text: format!("{}: {result}\n    fix: {}", result.rule.id, result.rule.fix()),
    };
    verify::failures(inventory, verify::rules()).into_iter().map(wrong).collect()
}

/// Does it with each stack in turn, and fails as the worst of them does.
fn worst<T>(
    stacks: impl IntoIterator<Item = T>,
    each: impl Fn(T) -> Result<ExitCode>,
) -> Result<ExitCode> {
    let codes = stacks.into_iter().map(each).collect::<Result<Vec<_>>>()?;
    Ok(codes.into_iter().find(|code| *code != ExitCode::SUCCESS).unwrap_or(ExitCode::SUCCESS))
}
