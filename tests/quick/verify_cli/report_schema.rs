//! The JSON Schema of `--format json`.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use jsonschema::Validator;
use paytf::verify::report::json_schema;
use serde_json::Value;

use super::repository;

/// Panics with what is wrong, if anything is.
pub fn assert_valid(report: &Value) {
    static SCHEMA: LazyLock<Validator> = LazyLock::new(|| {
        let schema = serde_json::to_value(json_schema()).unwrap();
        jsonschema::draft202012::options().should_validate_formats(true).build(&schema).unwrap()
    });
    let errors: Vec<_> = SCHEMA
        .iter_errors(report)
        .map(|error| format!("{}: {error}", error.instance_path()))
        .collect();
    assert_eq!(errors, [""; 0]);
}

#[test]
fn the_committed_schema_of_the_report_is_fresh() {
    let schema = serde_json::to_string_pretty(&json_schema()).unwrap() + "\n";
    let wanted = BTreeMap::from([("verify-report.schema.json".to_owned(), schema.into_bytes())]);
    crate::update::assert_fresh(&repository().join("docs"), &wanted, |path| {
        path == "verify-report.schema.json"
    });
}

#[test]
fn a_later_report_may_have_more_fields_and_is_valid_still() {
    let schema = serde_json::to_value(json_schema()).unwrap();
    jsonschema::meta::validate(&schema).unwrap();
    assert!(!schema.to_string().contains("additionalProperties"), "{schema}");
}
