//! What is selected, what is accepted, and what counts.

use serde_json::Value;

use super::{CANDIDATE, ONLY, addresses, file, report, stderr, stdout, verify, verify_plan};

const GOOD: &str = "zone-database-candidate/good.json";

fn json(more: &[&str]) -> Value {
    report(&verify_plan(CANDIDATE, &[&ONLY[..], &["--format", "json"], more].concat()))
}

/// A file of suppressions with one entry.
fn suppression(rule: &str, resource: &str, expires: &str) -> String {
    format!(
        "[[suppress]]\nrule = {rule:?}\nresource = {resource:?}\nreason = \"agreed\"\nexpires = \
         {expires}\n"
    )
}

#[test]
fn nothing_wrong_is_0_and_a_finding_is_1_and_a_wrong_word_is_2() {
    verify_plan(GOOD, &ONLY).code(0);
    verify_plan(CANDIDATE, &ONLY).code(1);
    verify_plan(CANDIDATE, &["--only", "zone-candidate"]).code(2);
}

#[test]
fn only_and_skip_choose_rules_and_groups() {
    let ran = |arguments: &[&str]| -> Vec<String> {
        let report = report(&verify_plan(CANDIDATE, &[arguments, &["--format", "json"]].concat()));
        let rules = report["rules"].as_array().unwrap().iter();
        rules.map(|rule| rule["id"].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(ran(&ONLY), ["zone-database-candidate"]);
    let zones = ran(&["--only", "zone,scale", "--skip", "scale,zone-database-candidate"]);
    assert!(
        zones.iter().all(|id| id.starts_with("zone-") && id != ONLY[1]) && zones.len() > 5,
        "{zones:?}"
    );
    verify_plan(CANDIDATE, &["--only", "zone", "--skip", "zone"]).code(0);
}

#[test]
fn a_word_that_is_no_rule_is_refused_with_the_nearest_one() {
    for option in ["--only", "--skip", "--deny"] {
        let message = verify_plan(CANDIDATE, &[option, "zone-database-candidates"]).code(2);
        let expected = format!(
            "{option} zone-database-candidates: no such rule or group; did you mean \
             zone-database-candidate?"
        );
        assert!(stderr(&message).contains(&expected), "{}", stderr(&message));
        assert_eq!(stdout(&message), "");
    }
}

#[test]
fn what_is_not_known_counts_only_where_it_is_denied() {
    let unknown_only = ["--skip", "encrypt,scale", "--only", "secret-rotating-injected"];
    let plan = "secret-rotating-injected/bad.json";
    let fails = |deny: &[&str]| {
        let report =
            report(&verify_plan(plan, &[&unknown_only[..], &["--format", "json"], deny].concat()));
        report["findings"]
            .as_array()
            .unwrap()
            .iter()
            .filter(|finding| finding["outcome"] == "fail")
            .count()
    };
    let without = fails(&[]);
    for deny in ["unknown", "secret", "secret-rotating-injected"] {
        assert_eq!(fails(&["--deny", deny]), without + 1, "--deny {deny}");
    }
    assert_eq!(fails(&["--deny", "scale"]), without);
}

#[test]
fn a_warning_and_what_is_not_known_count_where_fail_on_says_so() {
    let (_folder, path) = file("policy.toml", "rules = {zone-database-candidate = \"warning\"}");
    let code = |more: &[&str], code: i32| {
        verify_plan(CANDIDATE, &[&ONLY[..], &["--policy", &path], more].concat()).code(code);
    };
    code(&[], 0);
    code(&["--fail-on", "error"], 0);
    code(&["--fail-on", "warning"], 1);
    code(&["--fail-on", "unknown"], 1);
    code(&["--deny", "zone"], 1);
    let outcomes = |more: &[&str]| {
        let report = json(more);
        let findings = report["findings"].as_array().unwrap().iter();
        findings
            .map(|finding| (finding["outcome"].to_string(), finding["fails"] == true))
            .collect::<Vec<_>>()
    };
    let fail = ("\"fail\"".to_owned(), true);
    assert_eq!(
        outcomes(&[]),
        [vec![fail.clone(); 3], vec![("\"unknown\"".to_owned(), false)]].concat()
    );
    for denied in [["--deny", "unknown"], ["--fail-on", "unknown"]] {
        assert_eq!(outcomes(&denied), vec![fail.clone(); 4], "{denied:?}");
    }
}

#[test]
fn a_suppression_that_covers_nothing_is_told_unless_its_rules_did_not_look() {
    let entries = [
        suppression("zone", "aws_rds_cluster.gone", "9999-12-31"),
        suppression("zone", "*", "9999-12-31"),
    ];
    let (_folder, path) = file("policy.toml", &entries.concat());
    let unused = |arguments: &[&str]| {
        let message =
            verify_plan(CANDIDATE, &[arguments, &["--policy", &path, "--format", "json"]].concat());
        let report = report(&message);
        let unused = report["unused"].as_array().unwrap().iter();
        unused.map(|entry| entry["resource"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(unused(&["--only", "zone"]), ["aws_rds_cluster.gone"]);
    assert_eq!(unused(&[]), ["aws_rds_cluster.gone"]);
    assert_eq!(unused(&ONLY), [""; 0]);
    for format in ["text", "markdown", "github"] {
        let message = stdout(
            &verify_plan(CANDIDATE, &["--only", "zone", "--policy", &path, "--format", format])
                .code(0),
        );
        assert!(
            message.contains("matches nothing") && message.contains("policy.toml:1:1"),
            "{format}: {message}"
        );
    }
}

#[test]
fn conventions_of_paytf_are_checked_where_they_are_asked_for() {
    let ids = |more: &[&str]| -> Vec<String> {
        let report = report(&verify_plan(CANDIDATE, &[&["--format", "json"], more].concat()));
        report["rules"]
            .as_array()
            .unwrap()
            .iter()
            .map(|rule| rule["id"].as_str().unwrap().to_owned())
            .collect()
    };
    let (without, with) = (ids(&[]), ids(&["--conventions", "true"]));
    assert!(without.len() < with.len() && without.iter().all(|id| with.contains(id)));
    assert_eq!(ids(&["--conventions", "false"]), without);
}

#[test]
fn an_accepted_finding_does_not_count_and_is_in_the_report_with_its_reason() {
    let (_folder, path) =
        file("accepted.toml", &suppression("zone-database-candidate", "aws_*", "9999-12-31"));
    let arguments = [&ONLY[..], &["--policy", &path]].concat();
    let message = verify_plan(CANDIDATE, &arguments).code(0);
    assert!(stdout(&message).contains("until 9999-12-31: agreed"), "{}", stdout(&message));
    let report = json(&["--policy", &path]);
    assert_eq!(addresses(&report), [""; 0]);
    assert_eq!(report["suppressed"].as_array().unwrap().len(), 4);
    assert_eq!(report["suppressed"][0]["by"]["expires"], "9999-12-31");
}

#[test]
fn an_acceptance_covers_only_the_resources_it_names() {
    let (_folder, path) =
        file("accepted.toml", &suppression("zone", "aws_rds_cluster.payments", "9999-12-31"));
    let report = json(&["--policy", &path]);
    assert!(!addresses(&report).contains(&"aws_rds_cluster.payments"), "{report}");
    assert_eq!(addresses(&report).len(), 3);
    verify_plan(CANDIDATE, &[&ONLY[..], &["--policy", &path]].concat()).code(1);
}

#[test]
fn an_acceptance_whose_last_day_is_over_fails_even_where_nothing_else_does() {
    let (_folder, path) = file("accepted.toml", &suppression("zone", "aws_*", "2020-01-31"));
    let report = json(&["--policy", &path]);
    assert_eq!((addresses(&report).len(), report["expired"].as_array().unwrap().len()), (4, 1));
    for format in ["text", "markdown", "junit"] {
        let arguments = [&ONLY[..], &["--policy", &path, "--format", format]].concat();
        let message = verify_plan(GOOD, &arguments).code(1);
        assert!(
            stdout(&message).contains("expired") && stdout(&message).contains("2020-01-31"),
            "{}",
            stdout(&message)
        );
    }
}

#[test]
fn a_policy_file_that_cannot_be_meant_is_refused_with_its_line() {
    for (content, expected) in [
        (
            suppression("zones", "*", "2030-01-01"),
            "policy.toml:2:8: suppress.rule = \"zones\": is no rule and no group",
        ),
        ("[[suppress]]\nrule = \"zone\"".to_owned(), "policy.toml:1:1: missing field `resource`"),
        ("[[supress]]\n".to_owned(), "policy.toml:1:3: unknown field `supress`"),
        ("not toml".to_owned(), "policy.toml:1:"),
    ] {
        let (_folder, path) = file("policy.toml", &content);
        for option in ["--policy", "--suppressions"] {
            let message = stderr(&verify_plan(CANDIDATE, &[option, &path]).code(2));
            assert!(message.contains(expected) && message.contains('^'), "{content}\n{message}");
        }
    }
    let message = stderr(&verify_plan(CANDIDATE, &["--policy", "no/such.toml"]).code(2));
    assert!(message.contains("no/such.toml: cannot be read"), "{message}");
}

#[test]
fn the_policy_file_of_the_documentation_can_be_used() {
    let page = std::fs::read_to_string(super::repository().join("docs/policy.md")).unwrap();
    let example = page.split("```toml\n").nth(1).unwrap().split("```").next().unwrap();
    let (_folder, path) = file("policy.toml", example);
    assert!(!json(&["--policy", &path])["off"].as_array().unwrap().is_empty());
}

#[test]
fn a_policy_says_how_much_a_rule_matters_and_the_report_lists_what_is_off() {
    let severity = |report: &Value| report["findings"][0]["severity"].as_str().unwrap().to_owned();
    let other = if severity(&json(&[])) == "error" { "warning" } else { "error" };
    let (_folder, path) = file("policy.toml", &format!("[rules]\nzone = {other:?}\n"));
    assert_eq!(severity(&json(&["--policy", &path])), other);

    let (_folder, path) = file("policy.toml", "[rules]\nzone-database-candidate = \"off\"\n");
    let message =
        verify_plan(CANDIDATE, &["--only", "zone", "--policy", &path, "--format", "json"]);
    let report = report(&message);
    assert_eq!(report["off"], serde_json::json!(["zone-database-candidate"]));
    assert!(
        report["rules"]
            .as_array()
            .unwrap()
            .iter()
            .all(|rule| rule["id"] != "zone-database-candidate")
    );
    let message = verify_plan(CANDIDATE, &["--only", "zone", "--policy", &path]);
    assert!(
        stdout(&message).contains("1 rule off by the policy file: zone-database-candidate."),
        "{}",
        stdout(&message)
    );
    assert_eq!(addresses(&json(&["--policy", &path])).len(), 4, "asked for by its own id, it runs");
}

#[test]
fn a_policy_file_is_found_in_the_folder_that_is_proved_else_in_the_current_one() {
    let folder = tempfile::TempDir::new().unwrap();
    let (here, below) = (folder.path(), folder.path().join("stack"));
    std::fs::create_dir(&below).unwrap();
    std::fs::write(below.join("main.tf"), "resource \"aws_sqs_queue\" \"a\" {}\n").unwrap();
    let off = |group: &str| {
        let report = report(&verify(&["stack", "--format", "json"]).current_dir(here).assert());
        report["off"]
            .as_array()
            .unwrap()
            .iter()
            .any(|rule| rule.as_str().unwrap().starts_with(group))
    };
    assert!(!off("zone") && !off("log"));
    std::fs::write(here.join("paytf-verify.toml"), "rules = {zone = \"off\"}").unwrap();
    assert!(off("zone") && !off("log"));
    std::fs::write(below.join("paytf-verify.toml"), "rules = {log = \"off\"}").unwrap();
    assert!(!off("zone") && off("log"));
    let message = verify(&["stack"]).current_dir(here).assert();
    assert!(
        stderr(&message).contains("Reading stack/paytf-verify.toml; --policy takes another file."),
        "{}",
        stderr(&message)
    );
}

#[test]
fn against_a_baseline_only_what_is_new_counts() {
    let earlier =
        stdout(&verify_plan(CANDIDATE, &[&ONLY[..], &["--format", "json"]].concat()).code(1));
    let (_folder, path) = file("baseline.json", &earlier);
    let message = verify_plan(CANDIDATE, &[&ONLY[..], &["--baseline", &path]].concat()).code(0);
    assert!(
        stdout(&message).contains("4 more were in the baseline already."),
        "{}",
        stdout(&message)
    );
    let mut less: Value = serde_json::from_str(&earlier).unwrap();
    let findings = less["findings"].as_array_mut().unwrap();
    findings.retain(|finding| finding["address"] != "aws_rds_cluster.payments");
    let (_folder, path) = file("baseline.json", &less.to_string());
    assert_eq!(addresses(&json(&["--baseline", &path])), ["aws_rds_cluster.payments"]);
}

#[test]
fn what_is_no_report_is_refused_as_a_baseline() {
    for (content, expected) in [
        ("", "is not a report of `paytf verify --format json`"),
        ("{}", "missing field `schema_version`"),
        ("{\"schema_version\": 99, \"findings\": []}", "is a report of version 99, not 1"),
    ] {
        let (_folder, path) = file("baseline.json", content);
        let message = stderr(&verify_plan(CANDIDATE, &["--baseline", &path]).code(2));
        assert!(
            message.contains("baseline.json") && message.contains(expected),
            "{content}\n{message}"
        );
    }
}
