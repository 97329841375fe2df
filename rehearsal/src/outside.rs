//! Runs on the machine itself: starts the rehearsal in namespaces, and prints its report.

use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Command, ExitCode, Stdio};

use anyhow::{Context, Result, bail};
use clap::Parser;
use serde_json::json;

use crate::arguments::{Arguments, Format, Role, What};
use crate::own_program::OwnProgram;
use crate::plan::Planned;
use crate::report::{self, Report};
use crate::{parts, postgres, rehearse};

/// The program.
pub fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let done = match arguments.role {
        None if arguments.what.dry_run => predict(&arguments.what).map(|()| true),
        None => runs(&arguments.what),
        Some(Role::Report { file, format }) => reprint(&file, format),
        Some(Role::Inside(what)) => rehearse::main(&what).map(|()| true),
        Some(Role::Part { part }) => parts::main(part).map(|()| true),
    };
    match done {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("rehearsal: {error:#}");
            ExitCode::from(2)
        }
    }
}

/// Each run in namespaces of its own; whether nothing was lost in any of them.
fn runs(what: &What) -> Result<bool> {
    postgres::programs()?;
    let (planned, program) = (Planned::of(what)?, OwnProgram::of_everyone()?);
    let mut reports = Vec::new();
    for run in 1..=what.runs {
        if what.runs > 1 {
            eprintln!("run {run} of {}", what.runs);
        }
        let report = run_inside(what, &planned, &program)?;
        if what.format == Format::Text {
            println!("{report}");
        }
        reports.push(report);
    }
    if what.format != Format::Text {
        print(&reports, what.format)?;
    } else if reports.len() > 1 {
        println!("{}", report::summary(&reports));
    }
    Ok(reports.iter().all(Report::holds))
}

fn print(reports: &[Report], format: Format) -> Result<()> {
    match format {
        Format::Json => println!("{}", serde_json::to_string_pretty(reports)?),
        Format::Html => print!("{}", report::page(reports)?),
        Format::Text => {
            reports.iter().for_each(|report| println!("{report}"));
            println!("{}", report::summary(reports));
        }
    }
    Ok(())
}

/// What is predicted, of which plan.
fn predict(what: &What) -> Result<()> {
    let planned = Planned::of(what)?;
    let (interfaces, reasons) = (planned.network.interfaces.len(), planned.reasons());
    let predicted =
        json!({"interfaces": interfaces, "prediction": planned.prediction, "reasons": reasons});
    println!("{}", serde_json::to_string_pretty(&predicted)?);
    Ok(())
}

fn reprint(file: &Path, format: Format) -> Result<bool> {
    let text = fs::read(file).with_context(|| format!("{} cannot be read", file.display()))?;
    let reports: Vec<Report> = serde_json::from_slice(&text).with_context(|| {
        format!("{}: is not what `paytf rehearse --format json` writes", file.display())
    })?;
    print(&reports, format)?;
    Ok(reports.iter().all(Report::holds))
}

fn run_inside(what: &What, planned: &Planned, program: &OwnProgram) -> Result<Report> {
    // As root, PostgreSQL does not start, and nothing here needs to be root.
    let mut command: Command = fabric::isolated_as(program.path(), postgres::NOBODY)?;
    command.arg("inside").args(what.words()).stdin(Stdio::piped()).stdout(Stdio::piped());
    let mut child = command.spawn().context("the rehearsal cannot be started")?;
    // It is told the plan, and ends when its input does: when this process ends.
    let mut input = child.stdin.take().context("input")?;
    let told = writeln!(input, "{}", serde_json::to_string(planned)?);
    let output = child.wait_with_output()?;
    drop(input);
    if !output.status.success() {
        bail!("the rehearsal did not come to its end");
    }
    told.context("the plan could not be handed over")?;
    serde_json::from_slice(&output.stdout).context("the report of the rehearsal")
}
