//! Every expression of the corpus has the value that Terraform gives it: text, type, marks and what
//! is unknown.

use std::collections::BTreeMap;
use std::path::Path;

use serde_json::Value as Json;
use terraform::configuration::{Configuration, Variables};
use terraform::names::Names;

use crate::compare::Verdict;
use crate::{answer, compare};

/// Where an answer may be unknown that Terraform knows: the group, and why.
const LESS: &[(&str, &str)] = &[
    ("fn:base64gzip", "only Go's own compressor gives its bytes"),
    ("fn:plantimestamp", "the time of the plan is Terraform's"),
];

#[test]
fn every_expression_has_the_value_that_terraform_gives_it() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/language/corpus");
    let configuration =
        Configuration::read(&folder.join("context"), &Variables::default()).unwrap();
    let cases = std::fs::read_to_string(folder.join("expressions.jsonl")).unwrap();
    let mut counted: BTreeMap<Verdict, usize> = BTreeMap::new();
    let mut report = String::new();
    let cases: Vec<Json> = cases.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let answered = |names: &dyn Names, case: &Json| {
        answer::answer(names, case["expr"].as_str().unwrap(), case["constraint"].as_str())
    };
    let answers = configuration
        .ask(|names| cases.iter().map(|case| answered(names, case)).collect::<Vec<_>>());
    for (case, given) in cases.iter().zip(answers.unwrap()) {
        let text = case["expr"].as_str().unwrap();
        let group = case["group"].as_str().unwrap();
        let verdict = match compare::compare(case, &given) {
            Verdict::Less if LESS.iter().any(|(allowed, _)| *allowed == group) => Verdict::Equal,
            verdict => verdict,
        };
        if verdict != Verdict::Equal {
            report += &format!(
                "{verdict:?}: {group} {}: {text}\n  Terraform: {case}\n  here:      {given}\n",
                case["id"]
            );
        }
        *counted.entry(verdict).or_default() += 1;
    }
    assert!(report.is_empty(), "{report}\n{counted:?}");
    assert!(counted[&Verdict::Equal] > 6000, "the corpus is not all there: {counted:?}");
}
