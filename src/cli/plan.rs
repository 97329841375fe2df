//! The plan that a command is given, and the day it is judged on.

use std::fs;
use std::io::{self, Read};
use std::path::Path;

use anyhow::{Context, Result, bail};

use verify::{Inventory, Plan, PlanError, Source, State};

/// What a plan is called in messages and reports.
pub fn name(path: &Path) -> String {
    if path == Path::new("-") { "stdin".to_owned() } else { path.display().to_string() }
}

/// A file, or stdin.
pub fn read(path: &Path) -> Result<Vec<u8>> {
    if path == Path::new("-") {
        let mut text = Vec::new();
        io::stdin().read_to_end(&mut text).context("the plan on stdin cannot be read")?;
        return Ok(text);
    }
    fs::read(path).with_context(|| {
        format!("{}: cannot be read; give the output of `terraform show -json tfplan`, or - for stdin", path.display())
    })
}

/// What stands in a plan, and in the folder in which it was made; or in a state.
pub fn inventory(json: &[u8], name: &str, source: Option<&Path>) -> Result<Inventory> {
    let inventory = match Plan::parse(json) {
        Ok(plan) => Inventory::from_plan(plan),
        Err(PlanError::State) if source.is_some() => {
            bail!("{name}: is a state, of which every value is known; --source goes with a plan")
        }
        Err(PlanError::State) => return Ok(Inventory::from_state(State::parse(json).context(name.to_owned())?)),
        Err(error) => return Err(error).context(name.to_owned()),
    };
    Ok(match source {
        Some(folder) => inventory.with_source(&Source::open(folder)?)?,
        None => inventory,
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
