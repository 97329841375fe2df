//! AWS provider 6, of which no test has the program: what is written is held against the names of
//! its schema (`src/schema/aws-6.json`), and what the rules read against what it no longer has.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use paytf::aws::PROVIDER_VERSION;
use paytf::schema::AWS_6_JSON;
use paytf::stack::VERSIONS;
use serde_json::{Value, json};

use super::declared::declared;

/// What every type has. Source: <https://developer.hashicorp.com/terraform/language/meta-arguments>
const OF_EVERY_TYPE: [&str; 5] = ["count", "depends_on", "for_each", "lifecycle", "provider"];

/// What rules look at and provider 6 no longer has, and why nothing is missed in its plans.
const READ_AND_GONE: [(&str, &str, &str); 1] = [(
    "aws_redshift_cluster",
    "logging",
    "`aws_redshift_logging` is judged too, the only way in provider 6",
)];

/// The names of a block: whether each is required, and the names in it where it is a block.
#[derive(Default)]
struct Names(BTreeMap<String, (bool, Option<Self>)>);

impl Names {
    /// Reads `a b! c{d e}`.
    fn parse(text: &str) -> Self {
        Self::parse_block(&mut text.chars().peekable())
    }

    fn parse_block(text: &mut std::iter::Peekable<std::str::Chars>) -> Self {
        let (mut names, mut name) = (Self::default(), String::new());
        while let Some(c) = text.next() {
            match c {
                '{' => {
                    let block = Self::parse_block(text);
                    names.insert(std::mem::take(&mut name), Some(block));
                }
                '}' => break,
                ' ' => names.insert(std::mem::take(&mut name), None),
                _ => name.push(c),
            }
        }
        names.insert(name, None);
        names
    }

    fn insert(&mut self, name: String, block: Option<Self>) {
        if !name.is_empty() {
            self.0.insert(name.trim_end_matches('!').to_owned(), (name.ends_with('!'), block));
        }
    }

    /// What is written and unknown, and what is required and not written.
    fn problems(&self, at: &str, written: &Value, problems: &mut BTreeSet<String>) {
        let Some(written) = written.as_object() else { return };
        for (name, value) in written {
            match self.0.get(name) {
                None => _ = problems.insert(format!("{at}.{name} is unknown")),
                Some((_, None)) => {}
                Some((_, Some(block))) => {
                    let blocks = value
                        .as_array()
                        .map_or_else(|| vec![value], |blocks| blocks.iter().collect());
                    blocks
                        .iter()
                        .for_each(|value| block.problems(&format!("{at}.{name}"), value, problems));
                }
            }
        }
        let missing = self
            .0
            .iter()
            .filter(|(name, (is_required, _))| *is_required && !written.contains_key(*name));
        problems.extend(missing.map(|(name, _)| format!("{at}.{name} is required")));
    }
}

fn schema() -> Value {
    serde_json::from_str(AWS_6_JSON).unwrap()
}

fn problems(schema: &Value, kind: &str, content: &Value) -> BTreeSet<String> {
    let mut problems = BTreeSet::new();
    let Some(names) = schema["types"][kind].as_str() else {
        return BTreeSet::from([format!("{kind} is unknown")]);
    };
    let mut content = content.clone();
    content.as_object_mut().unwrap().retain(|name, _| !OF_EVERY_TYPE.contains(&name.as_str()));
    Names::parse(names).problems(kind, &content, &mut problems);
    problems
}

#[test]
fn every_written_argument_exists_in_provider_6_and_none_that_it_requires_is_missing() {
    let schema = schema();
    let mut seen = 0;
    for (kind, prefix) in [("resource", ""), ("data", "data.")] {
        for one in declared(kind) {
            let found = problems(&schema, &format!("{prefix}{}", one.block_type), &one.content);
            assert!(
                found.is_empty(),
                "{one}: {found:?} in provider {}",
                schema["provider_version"]
            );
            seen += 1;
        }
    }
    assert!(seen > 500, "only {seen} blocks");
}

#[test]
fn what_provider_6_does_not_have_is_found() {
    let found = |kind, content: Value| Vec::from_iter(problems(&schema(), kind, &content));
    assert_eq!(found("aws_eip", json!({"vpc": true})), ["aws_eip.vpc is unknown"]);
    assert_eq!(found("aws_opsworks_stack", json!({})), ["aws_opsworks_stack is unknown"]);
    let listener =
        json!({"load_balancer_arn": "x", "default_action": [{"type": "forward", "forwards": []}]});
    assert_eq!(
        found("aws_lb_listener", listener),
        ["aws_lb_listener.default_action.forwards is unknown"]
    );
    let listener = json!({"load_balancer_arn": "x", "default_action": [{"order": 1}]});
    assert_eq!(
        found("aws_lb_listener", listener),
        ["aws_lb_listener.default_action.type is required"]
    );
}

#[test]
fn the_constraint_is_from_the_version_that_was_applied_to_the_major_one_that_was_checked() {
    let minor = |version: &str| version.rsplit_once('.').unwrap().0.to_owned();
    let schema = schema();
    let major: u32 =
        schema["provider_version"].as_str().unwrap().split('.').next().unwrap().parse().unwrap();
    assert_eq!(VERSIONS.provider, format!(">= {}, < {}.0", minor(PROVIDER_VERSION), major + 1));
}

/// What a source file mentions that provider 6 no longer has: an argument beside its type. No plan
/// of it has a type that is gone.
fn gone(schema: &Value, source: &str) -> BTreeSet<(String, String)> {
    let words: BTreeSet<&str> =
        source.lines().flat_map(quoted).flat_map(|path| path.split('.')).collect();
    let mut found = BTreeSet::new();
    for (kind, paths) in schema["gone"].as_object().unwrap() {
        if !words.contains(kind.trim_start_matches("data.")) {
            continue;
        }
        let paths = paths.as_str().unwrap().split(' ');
        let read = paths.filter(|path| path.split('.').all(|word| words.contains(word)));
        found.extend(read.map(|path| (kind.clone(), path.to_owned())));
    }
    found
}

/// The names and paths in quotes of a line of Rust, and the keys of one of TOML.
fn quoted(line: &str) -> Vec<&str> {
    let is_path = |text: &&str| {
        !text.is_empty() && text.chars().all(|c| c.is_ascii_alphanumeric() || "_.#".contains(c))
    };
    let key = line.split(" = ").next().into_iter();
    line.split('"').skip(1).step_by(2).chain(key).filter(is_path).collect()
}

#[test]
fn no_rule_waits_for_an_argument_that_provider_6_does_not_have() {
    let schema = schema();
    let repository = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut folders =
        vec![repository.join("crates/verify/src"), repository.join("crates/verify/data")];
    let (mut files, mut excused) = (0, BTreeSet::new());
    while let Some(folder) = folders.pop() {
        for path in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
            if path.is_dir() {
                folders.push(path);
            } else if path
                .extension()
                .is_some_and(|extension| extension == "rs" || extension == "toml")
            {
                files += 1;
                for (kind, argument) in gone(&schema, &fs::read_to_string(&path).unwrap()) {
                    let reason = READ_AND_GONE
                        .iter()
                        .position(|(of, name, _)| kind.starts_with(of) && *name == argument);
                    assert!(
                        reason.is_some(),
                        "{} reads {kind}.{argument}, which provider 6 does not have",
                        path.display()
                    );
                    excused.extend(reason);
                }
            }
        }
    }
    assert!(files > 200, "only {files} files");
    assert_eq!(excused.len(), READ_AND_GONE.len(), "an exception that excuses nothing");
}

#[test]
fn an_argument_that_provider_6_does_not_have_is_seen_in_a_rule() {
    let read = gone(
        &schema(),
        r#"check.all("aws_eip").filter(|address| address.at("vpc").flag() == Known(true))"#,
    );
    assert_eq!(read, BTreeSet::from([("aws_eip".to_owned(), "vpc".to_owned())]));
    assert!(
        gone(&schema(), r#"check.all("aws_eip").filter(|address| address.at("domain"))"#)
            .is_empty()
    );
}

/// What Terraform got after the oldest version that the stack can be used with. Source: the upgrade
/// guides of Terraform.
const NEWER: [(&str, &str); 5] = [
    ("_wo\"", "write-only arguments, Terraform 1.11"),
    ("\"ephemeral\"", "ephemeral values, Terraform 1.10"),
    ("ephemeralasnull(", "ephemeral values, Terraform 1.10"),
    ("\"import_identity\"", "resource identity, Terraform 1.12"),
    ("\"action_trigger\"", "actions, Terraform 1.14"),
];

#[test]
fn nothing_written_needs_a_newer_terraform_than_it_says() {
    assert!(VERSIONS.terraform.starts_with(">= 1.9.0,"));
    let text: String = ["resource", "data"]
        .map(declared)
        .iter()
        .flatten()
        .map(|one| one.content.to_string())
        .collect();
    for (construct, what) in NEWER {
        assert!(!text.contains(construct), "{construct}: {what}");
    }
}
