//! Findings carry the file and line in which they are written, as the current folder names it.

use std::fs;
use std::path::Path;

use serde_json::{Value, json};
use tempfile::TempDir;

use super::{report, stdout, verify};

/// A repository with a stack in a folder and one of its modules beside it.
pub fn repository() -> TempDir {
    let folder = TempDir::new().unwrap();
    for (path, text) in [
        ("infra/main.tf", "module \"queue\" {\n  source = \"../modules/queue\"\n}\n"),
        (
            "modules/queue/queue.tf",
            "resource \"aws_sqs_queue\" \"this\" {\n  name                    = \"q\"\n\n  \
             sqs_managed_sse_enabled = false\n}\n",
        ),
    ] {
        let path = folder.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    folder
}

const RULE: [&str; 2] = ["--only", "encrypt-messages"];

fn message(at: &Path, subject: &[&str], format: &str) -> String {
    stdout(
        &verify(&[subject, &RULE, &["--format", format]].concat()).current_dir(at).assert().code(0),
    )
}

#[test]
fn every_format_has_the_file_and_line_of_a_folder_named_from_the_current_one() {
    let repository = repository();
    let root = repository.path().canonicalize().unwrap();
    let (infra, absolute) = (root.join("infra"), root.join("infra").to_str().unwrap().to_owned());
    for (at, subject, file) in [
        (&root, "infra", "modules/queue/queue.tf"),
        (&root, absolute.as_str(), "modules/queue/queue.tf"),
        (&root, "./infra/", "modules/queue/queue.tf"),
        (&infra, ".", "../modules/queue/queue.tf"),
    ] {
        for (format, expected) in [
            ("text", format!("\n  {file}:4:3  sqs_managed_sse_enabled = false\n")),
            (
                "junit",
                format!("{file}:4:3: module.queue.aws_sqs_queue.this.sqs_managed_sse_enabled: "),
            ),
            ("markdown", format!("`sqs_managed_sse_enabled`<br>{file}:4 | ")),
            ("github", format!("::warning file={file},line=4,col=3,title=encrypt-messages::")),
        ] {
            let message = message(at, &[subject], format);
            assert!(message.contains(&expected), "{subject} {format}: {message}");
        }
        let json =
            |format| -> Value { serde_json::from_str(&message(at, &[subject], format)).unwrap() };
        let finding = json("json")["findings"][0].clone();
        assert_eq!(finding["location"], json!({"file": file, "line": 4, "column": 3}));
        let place = &json("sarif")["runs"][0]["results"][0]["locations"][0]["physicalLocation"];
        assert_eq!(
            place,
            &json!({
                "artifactLocation": {"uri": file}, "region": {"startLine": 4, "startColumn": 3}
            })
        );
        let quality = json("gitlab")[0].clone();
        assert_eq!(quality["location"], json!({"path": file, "lines": {"begin": 4}}));
        assert_eq!(
            (&quality["check_name"], &quality["severity"]),
            (&"encrypt-messages".into(), &"minor".into())
        );
        assert_eq!(quality["fingerprint"], finding["fingerprint"]);
    }
}

/// The plan of that stack.
fn plan() -> Value {
    let after = json!({"name": "q", "sqs_managed_sse_enabled": false});
    let block = json!({
        "address": "aws_sqs_queue.this",
        "expressions": {
            "name": {"constant_value": "q"}, "sqs_managed_sse_enabled": {"constant_value": false}
        },
    });
    json!({
        "format_version": "1.2",
        "resource_changes": [{
            "address": "module.queue.aws_sqs_queue.this", "module_address": "module.queue",
            "mode": "managed",
            "type": "aws_sqs_queue", "name": "this",
            "change": {"actions": ["create"], "before": null, "after": after, "after_unknown": {}},
        }],
        "configuration": {"root_module": {"module_calls": {
            "queue": {"source": "../modules/queue", "module": {"resources": [block]}},
        }}},
    })
}

#[test]
fn a_plan_with_its_source_has_file_and_line_and_one_without_has_none() {
    let repository = repository();
    fs::write(repository.path().join("plan.json"), plan().to_string()).unwrap();
    let of = |more: &[&str]| -> Value {
        let arguments = [&["plan.json"], more].concat();
        serde_json::from_str(&message(repository.path(), &arguments, "json")).unwrap()
    };
    let (without, with) = (of(&[]), of(&["--source", "infra"]));
    assert_eq!(without["findings"][0]["location"], Value::Null);
    let expected = json!({"file": "modules/queue/queue.tf", "line": 4, "column": 3});
    assert_eq!(with["findings"][0]["location"], expected);
    assert_eq!(without["findings"][0]["fingerprint"], with["findings"][0]["fingerprint"]);
    let sarif: Value =
        serde_json::from_str(&message(repository.path(), &["plan.json"], "sarif")).unwrap();
    let place = &sarif["runs"][0]["results"][0]["locations"][0]["physicalLocation"];
    assert_eq!(place["artifactLocation"]["uri"], "plan.json");
}

#[test]
fn a_fingerprint_stays_when_lines_are_put_before_it() {
    let repository = repository();
    let fingerprints = || {
        let report =
            report(&verify(&["infra", "--format", "json"]).current_dir(repository.path()).assert());
        let findings = report["findings"].as_array().unwrap().iter();
        findings
            .map(|finding| finding["fingerprint"].as_str().unwrap().to_owned())
            .collect::<Vec<_>>()
    };
    let before = fingerprints();
    let path = repository.path().join("modules/queue/queue.tf");
    let text = fs::read_to_string(&path).unwrap();
    fs::write(&path, format!("# the queue\n\nlocals {{}}\n{text}")).unwrap();
    assert_eq!(fingerprints(), before);
    let mut distinct = before.clone();
    distinct.sort();
    distinct.dedup();
    assert_eq!(distinct.len(), before.len(), "each has its own");
}

#[test]
fn a_byte_order_mark_before_a_file_changes_nothing() {
    let repository = repository();
    let root = repository.path().canonicalize().unwrap();
    let queue = root.join("modules/queue/queue.tf");
    let text = fs::read_to_string(&queue).unwrap();
    let without = message(&root, &["infra"], "json");
    assert!(without.contains("sqs_managed_sse_enabled"), "{without}");
    fs::write(&queue, format!("\u{feff}{text}")).unwrap();
    assert_eq!(message(&root, &["infra"], "json"), without);
}
