//! What Terraform calls sensitive stands in no report.

use std::fs;
use std::path::Path;

use paytf::evidence::{Evidence, PlanIdentity};
use paytf::verify::report::{self, Decisions, Report};
use paytf::verify::{Inventory, Plan, Proof, rules};
use serde_json::Value;
use toml::value::Date;

use super::{CANDIDATE, plan_path, repository, stdout, verify_text};

const TODAY: Date = Date { year: 2026, month: 1, day: 1 };

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

/// What is said of a plan: the report in every format, and the evidence.
fn formats(plan: &str) -> [String; 8] {
    let inventory = Inventory::from_plan(Plan::parse(plan.as_bytes()).unwrap());
    let rules: Vec<_> = rules().collect();
    let proof = Proof::of(&inventory, rules.iter().copied());
    let report = Report::of(&proof, &rules, &Decisions::default(), TODAY);
    let identity =
        PlanIdentity::of("plan.json".to_owned(), plan.as_bytes(), &inventory, None, None);
    [
        report::text(&report).unwrap(),
        serde_json::to_string(&report).unwrap(),
        report::sarif(&report, "plan.json").to_string(),
        report::junit(&report).unwrap(),
        report::markdown(&report).unwrap(),
        report::github(&report).unwrap(),
        report::gitlab(&report, "plan.json").to_string(),
        serde_json::to_string(&Evidence::of(identity, &proof, &rules, report)).unwrap(),
    ]
}

#[test]
fn a_sensitive_value_stands_in_no_report() {
    let (mut redacted, folders) =
        (0, fs::read_dir(repository().join("crates/verify/tests/rules")).unwrap());
    for path in folders.map(|folder| folder.unwrap().path().join("bad.json")) {
        for messages in formats(&secretive(&path)) {
            let shown = messages.lines().find(|line| line.contains("-confidential"));
            assert_eq!(shown, None, "{}", path.display());
            redacted += messages.matches("sensitive").count();
        }
    }
    assert!(redacted > 100, "only {redacted} sensitive values would have stood in a report");
}

#[test]
fn a_sensitive_value_is_not_printed() {
    let messages = stdout(&verify_text(secretive(&plan_path(CANDIDATE)), &[]).code(1));
    assert!(messages.contains("sensitive") && !messages.contains("-confidential"), "{messages}");
}
