//! What is no plan is refused, with what it is and what to give instead.

use std::fs;

use super::{
    CANDIDATE, ONLY, plan, plan_path, report, stderr, stdout, verify, verify_plan, verify_text,
};

fn refused(text: impl Into<Vec<u8>>) -> String {
    let message = verify_text(text, &[]).code(2);
    assert_eq!(stdout(&message), "");
    stderr(&message)
}

#[test]
fn a_plan_on_stdin_is_as_good_as_one_in_a_file() {
    let text = fs::read_to_string(plan_path(CANDIDATE)).unwrap();
    let arguments = [&ONLY[..], &["--format", "json"]].concat();
    assert_eq!(
        report(&verify_text(text.clone(), &arguments)),
        report(&verify_plan(CANDIDATE, &arguments))
    );
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
        (
            "PK\u{3}\u{4}\u{14}\u{0}",
            "is Terraform's binary plan; give its JSON: terraform show -json FILE",
        ),
        (
            "{\"@level\":\"info\",\"@message\":\"Terraform \
             1.13.3\",\"type\":\"version\"}\n{\"@level\":\"info\"}\n",
            "is the log of `terraform plan -json`",
        ),
        (
            "{\"format_version\":\"1.0\",\"terraform_version\":\"1.13.3\",\"values\":{\"\
             root_module\":{}}}",
            "is a state without a resource",
        ),
        (
            "{\"version\":3,\"lineage\":\"l\",\"modules\":[]}",
            "is a state file of version 3; version 4 is read",
        ),
        (
            "{\"AWSTemplateFormatVersion\":\"2010-09-09\",\"Resources\":{}}",
            "it has no `format_version`",
        ),
        ("{\"name\":\"app\",\"version\":\"1.0.0\"}", "it has no `format_version`"),
        ("{\"format_version\":\"1.2\",\"resource_changes\":[]}", "it has no `configuration`"),
        (
            "{\"format_version\":\"9.0\",\"configuration\":{}}",
            "has the plan format 9.0; 1.x is understood",
        ),
        (
            "{\"format_version\":\"1.2\",\"errored\":true,\"configuration\":{}}",
            "is the plan of a run that failed",
        ),
        ("[]", "is JSON, but an array, and a Terraform plan is one object"),
        ("[\"1.2\"]", "is JSON, but an array"),
        ("\"plan\"", "is JSON, but a string"),
        ("null", "is JSON, but null"),
        (
            "resource \"aws_vpc\" \"main\" {}",
            "is a Terraform configuration, not a plan; give its folder",
        ),
        (
            "# The network.\n\nterraform {\n  required_version = \"1.11\"\n}\n",
            "is a Terraform configuration",
        ),
        (
            "\nTerraform used the selected providers to generate the following execution plan.",
            "add -json",
        ),
        (
            "\u{1b}[1m  # aws_vpc.main\u{1b}[0m will be created\n",
            "is what Terraform prints for people",
        ),
        ("# aws_vpc.main:\nresource \"aws_vpc\" \"main\" {\n}\n", "is a Terraform configuration"),
        ("OpenTofu will perform the following actions:\n", "is what Terraform prints for people"),
        (
            "No changes. Your infrastructure matches the configuration.\n",
            "is what Terraform prints for people",
        ),
        ("{\0\"\0f\0", "is UTF-16"),
    ] {
        let message = refused(text);
        assert!(
            message.contains(expected) && message.starts_with("error: stdin: "),
            "{text}\n{message}"
        );
    }
}

#[test]
fn a_file_of_a_configuration_is_refused_with_its_folder() {
    let folder = tempfile::TempDir::new().unwrap();
    fs::create_dir(folder.path().join("stack")).unwrap();
    for (name, text) in [
        ("main.tf", "locals {}\n"),
        ("main.tf.json", "{\"locals\": {}}"),
        ("main.tofu", "# nothing\n"),
    ] {
        fs::write(folder.path().join("stack").join(name), text).unwrap();
        fs::write(folder.path().join(name), text).unwrap();
        for (path, expected) in
            [(format!("stack/{name}"), "paytf verify stack"), (name.to_owned(), "paytf verify .")]
        {
            let message = stderr(&verify(&[&path]).current_dir(folder.path()).assert().code(2));
            let expected =
                format!("{path}: is a file of a configuration; give its folder: {expected}\n");
            assert!(message.ends_with(&expected), "{message}");
        }
    }
}

#[test]
fn a_plan_as_powershell_redirects_it_is_named_as_such() {
    let text = fs::read_to_string(plan_path(CANDIDATE)).unwrap();
    let utf16: Vec<u8> =
        std::iter::once(0xfeff).chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    assert!(refused(utf16).contains("is UTF-16"));
}

#[test]
fn a_compressed_plan_is_named_as_such() {
    assert!(
        refused(*b"\x1f\x8b\x08\0\0\0\0\0")
            .contains("is compressed with gzip; decompress it first: gunzip -c FILE")
    );
}

#[test]
fn a_file_that_cannot_be_read_is_named() {
    let message = stderr(&verify(&["no/such.json"]).assert().code(2));
    assert!(
        message.contains(
            "no/such.json: cannot be read; give the output of `terraform show -json tfplan`"
        ),
        "{message}"
    );
}

#[test]
fn a_plan_that_is_cut_off_anywhere_is_no_plan() {
    let text = plan(CANDIDATE).to_string();
    for end in (1..text.len()).step_by(61) {
        let message = paytf::verify::Plan::parse(&text.as_bytes()[..end]).unwrap_err().to_string();
        assert!(message.contains("EOF while parsing"), "{end}: {message}");
    }
    assert!(refused(&text.as_bytes()[..text.len() / 2]).contains("EOF while parsing"));
}
