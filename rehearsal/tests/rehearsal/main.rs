//! Rehearsals, short ones.
#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, reason = "in helpers of tests")]

mod arguments;
mod availability;
mod broken_plans;
mod losses;
mod machine;
mod reports;
mod sabotage;

use std::process::{Command, Output};

use serde_json::Value;

const PROGRAM: &str = env!("CARGO_BIN_EXE_paytf-rehearse");
/// As short as the loss of a zone can be: it comes after a quarter of the time.
const SHORT: [&str; 3] = ["--rate=30", "--for=12", "--format=json"];

fn rehearse(arguments: &[&str]) -> Output {
    Command::new(PROGRAM).args(SHORT).args(arguments).output().unwrap()
}

/// The report of one run, and whether it ended well.
fn report(arguments: &[&str]) -> (Value, bool) {
    let output = rehearse(arguments);
    let text = String::from_utf8_lossy(&output.stdout);
    let message = String::from_utf8_lossy(&output.stderr);
    let mut reports: Vec<Value> =
        serde_json::from_str(&text).unwrap_or_else(|error| panic!("{error}: {text}\n{message}"));
    assert_eq!(reports.len(), 1, "{message}");
    (reports.remove(0), output.status.success())
}

fn has_event(report: &Value, what: &str) -> bool {
    report["events"]
        .as_array()
        .unwrap()
        .iter()
        .any(|event| event["what"].as_str().unwrap().contains(what))
}

/// Nothing that was acknowledged is lost, though the zone that is lost has the writer.
fn assert_survives(report: &Value) {
    let verdict = &report["verdict"];
    assert_eq!((&verdict["lost"], &verdict["stored_twice"]), (&0.into(), &0.into()), "{report:#}");
    // How many of them in time is a matter of the machine, and of what else it does.
    assert!(verdict["acknowledged"].as_u64() > Some(0) && verdict["sent"] == 30 * 12, "{report:#}");
    assert!(verdict["first_after_loss"].is_u64() && report["first_payment"].is_u64(), "{report:#}");
    assert!(
        has_event(report, "us-east-1b writes") && has_event(report, "does not answer"),
        "{report:#}"
    );
    assert!(
        has_event(report, "us-east-1a writes") || has_event(report, "us-east-1c writes"),
        "{report:#}"
    );
}
