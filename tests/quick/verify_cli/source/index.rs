//! `--source`: an index, which a plan does not show, is evaluated as it is written.

use serde_json::{Value, json};

use super::super::{report, stderr, verify_text};
use super::folder;

/// Two zones with a NAT gateway each; which of them a route leads to is in a map, which is a
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
