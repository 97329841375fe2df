//! What services read is as they document it, whatever is in the plan: GitLab's code quality report
//! and the commands of a GitHub workflow. SARIF is held to its schema in `formats`, JUnit in
//! `tests/tools/junit.rs`.

use std::collections::BTreeSet;
use std::fs;

use serde_json::Value;

use super::{CANDIDATE, plan, repository, stdout, verify_text};

/// A plan of only a part of a stack, with a resource whose address has all that could break a
/// format.
fn odd() -> String {
    let mut plan = plan(CANDIDATE);
    for change in plan["resource_changes"].as_array_mut().unwrap() {
        if change["address"] == super::formats::FINDING {
            change["address"] =
                "aws_rds_cluster.this[\"a,b:c%0A\\n\n::error::<&>\u{1}\u{1f600}\"]".into();
        }
    }
    plan["complete"] = false.into();
    plan.to_string()
}

#[test]
fn the_code_quality_report_is_as_gitlab_documents_it() {
    let schema =
        fs::read(repository().join("tests/quick/verify_cli/schemas/gitlab-code-quality.json"))
            .unwrap();
    let schema: Value = serde_json::from_slice(&schema).unwrap();
    let validator = jsonschema::draft202012::new(&schema).unwrap();
    let report = verify_text(odd(), &["--format", "gitlab"]).code(1);
    let report: Value = serde_json::from_str(&stdout(&report)).unwrap();
    let errors: Vec<_> = validator.iter_errors(&report).map(|error| error.to_string()).collect();
    assert_eq!(errors, [""; 0]);
    let entries = report.as_array().unwrap();
    let fingerprints: BTreeSet<_> =
        entries.iter().map(|entry| entry["fingerprint"].as_str().unwrap()).collect();
    assert_eq!(
        fingerprints.len(),
        entries.len(),
        "GitLab takes findings of one fingerprint for one"
    );
    assert_eq!(entries[0]["check_name"], "incomplete");
}

/// A command as the runner reads it: its name, its properties and its message.
/// Source: <https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands>.
fn command(line: &str) -> (String, Vec<(String, String)>, String) {
    let unescaped = |text: &str| {
        text.replace("%0D", "\r")
            .replace("%0A", "\n")
            .replace("%3A", ":")
            .replace("%2C", ",")
            .replace("%25", "%")
    };
    let (head, message) = line.strip_prefix("::").unwrap().split_once("::").unwrap();
    let (name, properties) = head.split_once(' ').unwrap();
    let property = |property: &str| {
        let (key, value) = property.split_once('=').unwrap();
        (key.to_owned(), unescaped(value))
    };
    (name.to_owned(), properties.split(',').map(property).collect(), unescaped(message))
}

#[test]
fn each_line_for_github_is_a_command_that_its_runner_knows_and_keeps_the_message() {
    let told = stdout(&verify_text(odd(), &["--format", "github"]).code(1));
    let lines: Vec<_> = told.lines().collect();
    let (last, commands) = lines.split_last().unwrap();
    assert!(last.contains(" checks passed, ") && commands.len() > 30, "{last}");
    let mut messages = Vec::new();
    for line in commands {
        let (name, properties, message) = command(line);
        assert!(["error", "warning", "notice"].contains(&&*name), "{line}");
        for (key, value) in properties {
            assert!(
                ["file", "line", "col", "title"].contains(&&*key) && !value.is_empty(),
                "{line}"
            );
        }
        messages.push(message);
    }
    assert!(
        messages.iter().any(|message| message.starts_with("aws_rds_cluster.this[\"a,b:c%0A")),
        "{messages:?}"
    );
}
