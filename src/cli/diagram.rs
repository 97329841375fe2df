//! `paytf diagram`.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Result, bail};
use clap::{ArgGroup, ValueEnum};

use super::init::CONFIGURATION;
use super::subject::{Reading, Subject};
use crate::config::{Config, Profile};
use crate::diagram::{self, Drawing, Picture};
use crate::naming::Suffix;
use crate::stack;
use verify::Inventory;

/// Draws a stack: availability zones as columns, tiers as rows, the path of requests, and where
/// each subnet's traffic leaves.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  terraform show -json tfplan | paytf diagram - > architecture.svg
  paytf diagram plan.json --lose us-east-1b > loss.svg
      what is left, and which alarms ring
  paytf diagram plan.json --lose a,b --format mermaid
      zones named by their letters
  paytf diagram plan.json --flows > flows.svg
      the connections that the stack needs, blocked ones marked
  paytf diagram --suffix staging > architecture.svg
      a stack that paytf would write, without Terraform")]
#[command(group = ArgGroup::new("drawn").required(true).args(["plan", "suffix"]))]
pub struct Diagram {
    /// A plan (the output of `terraform show -json tfplan`), a state, or a folder of Terraform
    /// files; `-` reads from stdin.
    #[arg(value_name = "PLAN.json|STATE.json|DIR")]
    pub plan: Option<PathBuf>,
    /// How the configuration is read.
    #[command(flatten)]
    pub reading: Reading,
    /// Draw the stack of this suffix, as `paytf gen` would write it.
    #[arg(long, value_name = "SUFFIX", allow_hyphen_values = true)]
    pub suffix: Option<Suffix>,
    /// The configuration file, as for `paytf gen`.
    #[arg(long, value_name = "FILE", conflicts_with = "plan")]
    pub config: Option<PathBuf>,
    /// The profile that sets the defaults, as for `paytf gen`.
    #[arg(
        long, value_name = "PROFILE", value_parser = super::suggest::profile(),
        hide_possible_values = true, conflicts_with = "plan"
    )]
    pub profile: Option<Profile>,
    /// The format of the picture.
    #[arg(long, value_enum, default_value_t = DiagramFormat::Svg)]
    pub format: DiagramFormat,
    /// Take these zones away: `us-east-1b`, `zone-b` or `b`.
    #[arg(long, value_name = "ZONES", value_delimiter = ',')]
    pub lose: Vec<String>,
    /// Draw the connections that the stack needs, as `paytf reach` lists them, instead of the path
    /// of requests. Blocked and unknown ones have a pattern of their own, and are named in
    /// words.
    #[arg(long)]
    pub flows: bool,
}

/// How a picture is written.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub enum DiagramFormat {
    /// For a browser, light and dark.
    Svg,
    /// For Markdown on GitHub and GitLab.
    Mermaid,
    /// For Graphviz.
    Dot,
}

/// Reads the plan, or makes the stack, and draws it.
pub fn run(arguments: &Diagram) -> Result<ExitCode> {
    let (title, inventory) = match &arguments.plan {
        Some(path) => {
            ("Architecture by zone and tier".to_owned(), planned(path, &arguments.reading)?)
        }
        None => declared(arguments)?,
    };
    let picture = picture(&title, &inventory, arguments)?;
    if picture.is_empty() {
        bail!("there is nothing to draw: no subnet, and nothing of AWS that a picture would show");
    }
    let text = match arguments.format {
        DiagramFormat::Svg => diagram::svg(&Drawing::of(&picture))?,
        DiagramFormat::Mermaid => diagram::mermaid(&picture),
        DiagramFormat::Dot => diagram::dot(&picture),
    };
    // Not through anstream: what looks like a colour in a name is the name's.
    std::io::stdout().write_all(text.as_bytes())?;
    Ok(ExitCode::SUCCESS)
}

fn planned(path: &Path, reading: &Reading) -> Result<Inventory> {
    let Subject { name, inventory, .. } = Subject::read(path, reading)?;
    if inventory.is_destroy() {
        bail!("{name}: is the plan of a destroy, after which there is nothing left to draw");
    }
    Ok(inventory)
}

/// The stack that `paytf gen` would write, with its name.
fn declared(arguments: &Diagram) -> Result<(String, Inventory)> {
    let Some(suffix) = arguments.suffix.clone() else {
        bail!("give a plan, or the --suffix of a stack")
    };
    let found = Path::new(CONFIGURATION);
    let file = arguments.config.as_deref().or(found.is_file().then_some(found));
    let config = Config::load(file, suffix, arguments.profile)?;
    let title = diagram::headline(&config.suffix);
    Ok((title, Inventory::from_modules(&stack::payment(&config)?)?))
}

fn picture(title: &str, inventory: &Inventory, arguments: &Diagram) -> Result<Picture> {
    let draw = if arguments.flows { Picture::with_flows } else { Picture::of };
    let whole = draw(inventory, title, None);
    if arguments.lose.is_empty() {
        return Ok(whole);
    }
    let lost = diagram::zones_named(&whole, &arguments.lose)?;
    Ok(draw(inventory, title, Some(&lost)))
}
