//! What is done on the machine itself: nothing but to start the rehearsal in namespaces, and to print its report.

use std::env;
use std::process::{Command, ExitCode, Stdio};

use anyhow::{Context, Result, bail};
use clap::Parser;

use crate::arguments::{Arguments, Format, Role, What};
use crate::report::{self, Report};
use crate::{parts, postgres, rehearse};

/// The program.
pub fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let done = match arguments.role {
        None => runs(&arguments.what),
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
    let mut reports = Vec::new();
    for run in 1..=what.runs {
        if what.runs > 1 {
            eprintln!("run {run} of {}", what.runs);
        }
        let report = run_inside(what)?;
        if what.format == Format::Text {
            println!("{report}");
        }
        reports.push(report);
    }
    match what.format {
        Format::Json => println!("{}", serde_json::to_string_pretty(&reports)?),
        Format::Text if reports.len() > 1 => println!("{}", report::summary(&reports)),
        Format::Text => {}
    }
    Ok(reports.iter().all(Report::holds))
}

fn run_inside(what: &What) -> Result<Report> {
    let own = env::current_exe()?;
    let mut command: Command = fabric::isolated(&own)?;
    // Its input is never written to: it ends when this process does.
    command.arg("inside").args(what.words()).stdin(Stdio::piped()).stdout(Stdio::piped());
    let mut child = command.spawn().context("the rehearsal cannot be started")?;
    let input = child.stdin.take();
    let output = child.wait_with_output()?;
    drop(input);
    if !output.status.success() {
        bail!("the rehearsal did not come to its end");
    }
    serde_json::from_slice(&output.stdout).context("the report of the rehearsal")
}
