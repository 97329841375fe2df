//! Measures `paytf verify` of a folder beside a bare parse of its files, `terraform plan` and
//! trivy: `cargo bench --bench folder` prints a table, the least of several runs. The folder is the
//! production stack in Terraform's native syntax.
//!
//! Terraform plans with the real provider and without a network, as in the tests. trivy is the
//! program of that name on the path, or what `PAYTF_TRIVY` names; where there is none its row says
//! so. It looks at single attributes, so the figures compare what one waits for, not what is
//! learnt.
#![allow(clippy::print_stdout, reason = "the table")]

mod clock;
mod production;
#[path = "../tests/tools/support/mod.rs"]
mod support;

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, ensure};
use clock::{Least, ms};
use paytf::render::Format;
use paytf::verify::report::{Decisions, Report};
use paytf::verify::{self, Inventory, rules};
use production::production;
use support::{Terraform, Workdir};
use terraform::configuration::{Configuration, Variables};
use toml::value::Date;

const TODAY: Date = Date { year: 2026, month: 1, day: 1 };

fn main() -> Result<()> {
    let config = production()?;
    let terraform = Terraform::offline(Workdir::of_stack(&config, Format::Hcl)?)?;
    // A folder of its own for the others: what lets Terraform plan without a network is no part of
    // the stack.
    let stack = Workdir::of_stack(&config, Format::Hcl)?;
    terraform.init()?;
    println!("| what | time | processor time | resources |\n|---|---|---|---|");
    let resources = proved(stack.path())?;
    ensure!(resources > 0, "the folder makes nothing");
    row("a bare parse of the files", 21, || parsed(stack.path()).map(|_| String::new()))?;
    row("`paytf verify`, in this process", 21, || {
        proved(stack.path()).map(|resources| resources.to_string())
    })?;
    row("`terraform plan`", 3, || {
        terraform.run(&["plan", "-out=bench.tfplan"]).map(|_| resources.to_string())
    })?;
    let trivy = env::var_os("PAYTF_TRIVY").unwrap_or_else(|| "trivy".into());
    match Command::new(&trivy).arg("--version").output() {
        Ok(version) if version.status.success() => {
            row("`trivy config`", 5, || scanned(&trivy, stack.path()))?
        }
        _ => println!(
            "| `trivy config` | not measured: no trivy is on the path, and PAYTF_TRIVY names none \
             | | |"
        ),
    }
    Ok(())
}

/// The least of some rounds.
fn row(what: &str, rounds: usize, mut run: impl FnMut() -> Result<String>) -> Result<()> {
    let (mut least, mut told) = (Least::NONE, String::new());
    for _ in 0..rounds {
        least.run(|| {
            told = run()?;
            Ok(())
        })?;
    }
    println!("| {what} | {:.1} ms | {:.1} ms | {told} |", ms(least.time), ms(least.cpu));
    Ok(())
}

/// Every `.tf` file below a folder, but for what Terraform installs.
fn files(folder: &Path) -> Result<Vec<PathBuf>> {
    let (mut files, mut folders) = (Vec::new(), vec![folder.to_owned()]);
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder)? {
            let path = entry?.path();
            let is_installed = path.ends_with(".terraform");
            match path.extension().and_then(|extension| extension.to_str()) {
                _ if path.is_dir() && !is_installed => folders.push(path),
                Some("tf") => files.push(path),
                _ => {}
            }
        }
    }
    Ok(files)
}

/// No program that looks at a configuration can do with less than reading it.
fn parsed(folder: &Path) -> Result<usize> {
    let mut blocks = 0;
    for file in files(folder)? {
        let body =
            hcl::parse(&fs::read_to_string(&file)?).with_context(|| file.display().to_string())?;
        blocks += body.blocks().count();
    }
    ensure!(blocks > 0, "{}: has no block", folder.display());
    Ok(blocks)
}

/// All rules, the loss of each zone, and the report; returns how many resources there are.
fn proved(folder: &Path) -> Result<usize> {
    let configuration = Configuration::read(folder, &Variables::default())?;
    let inventory = Inventory::from_configuration(&configuration)?;
    let rules: Vec<_> = rules().collect();
    let proof = verify::Proof::of(&inventory, rules.iter().copied());
    let report = Report::of(&proof, &rules, &Decisions::default(), TODAY);
    ensure!(!serde_json::to_string(&report)?.is_empty(), "no report");
    Ok(inventory.len())
}

fn scanned(trivy: &std::ffi::OsStr, folder: &Path) -> Result<String> {
    let mut trivy = Command::new(trivy);
    trivy.args(["config", "--quiet", "--skip-check-update", "--format", "json"]).arg(folder);
    let output = trivy.stderr(Stdio::inherit()).output()?;
    ensure!(
        output.status.success() && !output.stdout.is_empty(),
        "trivy failed: {}",
        output.status
    );
    Ok(String::new())
}
