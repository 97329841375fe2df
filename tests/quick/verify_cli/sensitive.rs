//! What Terraform calls sensitive is in no report.

use std::fs;
use std::path::{Path, PathBuf};

use assert_cmd::Command;
use paytf::evidence::{Evidence, PlanIdentity};
use paytf::verify::report::{self, Decisions, Report};
use paytf::verify::{Inventory, Plan, Proof, rules};
use serde_json::Value;
use toml::value::Date;

use super::{CANDIDATE, PAYTF, plan_path, repository, stdout, verify_text};

const TODAY: Date = Date { year: 2026, month: 1, day: 1 };

/// Every text of a value is marked, so that it would be recognised anywhere.
fn mark(value: &mut Value) {
    match value {
        // A zone is no secret, and named wherever something is in it.
        Value::String(text) if text.parse::<f64>().is_err() && !text.starts_with("us-east-1") => {
            *text = match serde_json::from_str(text) {
                Ok(mut document @ (Value::Array(_) | Value::Object(_))) => {
                    mark(&mut document);
                    document.to_string()
                }
                _ => format!("{text}-confidential"),
            }
        }
        Value::Array(items) => items.iter_mut().for_each(mark),
        // Without an effect and a version a document would be no policy.
        Value::Object(map) => {
            let of_policies = ["Effect", "Version"];
            let own = map.iter_mut().filter(|(key, _)| !of_policies.contains(&key.as_str()));
            own.for_each(|(_, value)| mark(value));
        }
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
fn a_sensitive_value_is_in_no_report() {
    let (mut redacted, folders) =
        (0, fs::read_dir(repository().join("crates/verify/tests/rules")).unwrap());
    for path in folders.map(|folder| folder.unwrap().path().join("bad.json")) {
        for messages in formats(&secretive(&path)) {
            let shown = messages.lines().find(|line| line.contains("-confidential"));
            assert_eq!(shown, None, "{}", path.display());
            redacted += messages.matches("sensitive").count();
        }
    }
    assert!(redacted > 100, "only {redacted} sensitive values would have been in a report");
}

#[test]
fn a_sensitive_value_is_not_printed() {
    let messages = stdout(&verify_text(secretive(&plan_path(CANDIDATE)), &[]).code(1));
    assert!(messages.contains("sensitive") && !messages.contains("-confidential"), "{messages}");
}

/// What is asked of a plan beside whether it is right.
const QUESTIONS: [&[&str]; 6] = [
    &["permit", "-"],
    &["permit", "-", "--format", "json"],
    &["permit", "-", "--unneeded"],
    &["permit", "-", "--unneeded", "--format", "json"],
    &["reach", "-"],
    &["reach", "-", "--format", "json"],
];

#[test]
fn a_sensitive_value_is_in_no_answer_to_who_reaches_whom_and_who_may_do_what() {
    let folders = fs::read_dir(repository().join("crates/verify/tests/rules")).unwrap();
    let is_about = |path: &&PathBuf| {
        let name = path.file_name().unwrap().to_str().unwrap();
        ["alarm-topic", "permit-", "reach-"].iter().any(|group| name.starts_with(group))
    };
    let folders: Vec<_> = folders.map(|folder| folder.unwrap().path()).collect();
    let mut redacted = QUESTIONS.map(|_| 0);
    for path in folders.iter().filter(is_about).map(|folder| folder.join("bad.json")) {
        let plan = secretive(&path);
        for (question, redacted) in QUESTIONS.iter().zip(&mut redacted) {
            let answer = Command::new(PAYTF).args(*question).write_stdin(&*plan).assert();
            let answer = stdout(&answer);
            let shown = answer.lines().find(|line| line.contains("-confidential"));
            assert_eq!(shown, None, "{question:?} of {}", path.display());
            *redacted += answer.matches("(sensitive)").count();
        }
    }
    assert!(redacted.iter().all(|count| *count > 0), "{redacted:?} would have been in an answer");
}
