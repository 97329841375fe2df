//! What is no plan is refused, with what it is and what to give instead.

use std::fs;

use super::{CANDIDATE, ONLY, plan, plan_path, report, stderr, stdout, verify, verify_plan, verify_text};

fn refused(text: impl Into<Vec<u8>>) -> String {
    let told = verify_text(text, &[]).code(2);
    assert_eq!(stdout(&told), "");
    stderr(&told)
}

#[test]
fn a_plan_on_stdin_is_as_good_as_one_in_a_file() {
    let text = fs::read_to_string(plan_path(CANDIDATE)).unwrap();
    let arguments = [&ONLY[..], &["--format", "json"]].concat();
    assert_eq!(report(&verify_text(text.clone(), &arguments)), report(&verify_plan(CANDIDATE, &arguments)));
    // As some editors save it.
    assert_eq!(
        report(&verify_text(format!("\u{feff}{text}\r\n"), &arguments)),
        report(&verify_plan(CANDIDATE, &arguments))
    );
}

#[test]
fn what_is_no_plan_is_named_with_what_to_give_instead() {
    for (text, expected) in [
        ("", "stdin: is empty"),
        (" \r\n\t", "stdin: is empty"),
        ("PK\u{3}\u{4}\u{14}\u{0}", "is Terraform's binary plan; give its JSON: terraform show -json FILE"),
        (
            "{\"@level\":\"info\",\"@message\":\"Terraform 1.13.3\",\"type\":\"version\"}\n{\"@level\":\"info\"}\n",
            "is the log of `terraform plan -json`",
        ),
        (
            "{\"format_version\":\"1.0\",\"terraform_version\":\"1.13.3\",\"values\":{\"root_module\":{}}}",
            "is a state without a resource",
        ),
        ("{\"version\":3,\"lineage\":\"l\",\"modules\":[]}", "is a state file of version 3; paytf reads version 4"),
        ("{\"AWSTemplateFormatVersion\":\"2010-09-09\",\"Resources\":{}}", "it has no `format_version`"),
        ("{\"name\":\"app\",\"version\":\"1.0.0\"}", "it has no `format_version`"),
        ("{\"format_version\":\"1.2\",\"resource_changes\":[]}", "it has no `configuration`"),
        ("{\"format_version\":\"9.0\",\"configuration\":{}}", "has the plan format 9.0; paytf understands 1.x"),
        ("{\"format_version\":\"1.2\",\"errored\":true,\"configuration\":{}}", "is the plan of a run that failed"),
        ("[]", "cannot be read as a Terraform plan"),
        ("resource \"aws_vpc\" \"main\" {}", "cannot be read as a Terraform plan"),
    ] {
        let told = refused(text);
        assert!(told.contains(expected) && told.starts_with("error: stdin: "), "{text}\n{told}");
    }
}

#[test]
fn a_plan_as_powershell_redirects_it_is_named_as_such() {
    let text = fs::read_to_string(plan_path(CANDIDATE)).unwrap();
    let utf16: Vec<u8> = std::iter::once(0xfeff).chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    assert!(refused(utf16).contains("is UTF-16"));
}

#[test]
fn a_file_that_cannot_be_read_is_named() {
    let told = stderr(&verify(&["no/such.json"]).assert().code(2));
    assert!(told.contains("no/such.json: cannot be read; give the output of `terraform show -json tfplan`"), "{told}");
}

#[test]
fn a_plan_that_is_cut_off_anywhere_is_no_plan() {
    let text = plan(CANDIDATE).to_string();
    for end in (1..text.len()).step_by(61) {
        let told = paytf::verify::Plan::parse(&text.as_bytes()[..end]).unwrap_err().to_string();
        assert!(told.contains("EOF while parsing"), "{end}: {told}");
    }
    assert!(refused(&text.as_bytes()[..text.len() / 2]).contains("EOF while parsing"));
}
