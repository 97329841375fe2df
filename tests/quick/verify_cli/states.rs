//! `--state`: several states, each with its report, and a summary.

use std::fs;
use std::path::Path;

use serde_json::{Value, json};
use tempfile::TempDir;

use super::{plan_path, stderr, stdout, verify};

/// A state as a backend keeps it, with a queue that is encrypted or not.
fn state(folder: &Path, name: &str, encrypted: bool) {
    let attributes = json!({"id": "q", "name": "q", "sqs_managed_sse_enabled": encrypted});
    let state = json!({
        "version": 4,
        "terraform_version": "1.11.4",
        "serial": 1,
        "lineage": "l",
        "outputs": {},
        "resources": [{
            "mode": "managed",
            "type": "aws_sqs_queue",
            "name": "main",
            "provider": "p",
            "instances": [{"attributes": attributes, "sensitive_attributes": []}],
        }],
    });
    fs::write(folder.join(name), state.to_string()).unwrap();
}

#[test]
fn several_states_are_told_one_after_the_other_and_summed_up() {
    let folder = TempDir::new().unwrap();
    state(folder.path(), "good.tfstate", true);
    state(folder.path(), "bad.tfstate", false);
    let printed = |more: &[&str]| {
        let arguments = [
            &["--state", "good.tfstate", "--state", "bad.tfstate", "--only", "encrypt-messages"],
            more,
        ]
        .concat();
        verify(&arguments).current_dir(folder.path()).assert()
    };
    let both = stdout(&printed(&[]).code(0));
    let summary = both.split("Summary").nth(1).unwrap();
    assert!(summary.contains("- good.tfstate  1 resource: 0 failed, 0 unknown"), "{both}");
    assert!(summary.contains("- bad.tfstate   1 resource: 1 failed, 0 unknown"), "{both}");
    let report: Value = serde_json::from_str(&stdout(&printed(&["--format", "json"]))).unwrap();
    let names: Vec<_> =
        report["states"].as_array().unwrap().iter().map(|state| &state["state"]).collect();
    assert_eq!(names, ["good.tfstate", "bad.tfstate"]);
    assert_eq!(report["states"][0]["report"]["schema_version"], 1);
    let refused = stderr(&printed(&["--format", "junit"]).code(2));
    assert!(refused.contains("give one state: paytf verify good.tfstate"), "{refused}");
}

#[test]
fn what_is_no_state_is_refused_with_what_to_do() {
    let plan = plan_path("zone-database-candidate/good.json");
    let message = stderr(&verify(&["--state", plan.to_str().unwrap()]).assert().code(2));
    assert!(
        message.contains("is no state; give a plan or a folder alone: paytf verify"),
        "{message}"
    );
    verify(&[]).assert().code(2);
    verify(&["plan.json", "--state", "a.tfstate"]).assert().code(2);
}
