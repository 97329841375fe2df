//! The page, and the committed reports.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

use serde_json::Value;

use crate::{PROGRAM, SHORT};

#[test]
fn the_page_stands_alone_and_has_the_plot_and_the_prediction() {
    let output = Command::new(PROGRAM)
        .args(&SHORT[..2])
        .args(["--format=html", "--lose=zone-b"])
        .output()
        .unwrap();
    let page = String::from_utf8(output.stdout).unwrap();
    for part in [
        "<svg",
        "What paytf verify predicts",
        "us-east-1b is lost",
        "prefers-color-scheme: dark",
        "@media print",
    ] {
        assert!(page.contains(part), "{part}");
    }
    assert!(!page.contains("http://") && !page.contains("https://"), "it would ask the network");
}

/// What is taken away in the committed reports, `docs/rehearsal/<this>.json` and `.html`.
pub const REPORTS: [&str; 5] = ["zone-b", "cut-zone-b", "writer", "task", "function"];

pub fn docs() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs")
}

#[test]
fn the_committed_reports_are_of_todays_stack_and_hold() {
    for lost in REPORTS {
        let file = |ending: &str| docs().join(format!("rehearsal/{lost}.{ending}"));
        let lose = format!("--lose={lost}");
        if env::var_os("PAYTF_UPDATE").is_some() {
            let output = Command::new(PROGRAM)
                .args([&lose, "--rate=50", "--for=30s", "--format=json"])
                .output()
                .unwrap();
            fs::write(file("json"), output.stdout).unwrap();
        }
        let page = Command::new(PROGRAM)
            .args(["report", "--format=html"])
            .arg(file("json"))
            .output()
            .unwrap();
        assert!(page.status.success(), "{lost}: what is committed does not hold");
        if env::var_os("PAYTF_UPDATE").is_some() {
            fs::write(file("html"), &page.stdout).unwrap();
        }
        let regenerate =
            "PAYTF_UPDATE=1 cargo test -p rehearsal --test rehearsal -- reports regenerates it";
        assert!(
            fs::read(file("html")).unwrap() == page.stdout,
            "{lost}.html is not of its report; {regenerate}"
        );
        let report: Value = serde_json::from_slice(&fs::read(file("json")).unwrap()).unwrap();
        let today = Command::new(PROGRAM).args([&lose, "--dry-run"]).output().unwrap();
        let today: Value = serde_json::from_slice(&today.stdout).unwrap();
        for key in ["interfaces", "prediction", "reasons"] {
            assert_eq!(
                report[0][key], today[key],
                "{lost}: {key} of the report is of another stack; {regenerate}"
            );
        }
    }
}
