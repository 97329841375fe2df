//! The assessment results, checked against OSCAL's own schema: by the Python classes that are
//! generated from it.

use std::fs;
use std::path::Path;

use anyhow::Result;
use serde_json::Value;

use super::{evidence, json, plan};
use crate::python;

/// Of OSCAL 1.2.3.
const PACKAGE: &str = "oscal-bindings==0.3.1";

/// From a dictionary: what is read from text takes Python's own names for keys as well.
const VALIDATE: &str = "import json, sys
from oscal_bindings.v1.models import AssessmentResultsDocument
AssessmentResultsDocument.model_validate(json.load(open(sys.argv[1])))";

/// # Errors
/// What is wrong with a document.
fn validate(document: &Path) -> Result<()> {
    python::run(PACKAGE, "oscal_bindings", VALIDATE, [document])
}

#[test]
fn the_assessment_results_are_valid_oscal_and_satisfied_only_where_shown() -> Result<()> {
    let results = evidence(&["--format", "oscal"]);
    let file = plan().parent().unwrap().join("assessment-results.json");
    fs::write(&file, &results)?;
    validate(&file)?;
    let results: Value = serde_json::from_str(&results)?;
    let findings =
        results["assessment-results"]["results"][0]["findings"].as_array().unwrap().clone();
    let evidence = json();
    let requirements = evidence["requirements"].as_array().unwrap();
    assert_eq!(findings.len(), requirements.len());
    for (finding, requirement) in findings.iter().zip(requirements) {
        let state = if requirement["verdict"] == "met" { "satisfied" } else { "not-satisfied" };
        assert_eq!(finding["target"]["status"]["state"], state, "{}", requirement["id"]);
    }
    Ok(())
}

#[test]
fn assessment_results_with_a_key_that_oscal_does_not_have_are_refused() {
    let file = plan().parent().unwrap().join("wrong-results.json");
    fs::write(&file, evidence(&["--format", "oscal"]).replacen("\"methods\"", "\"method\"", 1))
        .unwrap();
    let refused = validate(&file).unwrap_err().to_string();
    assert!(refused.contains("method"), "{refused}");
}
