//! `paytf verify`.

use std::fs;
use std::io::{self, Read, Write};
use std::path::Path;
use std::process::ExitCode;

use anyhow::{Context, Result};

use super::Verify;
use crate::verify::report::{self, Report};
use crate::verify::{Inventory, Plan, Rule, rules};

/// Reads the plan, runs the rules, and tells.
pub fn run(arguments: &Verify) -> Result<ExitCode> {
    let json = read(&arguments.plan)?;
    let plan = Plan::parse(&json).with_context(|| arguments.plan.display().to_string())?;
    let inventory = Inventory::from_plan(plan);
    let rules: Vec<&'static Rule> = rules().collect();
    let report = Report::of(&inventory, &rules);
    let mut out = anstream::stdout();
    write!(out, "{}", report::text(&report)?)?;
    Ok(if report.failures().next().is_none() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn read(path: &Path) -> Result<Vec<u8>> {
    if path == Path::new("-") {
        let mut text = Vec::new();
        io::stdin().read_to_end(&mut text).context("the plan on stdin cannot be read")?;
        return Ok(text);
    }
    fs::read(path).with_context(|| {
        format!("{}: cannot be read; give the output of `terraform show -json tfplan`, or - for stdin", path.display())
    })
}
