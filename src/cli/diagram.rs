//! `paytf diagram`.

use std::io::Write;
use std::path::Path;
use std::process::ExitCode;

use anyhow::{Context, Result, bail};

use super::{Diagram, DiagramFormat, verify::read};
use crate::diagram::{self, Drawing, Picture};
use crate::verify::{Inventory, Plan};

/// Reads the plan, and draws it.
pub fn run(arguments: &Diagram) -> Result<ExitCode> {
    let path = &arguments.plan;
    let name = if path == Path::new("-") { "stdin".to_owned() } else { path.display().to_string() };
    let json = read(path)?;
    let inventory = Inventory::from_plan(Plan::parse(&json).with_context(|| name.clone())?);
    if inventory.is_destroy() {
        bail!("{name}: is the plan of a destroy, after which there is nothing left to draw");
    }
    let picture = picture(&inventory, &arguments.lose)?;
    if picture.is_empty() {
        bail!("{name}: has nothing to draw: no subnet, and nothing of AWS that a picture would show");
    }
    let text = match arguments.format {
        DiagramFormat::Svg => diagram::svg(&Drawing::of(&picture))?,
        DiagramFormat::Mermaid => diagram::mermaid(&picture),
        DiagramFormat::Dot => diagram::dot(&picture),
    };
    anstream::stdout().write_all(text.as_bytes())?;
    Ok(ExitCode::SUCCESS)
}

fn picture(inventory: &Inventory, lose: &[String]) -> Result<Picture> {
    let whole = Picture::of(inventory, "Architecture by zone and tier", None);
    if lose.is_empty() {
        return Ok(whole);
    }
    let lost = diagram::zones_named(&whole, lose)?;
    Ok(Picture::of(inventory, "", Some(&lost)))
}
