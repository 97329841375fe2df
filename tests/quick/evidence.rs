//! The evidence for auditors: its schema, the page about requirements, and what it says of stacks
//! that paytf did not write.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use assert_cmd::Command;
use paytf::evidence::{json_schema, requirements};
use serde_json::Value;

fn repository() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// A small plan that paytf did not write: a database and its backups.
fn foreign() -> PathBuf {
    repository().join("crates/verify/tests/rules/backup-retention/good.json")
}

fn evidence(folder: &Path, arguments: &[&str]) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_paytf"))
        .current_dir(folder)
        .arg("evidence")
        .arg(foreign())
        .args(arguments)
        .output();
    String::from_utf8(output.unwrap().stdout).unwrap()
}

fn json(arguments: &[&str]) -> Value {
    serde_json::from_str(&evidence(&repository(), &[&["--format", "json"], arguments].concat()))
        .unwrap()
}

#[test]
fn the_committed_schema_of_the_evidence_is_fresh() {
    let schema = serde_json::to_string_pretty(&json_schema()).unwrap() + "\n";
    let wanted = BTreeMap::from([("evidence.schema.json".to_owned(), schema.into_bytes())]);
    crate::update::assert_fresh(&repository().join("docs"), &wanted, |path| {
        path == "evidence.schema.json"
    });
}

#[test]
fn the_json_is_valid_by_its_schema() {
    let schema = serde_json::to_value(json_schema()).unwrap();
    let validator =
        jsonschema::draft202012::options().should_validate_formats(true).build(&schema).unwrap();
    for conventions in ["true", "false"] {
        let evidence = json(&["--conventions", conventions]);
        let errors: Vec<_> = validator
            .iter_errors(&evidence)
            .map(|error| format!("{}: {error}", error.instance_path()))
            .collect();
        assert_eq!(errors, [""; 0]);
    }
}

#[test]
fn a_stack_of_others_is_told_by_topic_in_the_rules_own_sentences_and_never_by_paytfs_requirements()
{
    let evidence = json(&[]);
    assert_eq!(evidence["requirements"], serde_json::json!([]));
    assert_eq!(evidence["recovery"], serde_json::json!([]));
    let backup = evidence["topics"]
        .as_array()
        .unwrap()
        .iter()
        .find(|topic| topic["id"] == "backup")
        .unwrap();
    let rule = backup["rules"]
        .as_array()
        .unwrap()
        .iter()
        .find(|rule| rule["rule"] == "backup-retention")
        .unwrap();
    assert_eq!(rule["title"], verify::rule("backup-retention").unwrap().title());
    assert_eq!(rule["verdict"], "met");
    let page = self::evidence(&repository(), &[]);
    for requirement in requirements() {
        assert!(!page.contains(&requirement.text), "{}", requirement.id);
    }
}

#[test]
fn a_rule_that_has_nothing_to_judge_is_not_assessed() {
    let evidence = json(&[]);
    let zone =
        evidence["topics"].as_array().unwrap().iter().find(|topic| topic["id"] == "zone").unwrap();
    let idle = zone["not_assessed"].as_array().unwrap();
    assert!(idle.contains(&"zone-nat-own-zone".into()), "{idle:?}");
    let control = evidence["controls"]
        .as_array()
        .unwrap()
        .iter()
        .find(|control| control["id"] == "6.4.2")
        .unwrap();
    assert_eq!(control["support"], "not-assessable");
}

#[test]
fn a_dash_writes_to_stdout_and_makes_no_file() {
    let folder = tempfile::tempdir().unwrap();
    let written =
        evidence(folder.path(), &["--out", "-", "--date", "2027-01-31", "--commit", "0123abc"]);
    assert!(written.starts_with("<!DOCTYPE html>"), "{written}");
    assert!(written.contains("2027-01-31") && written.contains("0123abc"));
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
}

#[test]
fn a_date_that_is_none_is_refused() {
    let mut paytf = Command::new(env!("CARGO_BIN_EXE_paytf"));
    let refused =
        paytf.arg("evidence").arg(foreign()).args(["--date", "31.1.2027"]).assert().code(2);
    let message = String::from_utf8_lossy(&refused.get_output().stderr).into_owned();
    assert!(message.contains("31.1.2027") && message.contains("2027-01-31"), "{message}");
}

#[test]
fn the_page_about_requirements_is_fresh() {
    let wanted =
        BTreeMap::from([("requirements.md".to_owned(), page_about_requirements().into_bytes())]);
    crate::update::assert_fresh(&repository().join("docs"), &wanted, |path| {
        path == "requirements.md"
    });
}

fn page_about_requirements() -> String {
    let mut page =
        "<!-- Generated from src/evidence/requirements.toml: PAYTF_UPDATE=1 cargo test --test \
         quick evidence -->\n# Requirements\n\nEvery requirement that the payment stack was built \
         for has an id. The rules of `paytf verify` name the ids that they prove, `paytf \
         evidence`\nsays which requirements a plan meets, and the [README](../README.md) and \
         other pages refer to them. The first part of an id is its subject: `DB` the\ndatabase, \
         `APP` the application, `FN` the function, `ST` the storage, `MON` the monitoring, `NET` \
         the network, `IAM` identities and\npermissions, `ALL` the whole stack.\n\nA requirement \
         is judged sentence by sentence. A sentence is met only if the plan has every resource \
         that the sentence is about, each of its rules judged\none of them, and nothing failed or \
         is unknown. A fact is a figure or a name that must match exactly: it is what this stack \
         was asked to have, not\nwhat is right for every stack.\n"
            .to_owned();
    for requirement in requirements() {
        page += &format!("\n## {}\n\n{}.\n\n", requirement.id, requirement.text);
        for sentence in &requirement.sentence {
            let rules = sentence
                .rules
                .iter()
                .map(|rule| format!("[`{rule}`](../crates/verify/docs/rules/{rule}.md)"));
            let facts = sentence.facts.iter().map(|fact| format!("the fact `{fact}`"));
            page += &format!(
                "- {}: {}\n",
                sentence.text,
                rules.chain(facts).collect::<Vec<_>>().join(", ")
            );
        }
        if !requirement.elsewhere.is_empty() {
            let space = if requirement.sentence.is_empty() { "" } else { "\n" };
            page += &format!("{space}Shown elsewhere: {}.\n", requirement.elsewhere);
        }
    }
    page
}
