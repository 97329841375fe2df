//! `--source`: what a plan does not show of local values is read where it was made.

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

/// What the rule says of the load balancer: nothing, where it stands in two zones.
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

/// Two zones with a NAT gateway each; which of them a route leads to stands in a map, which is a
/// local value.
fn routed() -> Value {
    let blocks = [
        ("aws_subnet.public", json!({"id": true}), json!({})),
        ("aws_subnet.private", json!({"id": true}), json!({})),
        (
            "aws_nat_gateway.this",
            json!({"id": true, "subnet_id": true}),
            json!({"subnet_id": ["aws_subnet.public", "each.key"]}),
        ),
        ("aws_route_table.this", json!({"id": true}), json!({})),
        (
            "aws_route.this",
            json!({"route_table_id": true, "nat_gateway_id": true}),
            json!({
                "route_table_id": ["aws_route_table.this", "each.key"],
                "nat_gateway_id": ["aws_nat_gateway.this", "each.value.nat", "each.value"]
            }),
        ),
        (
            "aws_route_table_association.this",
            json!({"subnet_id": true, "route_table_id": true}),
            json!({
                "subnet_id": ["aws_subnet.private", "each.key"],
                "route_table_id": ["aws_route_table.this", "each.key"]
            }),
        ),
    ];
    let (mut changes, mut resources) = (Vec::new(), Vec::new());
    for (address, unknown, references) in blocks {
        let (kind, name) = address.split_once('.').unwrap();
        for zone in ["a", "b"] {
            let after = json!({
                "availability_zone": format!("us-east-1{zone}"),
                "destination_cidr_block": "0.0.0.0/0"
            });
            changes.push(json!({
                "address": format!("{address}[\"{zone}\"]"), "mode": "managed", "type": kind,
                "name": name, "index": zone,
                "change": {
                    "actions": ["create"], "before": null, "after": after, "after_unknown": unknown
                },
            }));
        }
        let mut expressions = json!({
            "availability_zone": {"constant_value": "x"},
            "destination_cidr_block": {"constant_value": "0.0.0.0/0"}
        });
        for (argument, references) in references.as_object().unwrap() {
            expressions[argument] = json!({"references": references});
        }
        let for_each = json!({"references": ["local.routes"]});
        resources.push(
            json!({"address": address, "expressions": expressions, "for_each_expression": for_each})
        );
    }
    let root = json!({"resources": resources});
    json!({
        "format_version": "1.2", "resource_changes": changes, "configuration": {"root_module": root}
    })
}

#[test]
fn routes_that_a_local_map_crosses_are_seen() {
    for (a, b, wrong) in [("a", "b", 0), ("b", "a", 2), ("b", "b", 1)] {
        let routes = format!("{{ a = {{ nat = \"{a}\" }}, b = {{ nat = \"{b}\" }} }}");
        let printed = routed_by("each.value.nat", &format!("routes = {routes}"));
        assert_eq!(printed, vec!["fail"; wrong], "{routes}");
    }
}

/// The configuration of the plan, in which `index` chooses the gateway.
fn routes(index: &str, locals: &str) -> String {
    let blocks = [
        ("aws_subnet", "public", String::new()),
        ("aws_subnet", "private", String::new()),
        ("aws_nat_gateway", "this", "subnet_id = aws_subnet.public[each.key].id".to_owned()),
        ("aws_route_table", "this", String::new()),
        (
            "aws_route",
            "this",
            format!(
                "route_table_id = aws_route_table.this[each.key].id\n  nat_gateway_id = \
                 aws_nat_gateway.this[{index}].id\n  destination_cidr_block = \"0.0.0.0/0\""
            ),
        ),
        (
            "aws_route_table_association",
            "this",
            "subnet_id = aws_subnet.private[each.key].id\n  route_table_id = \
             aws_route_table.this[each.key].id"
                .to_owned(),
        ),
    ];
    let block = |(kind, name, arguments): &(&str, &str, String)| {
        let zone = "availability_zone = \"us-east-1${each.key}\"";
        let zone = if *kind == "aws_subnet" { zone } else { "" };
        format!(
            "resource \"{kind}\" \"{name}\" {{\n  for_each = local.routes\n  {zone}\n  \
             {arguments}\n}}\n"
        )
    };
    blocks.iter().map(block).collect::<String>() + &format!("locals {{\n{locals}\n}}\n")
}

const STRAIGHT: &str = "  routes = { a = { nat = \"a\" }, b = { nat = \"b\" } }\n";

/// What the rule says of the routes, where `index` chooses the gateway, as outcomes.
fn routed_by(index: &str, locals: &str) -> Vec<String> {
    let folder = folder(&[("main.tf", &routes(index, locals))]);
    let source = folder.path().to_str().unwrap();
    let arguments = ["--only", "zone-nat-own-zone", "--format", "json", "--source", source];
    let report = report(&verify_text(routed().to_string(), &arguments));
    let findings = report["findings"].as_array().unwrap().iter();
    let of_routes =
        findings.filter(|finding| !finding["address"].as_str().unwrap().contains("public"));
    of_routes.map(|finding| finding["outcome"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn an_index_is_evaluated_as_it_is_written() {
    for (index, wrong) in [
        ("each.key", 0),
        ("each.key == \"a\" ? \"a\" : \"b\"", 0),
        ("each.key == \"a\" ? \"b\" : \"a\"", 2),
        ("local.swap[each.key]", 2),
        ("element([\"a\", \"b\"], index([\"a\", \"b\"], each.key) + 1)", 2),
        ("element([\"a\", \"b\"], index([\"a\", \"b\"], each.key) + 2 * 1)", 0),
        ("keys(aws_nat_gateway.this)[(1 + 2) % 2]", 1),
        ("one([for key, nat in aws_nat_gateway.this : key if key != each.key])", 2),
        ("[for key, nat in { b = 1, a = 2 } : key][0]", 1),
        ("\"${each.value.nat}\"", 0),
        ("substr(each.key, 0, 1)", 0),
        ("[\"a\", \"b\"][1 % 0]", 1),
        ("\"%{ if true }a%{ endif }\"", 1),
        ("flatten(local.d0)[0]", 1),
        ("local.c0", 1),
    ] {
        let chain: String =
            (0..200).map(|nth| format!("  c{nth} = local.c{}\n", nth + 1)).collect();
        let twice: String =
            (0..10).map(|nth| format!("  d{nth} = [local.d{0}, local.d{0}]\n", nth + 1)).collect();
        let locals = format!(
            "{STRAIGHT}  swap = {{ a = \"b\", b = \"a\" }}\n{chain}  c200 = \"a\"\n{twice}  d10 = \
             \"a\"\n"
        );
        let printed = routed_by(index, &locals);
        assert_eq!(printed, vec!["fail"; wrong], "{index}");
    }
}

#[test]
fn an_index_that_is_known_after_the_apply_is_not_known_and_never_a_pass() {
    for index in [
        "aws_nat_gateway.this[\"a\"].id == \"x\" ? \"a\" : \"b\"",
        "sort([for nat in aws_nat_gateway.this : nat.id])[0]",
        "contains([aws_nat_gateway.this[\"a\"].id], \"x\") ? \"a\" : \"b\"",
    ] {
        assert_eq!(routed_by(index, STRAIGHT), ["unknown", "unknown"], "{index}");
    }
}

#[test]
fn what_terraform_would_refuse_or_never_finish_is_refused() {
    let twice: String =
        (0..60).map(|nth| format!("  d{nth} = [local.d{0}, local.d{0}]\n", nth + 1)).collect();
    let locals = format!("{STRAIGHT}{twice}  d60 = \"a\"\n  e = local.f\n  f = local.e\n");
    for (index, locals) in [
        ("[\"a\", \"b\"][9223372036854775807 + 1]", STRAIGHT),
        ("range(0, 1000000000000)[5]", STRAIGHT),
        ("var.nowhere", STRAIGHT),
        ("flatten(local.d0)[0]", &locals),
    ] {
        let folder = folder(&[("main.tf", &routes(index, locals))]);
        let message = stderr(
            &verify_text(routed().to_string(), &["--source", folder.path().to_str().unwrap()])
                .code(2),
        );
        assert!(message.contains("main.tf:") || message.contains("Cycle"), "{index}\n{message}");
    }
}

#[test]
fn where_an_index_is_not_shown_the_report_says_once_how_to_get_an_answer() {
    let mut plan = routed();
    plan["configuration"]["root_module"]["resources"][4]["expressions"]["nat_gateway_id"]["references"] =
        json!(["aws_nat_gateway.this", "var.next", "each.key"]);
    let output = verify_text(plan.to_string(), &["--only", "zone-nat-own-zone"]);
    let text = String::from_utf8(output.get_output().stdout.clone()).unwrap();
    assert!(text.contains(
        "unknown: where the default route leads is not known: the plan does not show the index"
    ));
    assert_eq!(text.matches("--source DIR").count(), 1, "{text}");
}
