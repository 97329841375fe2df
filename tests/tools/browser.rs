//! The evidence for auditors: complete, printable, self-contained, accessible. Looked at in a real browser.

mod chromium;

use std::fs;
use std::path::PathBuf;
use std::sync::LazyLock;

use crate::support::{config, planned};
use anyhow::Result;
use assert_cmd::Command;
use chromium::Browser;
use paytf::config::Profile;
use paytf::render::Format;
use serde_json::Value;
use tempfile::TempDir;

/// The plan of production, made once, in a folder of its own, with the stack beside it: what a plan does not show of texts with an
/// unknown part is read there.
fn plan() -> &'static PathBuf {
    static PLAN: LazyLock<(TempDir, PathBuf)> = LazyLock::new(|| {
        let plan = planned(&config("", "prod", Profile::Production)).unwrap();
        let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).unwrap();
        let path = folder.path().join("plan.json");
        fs::write(&path, plan.json.to_string()).unwrap();
        let package = std::borrow::Cow::Borrowed(&b"PK"[..]);
        let files = paytf::files::of_stack(&config("", "prod", Profile::Production), Format::Json, package).unwrap();
        for (name, content) in files {
            let path = folder.path().join("stack").join(name);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, content).unwrap();
        }
        (folder, path)
    });
    &PLAN.1
}

fn evidence(arguments: &[&str]) -> String {
    let mut paytf = Command::cargo_bin("paytf").unwrap();
    let output = paytf
        .current_dir(plan().parent().unwrap())
        .args(["evidence", "plan.json", "--source", "stack"])
        .args(arguments)
        .assert();
    String::from_utf8(output.success().get_output().stdout.clone()).unwrap()
}

fn json() -> Value {
    serde_json::from_str(&evidence(&["--format", "json"])).unwrap()
}

#[test]
fn every_requirement_is_met_by_the_plan_or_says_what_proves_it_instead() {
    for requirement in json()["requirements"].as_array().unwrap() {
        let met = requirement["verdict"] == "met";
        let elsewhere = requirement["verdict"] == "absent" && requirement["elsewhere"] != "";
        assert!(met || elsewhere, "{}: {}", requirement["id"], requirement["verdict"]);
    }
}

#[test]
fn every_control_is_answered_by_requirements_that_are_met() {
    let evidence = json();
    let controls = evidence["controls"].as_array().unwrap();
    assert!(controls.len() > 15, "only {} controls", controls.len());
    for control in controls {
        assert_eq!(control["verdict"], "met", "{} {}", control["framework"], control["id"]);
    }
}

#[test]
fn a_proof_names_the_resource_the_attribute_its_value_and_the_rule() {
    let evidence = json();
    let encryption = evidence["requirements"].as_array().unwrap().iter().find(|it| it["id"] == "ALL-4").unwrap();
    let proof = encryption["proofs"].as_array().unwrap().iter().find(|it| it["rule"] == "encrypt-aurora").unwrap();
    let place = &proof["places"][0];
    assert_eq!(place["address"], "module.database.aws_rds_cluster.main");
    assert_eq!((&place["attribute"], &place["value"]), (&"storage_encrypted".into(), &"true".into()));
    assert_eq!(place["verdict"], "met");
}

#[test]
fn the_hash_is_that_of_the_plan() -> Result<()> {
    let output = std::process::Command::new("sha256sum").arg(plan()).output()?;
    let sum = String::from_utf8(output.stdout)?;
    assert_eq!(json()["plan"]["sha256"], sum.split_whitespace().next().unwrap());
    Ok(())
}

#[test]
fn a_plan_that_fails_a_rule_fails_its_requirement_and_the_command() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let broken = fs::read_to_string(plan())?.replace("\"storage_encrypted\":true", "\"storage_encrypted\":false");
    fs::write(folder.path().join("plan.json"), broken)?;
    let mut paytf = Command::cargo_bin("paytf")?;
    let run = paytf.current_dir(folder.path()).args(["evidence", "plan.json", "--format", "json"]).assert().code(1);
    let evidence: Value = serde_json::from_slice(&run.get_output().stdout)?;
    let encryption = evidence["requirements"].as_array().unwrap().iter().find(|it| it["id"] == "ALL-4").unwrap();
    assert_eq!(encryption["verdict"], "failed");
    Ok(())
}

#[test]
fn the_page_needs_nothing_else() {
    let page = evidence(&[]);
    // A picture names its own patterns: `url(#lost)`.
    let page = page.replace("url(#", "");
    for outside in ["<script", "<link", "src=", "@import", "url("] {
        assert!(!page.contains(outside), "the page has {outside}");
    }
    let links: Vec<_> = page.split("href=\"").skip(1).map(|rest| rest.split('"').next().unwrap()).collect();
    assert!(links.iter().all(|link| link.starts_with('#')), "{links:?}");
}

#[test]
fn the_page_is_shown_and_printed_by_a_browser_without_a_word_on_its_console() -> Result<()> {
    let browser = Browser::new()?;
    let page = browser.page(&evidence(&[]))?;
    let printed = browser.print(&page)?;
    assert!(printed.pages > 5, "{} pages", printed.pages);
    assert_eq!(printed.console, [""; 0]);
    Ok(())
}

#[test]
fn the_page_has_no_accessibility_violation() -> Result<()> {
    let browser = Browser::new()?;
    let violations = browser.accessibility(&evidence(&[]))?;
    assert_eq!(violations, [""; 0]);
    Ok(())
}

#[test]
fn a_page_that_is_not_accessible_is_found_to_be_so() -> Result<()> {
    let violations = Browser::new()?.accessibility("<!DOCTYPE html><html><body><img src=\"data:,\"></body></html>")?;
    assert!(violations.iter().any(|violation| violation.starts_with("image-alt")), "{violations:?}");
    Ok(())
}
