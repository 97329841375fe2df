//! `--source`: what a plan does not show of local values is read where it was made.

mod index;

use std::fs;

use assert_cmd::Command;
use serde_json::{Value, json};
use tempfile::TempDir;

use super::{addresses, report, stderr, verify_text};

/// Two subnets in two zones, and a load balancer in a module that is given a local value of the
/// root and passes it on as one of its own.
fn plan() -> Value {
    let change = |address: &str, kind: &str, module: &str, after: Value, unknown: Value| {
        let name = address.rsplit('.').next().unwrap();
        json!({
            "address": address, "module_address": module, "mode": "managed", "type": kind,
            "name": name,
            "change": {
                "actions": ["create"], "before": null, "after": after, "after_unknown": unknown
            },
        })
    };
    let subnet = |name: &str, zone: &str| {
        let after = json!({"availability_zone": zone});
        change(&format!("aws_subnet.{name}"), "aws_subnet", "", after, json!({"id": true}))
    };
    let balancer = change(
        "module.front.aws_lb.main",
        "aws_lb",
        "module.front",
        json!({}),
        json!({"subnets": true}),
    );
    let block = json!({
        "address": "aws_lb.main", "expressions": {"subnets": {"references": ["local.subnets"]}}
    });
    json!({
        "format_version": "1.2",
        "resource_changes": [subnet("a", "us-east-1a"), subnet("b", "us-east-1b"), balancer],
        "configuration": {"root_module": {
            "resources": [{"address": "aws_subnet.a"}, {"address": "aws_subnet.b"}],
            "module_calls": {"front": {
                "source": "./front",
                "expressions": {"ids": {"references": ["local.public"]}},
                "module": {"resources": [block]},
            }},
        }},
    })
}

/// The configuration that the plan was made of, but for the local value `public` of the root.
const ROOT: &str = r#"
resource "aws_subnet" "a" {
  availability_zone = "us-east-1a"
}
resource "aws_subnet" "b" {
  availability_zone = "us-east-1b"
}
module "front" {
  source = "./front"
  ids    = local.public
}
"#;

const FRONT: &str = r#"
variable "ids" {}
locals {
  subnets = [for id in var.ids : id]
}
resource "aws_lb" "main" {
  subnets = local.subnets
}
"#;

/// A folder of files.
fn folder(files: &[(&str, &str)]) -> TempDir {
    let folder = TempDir::new().unwrap();
    for (name, content) in files {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, content).unwrap();
    }
    folder
}

/// What the rule says of the load balancer: nothing, where it is in two zones.
fn printed(files: &[(&str, &str)]) -> Vec<String> {
    said_of_root(ROOT, files)
}

fn said_of_root(root: &str, files: &[(&str, &str)]) -> Vec<String> {
    let folder = folder(&[&[("root.tf", root)], files].concat());
    let source = folder.path().to_str().unwrap();
    let arguments = ["--only", "zone-load-balancer-spans", "--format", "json", "--source", source];
    let report = report(&verify_text(plan().to_string(), &arguments));
    let findings = report["findings"].as_array().unwrap().iter();
    findings.map(|finding| finding["message"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn without_the_source_what_goes_through_a_local_value_is_not_known() {
    let arguments = ["--only", "zone-load-balancer-spans", "--format", "json"];
    let report = report(&verify_text(plan().to_string(), &arguments));
    assert_eq!(addresses(&report), ["module.front.aws_lb.main"]);
    assert_eq!(
        report["findings"][0]["message"],
        "`local.subnets` is a local value, which a plan does not define"
    );
}

#[test]
fn with_the_source_local_values_are_followed_through_modules() {
    for (name, root) in [
        (
            "main.tf",
            "locals {\n  all = { a = aws_subnet.a, b = aws_subnet.b }\n  public = [for s in \
             local.all : s.id]\n}",
        ),
        (
            "main.tf.json",
            "{\"locals\": {\"public\": [\"${aws_subnet.a.id}\", \"${aws_subnet.b.id}\"]}}",
        ),
        (
            "main.tf.json",
            "{\"locals\": [{\"zones\": 2}, {\"public\": \"${concat([aws_subnet.a.id], \
             [aws_subnet.b.id])}\"}]}",
        ),
    ] {
        assert_eq!(printed(&[(name, root), ("front/main.tf", FRONT)]), [""; 0], "{root}");
    }
}

#[test]
fn evidence_and_pictures_read_the_source_too() {
    let root = ("main.tf", "locals {\n  public = [aws_subnet.a.id, aws_subnet.b.id]\n}");
    let folder = folder(&[("root.tf", ROOT), root, ("front/main.tf", FRONT)]);
    let source = ["--source", folder.path().to_str().unwrap()];
    let message = |command: &str, format: &str, arguments: &[&str]| {
        let mut paytf = Command::new(super::PAYTF);
        let arguments = [&[command, "-", "--format", format], arguments].concat();
        super::stdout(&paytf.args(arguments).write_stdin(plan().to_string()).assert())
    };
    let open = |arguments: &[&str]| {
        message("evidence", "json", arguments).matches("`local.subnets` is a local value").count()
    };
    assert!(open(&[]) > 0 && open(&source) == 0, "{} {}", open(&[]), open(&source));
    let nodes =
        |arguments: &[&str]| message("diagram", "dot", arguments).matches("ALB node").count();
    assert_eq!(
        (nodes(&[]), nodes(&source)),
        (1, 2),
        "a node in each zone, or one in the column of what is not known"
    );
}

#[test]
fn a_fault_behind_a_local_value_is_seen() {
    let root = ("main.tf", "locals {\n  public = [aws_subnet.a.id, aws_subnet.a.id]\n}");
    assert_eq!(printed(&[root, ("front/main.tf", FRONT)]), ["is only in us-east-1a"]);
}

#[test]
fn an_override_file_wins_and_a_module_of_a_registry_is_read_where_terraform_put_it() {
    let files = [
        ("a_override.tf", "locals {\n  public = [aws_subnet.b.id]\n}"),
        ("main.tf", "locals {\n  public = [aws_subnet.a.id]\n}"),
        ("other/main.tf", FRONT),
        (
            ".terraform/modules/modules.json",
            "{\"Modules\":[{\"Key\":\"\",\"Dir\":\".\"},{\"Key\":\"front\",\"Dir\":\"other\"}]}",
        ),
    ];
    let root = ROOT.replace("./front", "example/front/aws");
    assert_eq!(said_of_root(&root, &files), ["is only in us-east-1b"]);
}

/// What is said of a folder that cannot be evaluated, beside the plan.
fn refused(files: &[(&str, &str)]) -> String {
    let folder = folder(files);
    stderr(&verify_text(plan().to_string(), &["--source", folder.path().to_str().unwrap()]).code(2))
}

#[test]
fn a_source_that_terraform_would_refuse_is_refused_with_file_and_line() {
    let circle = "locals {\n  public = local.other\n  other = local.public\n}";
    for (files, expected) in [
        (&[("main.tf", "locals {")][..], "main.tf:1:9: "),
        (&[("main.tf.json", "{")], "main.tf.json:1:"),
        (&[("root.tf", ROOT), ("front/main.tf", FRONT), ("main.tf", circle)], "Cycle"),
        (&[("root.tf", ROOT), ("front/main.tf", FRONT)], "root.tf:10:"),
    ] {
        let message = refused(files);
        assert!(message.contains(expected), "{expected}\n{message}");
    }
}

#[test]
fn a_folder_that_is_not_the_plan_s_is_refused() {
    let message = refused(&[("main.tf", "resource \"aws_subnet\" \"a\" {\n}\n")]);
    assert!(
        message.contains("the plan has aws_subnet.b, which this configuration does not make"),
        "{message}"
    );
}
