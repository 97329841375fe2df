//! The formats of one report.

use std::fs;

use quick_junit::{NonSuccessKind, Report as Junit, TestCaseStatus};
use serde_json::Value;

use super::{
    CANDIDATE, ONLY, file, plan_path, repository, stderr, stdout, verify, verify_plan, verify_text,
};

const FORMATS: [&str; 7] = ["text", "json", "sarif", "junit", "markdown", "github", "gitlab"];

/// What a person needs of the first finding.
pub const FINDING: &str = "aws_rds_cluster.payments";
const MESSAGE: &str = "has a single instance, and no reader that takes over";

#[test]
fn every_format_names_the_resource_and_what_is_wrong_with_it() {
    for format in FORMATS {
        let printed =
            stdout(&verify_plan(CANDIDATE, &[&ONLY[..], &["--format", format]].concat()).code(1));
        assert!(printed.contains(FINDING) && printed.contains(MESSAGE), "{format}:\n{printed}");
    }
}

#[test]
fn words_for_people_stay_out_of_the_data() {
    for format in FORMATS {
        assert_eq!(stderr(&verify_plan(CANDIDATE, &["--format", format])), "", "{format}");
    }
}

#[test]
fn the_text_has_the_fix_beside_the_finding_and_ends_in_a_count() {
    let printed = stdout(&verify_plan(CANDIDATE, &ONLY).code(1));
    let headline = format!("error {FINDING}: {MESSAGE}\n");
    assert!(printed.contains(&headline) && printed.contains("\n  fix: "), "{printed}");
    let counts =
        "0 checks passed, 3 failed (3 errors, 0 warnings), 1 unknown: 1 rule on 9 resources.\n";
    assert!(printed.ends_with(counts), "{printed}");
}

#[test]
fn errors_come_first_among_them_what_a_zone_s_loss_takes_then_warnings_then_what_is_not_known() {
    let report = super::report(&verify_plan(CANDIDATE, &["--format", "json"]));
    let findings = report["findings"].as_array().unwrap();
    let ranks: Vec<_> = findings
        .iter()
        .map(|finding| {
            match (finding["outcome"].as_str().unwrap(), finding["severity"].as_str().unwrap()) {
                ("unknown", _) => 4,
                (_, "warning") => 3,
                _ if finding["rule"].as_str().unwrap().starts_with("zone-") => 1,
                _ => 2,
            }
        })
        .collect();
    assert!(ranks.is_sorted() && [1, 2, 3, 4].iter().all(|rank| ranks.contains(rank)), "{ranks:?}");
}

#[test]
fn colours_are_for_terminals_and_never_in_data() {
    let coloured = |arguments: &[&str], variables: &[(&str, &str)]| {
        let path = plan_path(CANDIDATE);
        let arguments = [&[path.to_str().unwrap()], arguments].concat();
        let assert = verify(&arguments).envs(variables.iter().copied()).assert();
        stdout(&assert).contains('\u{1b}')
    };
    for format in FORMATS {
        assert!(!coloured(&["--format", format], &[]), "{format}: no terminal");
        assert!(!coloured(&["--format", format], &[("NO_COLOR", "1")]), "{format}: NO_COLOR");
    }
    assert!(coloured(&[], &[("CLICOLOR_FORCE", "1")]));
    for format in &FORMATS[1..] {
        assert!(!coloured(&["--format", format], &[("CLICOLOR_FORCE", "1")]), "{format}: forced");
    }
}

#[test]
fn sarif_is_valid_by_the_schema_of_its_standard() {
    let schema =
        fs::read(repository().join("tests/quick/verify_cli/schemas/sarif-2.1.0.json")).unwrap();
    let mut schema: Value = serde_json::from_slice(&schema).unwrap();
    // Their pattern has a bracket too many, and is no pattern.
    for definition in ["run", "toolComponent"] {
        let language = &mut schema["definitions"][definition]["properties"]["language"];
        language.as_object_mut().unwrap().remove("pattern");
    }
    let validator =
        jsonschema::draft7::options().should_validate_formats(true).build(&schema).unwrap();
    let (_folder, named) =
        file("a plan, of <ours>.json", &fs::read_to_string(plan_path(CANDIDATE)).unwrap());
    for path in [named.as_str(), plan_path(CANDIDATE).to_str().unwrap()] {
        let sarif: Value =
            serde_json::from_str(&stdout(&verify(&[path, "--format", "sarif"]).assert())).unwrap();
        let errors: Vec<_> = validator
            .iter_errors(&sarif)
            .map(|error| format!("{}: {error}", error.instance_path()))
            .collect();
        assert_eq!(errors, [""; 0]);
    }
}

#[test]
fn sarif_tells_what_is_wrong_from_what_is_not_known() {
    let arguments = [&ONLY[..], &["--format", "sarif"]].concat();
    let sarif: Value = serde_json::from_str(&stdout(&verify_plan(CANDIDATE, &arguments))).unwrap();
    let results = sarif["runs"][0]["results"].as_array().unwrap();
    let kinds: Vec<_> = results.iter().map(|result| (&result["kind"], &result["level"])).collect();
    let (fail, open) = ((&"fail".into(), &"error".into()), (&"open".into(), &"none".into()));
    assert_eq!(kinds.iter().filter(|kind| **kind == fail).count(), 3, "{kinds:?}");
    assert_eq!(kinds.iter().filter(|kind| **kind == open).count(), 1, "{kinds:?}");
    let rules = sarif["runs"][0]["tool"]["driver"]["rules"].as_array().unwrap();
    assert!(results.iter().all(|result| rules.iter().any(|rule| rule["id"] == result["ruleId"])));
}

#[test]
fn junit_is_read_back_with_a_case_for_each_rule() {
    let xml = stdout(&verify_plan(CANDIDATE, &["--only", "zone", "--format", "junit"]).code(1));
    let junit = Junit::deserialize_from_str(&xml).unwrap();
    let cases: Vec<_> = junit.test_suites.iter().flat_map(|suite| &suite.test_cases).collect();
    let ran = cases.iter().find(|case| case.name.as_str() == ONLY[1]).unwrap();
    let TestCaseStatus::NonSuccess {
        kind: NonSuccessKind::Failure,
        description: Some(description),
        ..
    } = &ran.status
    else {
        panic!("{:?}", ran.status)
    };
    assert!(description.as_str().contains(FINDING), "{description:?}");
    let finding = format!("{FINDING}: {MESSAGE}");
    assert!(
        description.as_str().contains(&finding) && description.as_str().contains("\nfix: "),
        "{description:?}"
    );
    let without_subject =
        cases.iter().find(|case| case.name.as_str() == "zone-nat-own-zone").unwrap();
    let TestCaseStatus::Skipped { message: Some(message), .. } = &without_subject.status else {
        panic!("{:?}", without_subject.status)
    };
    assert_eq!(message.as_str(), "there is nothing that this rule is about");
    assert_eq!((junit.tests, junit.test_suites.len()), (cases.len(), 1));
    let good = verify_plan(
        "zone-database-candidate/good.json",
        &[&ONLY[..], &["--format", "junit"]].concat(),
    )
    .code(0);
    let junit = Junit::deserialize_from_str(&stdout(&good)).unwrap();
    let passed = &junit.test_suites[0].test_cases[0];
    assert!(matches!(passed.status, TestCaseStatus::Success { .. }), "{:?}", passed.status);
}

#[test]
fn what_is_not_known_is_no_success_in_junit() {
    let plan = "zone-load-balancer-spans/bad.json";
    let mut only_unknown = super::plan(plan);
    let changes = only_unknown["resource_changes"].as_array_mut().unwrap();
    changes.retain(|change| change["address"] == "aws_lb.elsewhere");
    // One subnet is in one zone; of two that are elsewhere nobody knows.
    changes[0]["change"]["after"]["subnets"] = serde_json::json!(["subnet-0", "subnet-1"]);
    changes[0]["change"]["after_unknown"]["subnets"] = serde_json::json!([false, false]);
    let arguments = ["--only", "zone-load-balancer-spans", "--format", "junit"];
    let junit = Junit::deserialize_from_str(&stdout(
        &verify_text(only_unknown.to_string(), &arguments).code(0),
    ))
    .unwrap();
    let status = &junit.test_suites[0].test_cases[0].status;
    assert!(matches!(status, TestCaseStatus::Skipped { .. }), "{status:?}");
}

#[test]
fn a_table_in_markdown_is_not_broken_by_what_is_in_it() {
    let mut odd = super::plan(CANDIDATE);
    for change in odd["resource_changes"].as_array_mut().unwrap() {
        if change["address"] == FINDING {
            change["address"] = "aws_rds_cluster.this[\"a|b\\n`c`\"]".into();
        }
    }
    let printed =
        stdout(&verify_text(odd.to_string(), &[&ONLY[..], &["--format", "markdown"]].concat()));
    let rows: Vec<_> = printed.lines().filter(|line| line.contains("<br>`zone-")).collect();
    assert!(!rows.is_empty());
    for row in rows {
        let columns = row.replace("\\|", "").matches('|').count();
        assert_eq!(columns, 5, "{row}");
    }
}
