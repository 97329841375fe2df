//! `paytf diagram`.

use std::io::Write;
use std::path::Path;
use std::process::ExitCode;

use anyhow::{Context, Result, bail};

use super::init::CONFIGURATION;
use super::{Diagram, DiagramFormat, verify::read};
use crate::config::Config;
use crate::diagram::{self, Drawing, Picture};
use crate::stack;
use crate::verify::{Inventory, Plan};

/// Reads the plan, or makes the stack, and draws it.
pub fn run(arguments: &Diagram) -> Result<ExitCode> {
    let (title, inventory) = match &arguments.plan {
        Some(path) => ("Architecture by zone and tier".to_owned(), planned(path)?),
        None => declared(arguments)?,
    };
    let picture = picture(&title, &inventory, &arguments.lose)?;
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

fn planned(path: &Path) -> Result<Inventory> {
    let name = if path == Path::new("-") { "stdin".to_owned() } else { path.display().to_string() };
    let json = read(path)?;
    let inventory = Inventory::from_plan(Plan::parse(&json).with_context(|| name.clone())?);
    if inventory.is_destroy() {
        bail!("{name}: is the plan of a destroy, after which there is nothing left to draw");
    }
    Ok(inventory)
}

/// The stack that `paytf gen` would write, with its name.
fn declared(arguments: &Diagram) -> Result<(String, Inventory)> {
    let Some(suffix) = arguments.suffix.clone() else { bail!("give a plan, or the --suffix of a stack") };
    let found = Path::new(CONFIGURATION);
    let file = arguments.config.as_deref().or(found.is_file().then_some(found));
    let config = Config::load(file, suffix, arguments.profile)?;
    let title = diagram::headline(&config.suffix);
    Ok((title, Inventory::from_modules(&stack::payment(&config)?)?))
}

fn picture(title: &str, inventory: &Inventory, lose: &[String]) -> Result<Picture> {
    let whole = Picture::of(inventory, title, None);
    if lose.is_empty() {
        return Ok(whole);
    }
    let lost = diagram::zones_named(&whole, lose)?;
    Ok(Picture::of(inventory, title, Some(&lost)))
}
