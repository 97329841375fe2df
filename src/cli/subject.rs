//! [`Subject`]: what a command proves or draws: a plan, a plan with its folder, a folder alone, or
//! a state.

use std::fs;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use owo_colors::OwoColorize;

use super::screen;
use terraform::configuration::{Configuration, Variables};
use verify::{Inventory, Plan, PlanError, PolicyFile, State};

/// How the configuration of a plan or a folder is read.
#[derive(Debug, Clone, Default, clap::Args)]
pub struct Reading {
    /// The folder that the plan was made in. It shows what a plan does not: which instance an index
    /// selects, what a filter keeps of a list, the known parts of a policy, and the file and line
    /// of every resource. Modules are read from where `terraform init` installed them.
    #[arg(long, value_name = "DIR")]
    pub source: Option<PathBuf>,
    /// A file of variables, as for `terraform plan`. `terraform.tfvars` and `*.auto.tfvars` are
    /// always read, and a plan contains its own variables.
    #[arg(long, value_name = "FILE")]
    pub var_file: Vec<PathBuf>,
    /// The value of a variable, as for `terraform plan`: `--var region=us-east-1`.
    #[arg(long, value_name = "NAME=VALUE")]
    pub var: Vec<String>,
}

/// Where the policy file is.
#[derive(Debug, Clone, Default, clap::Args)]
pub struct Policy {
    /// The policy file: severities of rules, accepted findings (`[[suppress]]`), and flows and
    /// calls that no plan shows (`[[flow]]`, `[[call]]`) [default: paytf-verify.toml in the
    /// folder that is verified, else in the current one].
    #[arg(long, value_name = "FILE", alias = "suppressions")]
    pub policy: Option<PathBuf>,
}

impl Policy {
    /// Reads it: the file that is given, or the one that is found.
    fn load(&self, folder: Option<&Path>) -> Result<PolicyFile> {
        if let Some(path) = &self.policy {
            return Ok(PolicyFile::load(path)?);
        }
        let folders = folder.into_iter().chain([Path::new("")]);
        let Some(path) =
            folders.map(|folder| folder.join(PolicyFile::NAME)).find(|path| path.is_file())
        else {
            return Ok(PolicyFile::default());
        };
        screen::print(&format!("Reading {}; --policy takes another file.", path.display()))?;
        Ok(PolicyFile::load(&path)?)
    }
}

/// What is proved or drawn.
pub struct Subject {
    /// What it is called in messages and reports.
    pub name: String,
    /// What was read: by its hash others can tell whether they have the same.
    pub content: Vec<u8>,
    /// What is in it.
    pub inventory: Inventory,
}

impl Subject {
    /// Reads a plan, a state or a folder.
    ///
    /// # Errors
    /// When it is none of them, with what to give instead.
    pub fn read(path: &Path, reading: &Reading) -> Result<Self> {
        let name = name(path);
        if path.is_dir() {
            if reading.source.is_some() {
                bail!("{name}: is a folder, which needs no --source; --source goes with a plan");
            }
            let configuration = configuration(path, reading)?;
            let inventory = Inventory::from_configuration(&configuration)
                .map_err(|error| in_folder(&name, error))?;
            let sources = configuration.sources().iter();
            let content = sources.flat_map(|file| {
                format!("{}\n{}\n", file.path().display(), file.text()).into_bytes()
            });
            return Ok(Self { name, content: content.collect(), inventory });
        }
        if [".tf", ".tf.json", ".tofu", ".tofu.json"].iter().any(|end| name.ends_with(end))
            && path.is_file()
        {
            let folder = path
                .parent()
                .filter(|folder| !folder.as_os_str().is_empty())
                .unwrap_or(Path::new("."));
            bail!(
                "{name}: is a file of a configuration; give its folder: paytf verify {}",
                folder.display()
            );
        }
        let content = read(path)?;
        let inventory = of_file(&content, &name, reading)?;
        Ok(Self { name, content, inventory })
    }
}

impl Subject {
    /// The same, with what people have decided about it.
    ///
    /// # Errors
    /// As [`Subject::read`], and when the policy file says what cannot be meant.
    pub fn with_policy(
        path: &Path,
        reading: &Reading,
        policy: &Policy,
    ) -> Result<(Self, PolicyFile)> {
        let folder = if path.is_dir() { Some(path) } else { reading.source.as_deref() };
        let mut policy = policy.load(folder)?;
        let Self { name, content, inventory } = Self::read(path, reading)?;
        let inventory = inventory.with_declared(policy.declared.clone());
        let inline = policy.suppressions.with_inline(&inventory);
        policy.suppressions = inline.map_err(|problems| {
            in_folder(&folder.unwrap_or(path).display().to_string(), problems)
        })?;
        Ok((Self { name, content, inventory }, policy))
    }
}

fn of_file(json: &[u8], name: &str, reading: &Reading) -> Result<Inventory> {
    let inventory = match Plan::parse(json) {
        Ok(plan) => Inventory::from_plan(plan),
        Err(PlanError::State) if reading.source.is_some() => {
            bail!("{name}: is a state, of which every value is known; --source goes with a plan")
        }
        Err(PlanError::State) => {
            return Ok(Inventory::from_state(State::parse(json).context(name.to_owned())?));
        }
        Err(error) => return Err(error).context(name.to_owned()),
    };
    let Some(folder) = &reading.source else { return Ok(inventory) };
    let configuration = configuration(folder, reading)?;
    let of = format!("--source {}", folder.display());
    inventory.with_configuration(&configuration).map_err(|error| in_folder(&of, error))
}

/// The configuration in a folder.
///
/// # Errors
/// When Terraform would refuse it, with the line and a caret.
pub fn configuration(folder: &Path, reading: &Reading) -> Result<Configuration> {
    let value = |given: &String| match given.split_once('=') {
        Some((name, value)) => Ok((name.to_owned(), value.to_owned())),
        None => bail!("--var {given}: is not NAME=VALUE, as `--var region=us-east-1`"),
    };
    let values = reading.var.iter().map(value).collect::<Result<_>>()?;
    let variables = Variables { files: reading.var_file.clone(), values };
    let configuration = Configuration::read(&from_here(folder), &variables)
        .map_err(|problems| in_folder(&folder.display().to_string(), problems))?;
    if let Some(warnings) = configuration.warnings() {
        screen::print(&format!("{}: {warnings}", "warning".yellow().bold()))?;
    }
    Ok(configuration)
}

/// A folder as it is named from the current one, where it is below it: services want paths from
/// the root of the repository.
fn from_here(folder: &Path) -> PathBuf {
    let here = std::env::current_dir().unwrap_or_default();
    match folder.strip_prefix(&here) {
        Ok(below) if folder.is_absolute() && below.as_os_str().is_empty() => PathBuf::from("."),
        Ok(below) if folder.is_absolute() => below.to_owned(),
        _ => folder.to_owned(),
    }
}

/// Problems of a folder: one to a line, each with its file, or with the folder where it has none.
fn in_folder(folder: &str, problems: impl std::fmt::Display) -> anyhow::Error {
    anyhow::anyhow!("{folder}: {problems}")
}

/// What a plan is called in messages and reports.
fn name(path: &Path) -> String {
    if path == Path::new("-") { "stdin".to_owned() } else { path.display().to_string() }
}

/// A file, or stdin.
///
/// # Errors
/// When it cannot be read.
pub fn read(path: &Path) -> Result<Vec<u8>> {
    if path == Path::new("-") {
        let mut text = Vec::new();
        io::stdin().read_to_end(&mut text).context("the plan on stdin cannot be read")?;
        return Ok(text);
    }
    fs::read(path).with_context(|| {
        format!(
            "{}: cannot be read; give the output of `terraform show -json tfplan`, or - for stdin",
            path.display()
        )
    })
}

/// The day on which suppressions are judged: the same everywhere in the world.
pub fn today() -> toml::value::Date {
    let today = jiff::Timestamp::now().to_zoned_datetime(jiff::tz::TimeZone::UTC).date();
    let part = |number: i8| u8::try_from(number).unwrap_or_default();
    toml::value::Date {
        year: u16::try_from(today.year()).unwrap_or_default(),
        month: part(today.month()),
        day: part(today.day()),
    }
}
