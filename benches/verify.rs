//! Measures `paytf verify` beside a bare parse of the same bytes into `serde_json::Value`: `cargo
//! bench --bench verify` prints a table, the least of several runs. No program that looks at a plan
//! can do with less than reading it.
//!
//! The plan is the one that Terraform makes of the production stack, once as it is and once a
//! hundred times over, as the instances of one module. `cargo bench --bench verify -- FILE`
//! measures another plan. Needs Linux, for the peak of memory.
#![allow(clippy::print_stdout, reason = "the table")]

mod clock;
mod production;
#[path = "../tests/tools/support/mod.rs"]
mod support;

use std::env;
use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, bail, ensure};
use clock::{Least, ms};
use paytf::render::Format;
use paytf::verify::report::{Decisions, Report};
use paytf::verify::{self, Inventory, Plan, rules};
use production::production;
use serde_json::{Value, json};
use support::{Terraform, Workdir};
use toml::value::Date;

const COPIES: usize = 100;
const TODAY: Date = Date { year: 2026, month: 1, day: 1 };

fn main() -> Result<()> {
    let arguments: Vec<_> = env::args().skip(1).filter(|argument| argument != "--bench").collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["once", what, file] => print_peak(what, &fs::read(file)?),
        [file] => {
            head();
            row(Path::new(file))
        }
        _ => report(),
    }
}

fn report() -> Result<()> {
    let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR"))?;
    let one = plan()?;
    head();
    for plan in [&one, &copies(&one, COPIES)] {
        let file = folder.path().join("plan.json");
        fs::write(&file, plan.to_string())?;
        row(&file)?;
    }
    Ok(())
}

fn plan() -> Result<Value> {
    let terraform = Terraform::offline(Workdir::of_stack(&production()?, Format::Json)?)?;
    terraform.init()?;
    Ok(terraform.plan()?.json)
}

/// The plan of a module with that many instances.
fn copies(of: &Value, count: usize) -> Value {
    let (mut changes, mut children) = (Vec::new(), Vec::new());
    for copy in 0..count {
        let module = format!("module.copy[{copy}]");
        for change in of["resource_changes"].as_array().into_iter().flatten() {
            let mut change = change.clone();
            for field in ["address", "module_address"] {
                let inner = change[field].as_str().unwrap_or_default();
                change[field] = format!("{module}.{inner}").trim_end_matches('.').into();
            }
            changes.push(change);
        }
        children.push(of["planned_values"]["root_module"].clone());
    }
    let call = json!({
        "count_expression": {"constant_value": count}, "module": of["configuration"]["root_module"]
    });
    json!({
        "format_version": of["format_version"],
        "planned_values": {"root_module": {"child_modules": children}},
        "resource_changes": changes,
        "configuration": {"root_module": {"module_calls": {"copy": call}}},
    })
}

fn head() {
    println!(
        "| resources | MB | parse | verify | ratio | processor time | verify | ratio | parse, \
         peak | verify, peak | ratio |\n|---|---|---|---|---|---|---|---|---|---|---|"
    );
}

fn row(file: &Path) -> Result<()> {
    let text = fs::read(file)?;
    let resources = Inventory::from_plan(Plan::parse(&text)?).len();
    let rounds = if text.len() < 10_000_000 { 21 } else { 5 };
    let [parse, verify] = in_turn(rounds, &text)?;
    let [parse_peak, verify_peak] = [peak("parse", file)?, peak("verify", file)?];
    println!(
        "| {resources} | {:.1} | {:.1} ms | {:.1} ms | {:.2} | {:.1} ms | {:.1} ms | {:.2} | \
         {parse_peak} MB | {verify_peak} MB | {:.2} |",
        text.len() as f64 / 1e6,
        ms(parse.time),
        ms(verify.time),
        ms(verify.time) / ms(parse.time),
        ms(parse.cpu),
        ms(verify.cpu),
        ms(verify.cpu) / ms(parse.cpu),
        verify_peak as f64 / parse_peak as f64,
    );
    Ok(())
}

/// The least of both, measured in turn.
fn in_turn(rounds: usize, text: &[u8]) -> Result<[Least; 2]> {
    let mut least = [Least::NONE; 2];
    for _ in 0..rounds {
        for (least, what) in least.iter_mut().zip(["parse", "verify"]) {
            least.run(|| run(what, text))?;
        }
    }
    Ok(least)
}

/// What is measured, until all of it is given back.
fn run(what: &str, text: &[u8]) -> Result<()> {
    match what {
        "parse" => ensure!(serde_json::from_slice::<Value>(text)?.is_object(), "no plan"),
        "verify" => {
            let inventory = Inventory::from_plan(Plan::parse(text)?);
            let rules: Vec<_> = rules().collect();
            let proof = verify::Proof::of(&inventory, rules.iter().copied());
            let report = Report::of(&proof, &rules, &Decisions::default(), TODAY);
            ensure!(!serde_json::to_string(&report)?.is_empty(), "no report");
        }
        _ => bail!("{what} is not measured"),
    }
    Ok(())
}

/// The peak of memory of a process that does it once, in MB.
fn peak(what: &str, file: &Path) -> Result<u64> {
    let output = Command::new(env::current_exe()?).args(["once", what]).arg(file).output()?;
    ensure!(output.status.success(), "{what} failed: {}", String::from_utf8_lossy(&output.stderr));
    Ok(String::from_utf8(output.stdout)?.trim().parse()?)
}

fn print_peak(what: &str, text: &[u8]) -> Result<()> {
    run(what, text)?;
    let status = fs::read_to_string("/proc/self/status")?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).context("no VmHWM")?;
    let kilobytes: u64 = line.trim().trim_end_matches(" kB").parse()?;
    println!("{}", kilobytes / 1000);
    Ok(())
}
