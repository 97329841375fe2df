//! What Terraform calls sensitive stands in no report.

use std::fs;
use std::path::Path;

use serde_json::Value;

use super::{repository, stdout, verify_text};

/// Every text of a value is marked, so that it would be recognised anywhere.
fn mark(value: &mut Value) {
    match value {
        // A zone is no secret, and named wherever something stands in it.
        Value::String(text) if text.parse::<f64>().is_err() && !text.starts_with("us-east-1") => {
            *text = format!("{text}-confidential")
        }
        Value::Array(items) => items.iter_mut().for_each(mark),
        Value::Object(map) => map.values_mut().for_each(mark),
        _ => {}
    }
}

/// A plan in which every argument but those that name resources is a secret.
fn secretive(path: &Path) -> String {
    let mut plan: Value = serde_json::from_slice(&fs::read(path).unwrap()).unwrap();
    for change in plan["resource_changes"].as_array_mut().unwrap() {
        mark(&mut change["change"]["after"]);
        change["change"]["after_sensitive"] = true.into();
    }
    plan.to_string()
}

#[test]
fn a_sensitive_value_stands_in_no_report() {
    let (mut findings, folders) = (0, fs::read_dir(repository().join("tests/rules")).unwrap());
    for path in folders.map(|folder| folder.unwrap().path().join("bad.json")) {
        let plan = secretive(&path);
        for format in ["text", "json", "sarif", "junit", "markdown"] {
            let told = stdout(&verify_text(plan.clone(), &["--format", format]));
            assert!(!told.contains("-confidential"), "{}:\n{told}", path.display());
            findings += told.matches("(sensitive)").count();
        }
    }
    assert!(findings > 10, "no finding is about a sensitive value");
}
