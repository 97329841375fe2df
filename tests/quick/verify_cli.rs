//! `paytf verify` as its user meets it: five formats, what is selected and accepted, what is
//! refused, and its exit code; and that no input brings it down.

mod decisions;
mod declared;
mod destroyed;
mod formats;
mod incomplete;
mod inline;
mod location;
mod malicious;
mod payloads;
mod reach;
mod refused;
mod report_schema;
mod sensitive;
mod source;
mod states;
mod wrong_types;

use std::fs;
use std::path::{Path, PathBuf};

use assert_cmd::Command;
use assert_cmd::assert::Assert;
use serde_json::Value;
use tempfile::TempDir;

const PAYTF: &str = env!("CARGO_BIN_EXE_paytf");

/// A plan with four findings that are wrong or not known, made by Terraform.
const CANDIDATE: &str = "zone-database-candidate/bad.json";

/// Its rule.
const ONLY: [&str; 2] = ["--only", "zone-database-candidate"];

fn repository() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The path of a plan below `crates/verify/tests/rules`.
fn plan_path(name: &str) -> PathBuf {
    repository().join("crates/verify/tests/rules").join(name)
}

fn plan(name: &str) -> Value {
    serde_json::from_slice(&fs::read(plan_path(name)).unwrap()).unwrap()
}

/// `paytf verify`, without anything of this terminal.
fn verify(arguments: &[&str]) -> Command {
    let mut command = Command::new(PAYTF);
    command.arg("verify").args(arguments);
    for variable in ["NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE", "COLUMNS"] {
        command.env_remove(variable);
    }
    command
}

/// `paytf verify` of a committed plan.
fn verify_plan(name: &str, arguments: &[&str]) -> Assert {
    verify(&[&[plan_path(name).to_str().unwrap()], arguments].concat()).assert()
}

/// `paytf verify -` of a text.
fn verify_text(text: impl Into<Vec<u8>>, arguments: &[&str]) -> Assert {
    verify(&[&["-"], arguments].concat()).write_stdin(text).assert()
}

fn stdout(assert: &Assert) -> String {
    String::from_utf8(assert.get_output().stdout.clone()).unwrap()
}

fn stderr(assert: &Assert) -> String {
    String::from_utf8(assert.get_output().stderr.clone()).unwrap()
}

/// The JSON report, which is as its schema says.
fn report(assert: &Assert) -> Value {
    let report = serde_json::from_slice(&assert.get_output().stdout).unwrap();
    report_schema::assert_valid(&report);
    report
}

/// The addresses of a report's findings.
fn addresses(report: &Value) -> Vec<&str> {
    report["findings"]
        .as_array()
        .unwrap()
        .iter()
        .map(|finding| finding["address"].as_str().unwrap())
        .collect()
}

/// A file of a content, in a folder that goes away with the value.
fn file(name: &str, content: &str) -> (TempDir, String) {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join(name);
    fs::write(&path, content).unwrap();
    (folder, path.to_str().unwrap().to_owned())
}
