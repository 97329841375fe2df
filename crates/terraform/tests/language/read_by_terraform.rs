//! The real Terraform reads the same values from both formats.

use std::path::Path;
use std::process::Command;

use hcl::expr::TemplateExpr;
use hcl::{Attribute, Block, Body, Expression};
use serde_json::{Map, Value, json};
use tempfile::TempDir;
use terraform::render::Format;

fn terraform(directory: &Path, args: &[&str]) -> String {
    let settings = directory.join("empty.tfrc");
    std::fs::write(&settings, "").unwrap();
    let output = Command::new("terraform")
        .args(args)
        .current_dir(directory)
        .env("TF_CLI_CONFIG_FILE", settings)
        .output()
        .expect(
            "`terraform` is not on the PATH: install the version that .terraform-version names",
        );
    let text = String::from_utf8(output.stdout).unwrap();
    assert!(
        output.status.success(),
        "terraform {args:?}:\n{text}{}",
        String::from_utf8_lossy(&output.stderr)
    );
    text
}

/// Applies `body`, written in `format`, and returns its outputs.
fn applied(body: &Body, format: Format) -> Map<String, Value> {
    let directory = TempDir::new().unwrap();
    let file = directory.path().join(format!("main.{}", format.extension()));
    std::fs::write(&file, format.render(body, "Generated.\nDo not edit.").unwrap()).unwrap();
    terraform(directory.path(), &["fmt", "-check", "-diff", "-no-color"]);
    terraform(directory.path(), &["init", "-no-color", "-input=false"]);
    terraform(directory.path(), &["apply", "-auto-approve", "-no-color", "-input=false"]);
    let outputs: Map<_, _> =
        serde_json::from_str(&terraform(directory.path(), &["output", "-json"])).unwrap();
    outputs.into_iter().map(|(name, mut output)| (name, output["value"].take())).collect()
}

fn source(text: &str) -> Expression {
    text.parse().unwrap()
}

fn template(text: &str) -> Expression {
    TemplateExpr::from(text).into()
}

fn object(entries: &[(&str, Expression)]) -> Expression {
    entries.iter().cloned().collect()
}

fn output(name: &str, value: Expression) -> Block {
    Block::builder("output").add_label(name).add_attribute(("value", value)).build()
}

fn literals() -> Vec<(Expression, Value)> {
    let texts = [
        "${aws:username}",
        "${a}$${b} %{if x}%%{y}",
        "$${",
        "$",
        "%",
        "a $ b % c",
        "\"quoted\"",
        "back\\slash \\n \\u0041",
        "two\nlines\r\n\ttabbed",
        "é 日本 😀 \u{2028}",
        "\u{1}\u{7f}",
        "",
        " ",
        "# // /*",
        "${",
        "}",
    ];
    let mut literals: Vec<_> =
        texts.iter().map(|text| (Expression::from(*text), json!(text))).collect();
    let keys =
        ["//", "${k}", "depends_on", "provider", "a b", "\"", "for", "null", "true", "plain", "1"];
    literals.push((
        keys.into_iter().map(|key| (key, 1)).collect(),
        keys.into_iter().map(|k| (k, 1)).collect(),
    ));
    literals.push((
        Expression::Array(vec![Expression::Null, true.into(), (-3).into(), 1.5.into()]),
        json!([null, true, -3, 1.5]),
    ));
    literals.push((
        object(&[("x", Expression::Array(vec![])), ("yy", object(&[]))]),
        json!({"x": [], "yy": {}}),
    ));
    literals.push((Expression::Array(vec!["long text".into(); 12]), json!(vec!["long text"; 12])));
    literals
}

fn computed() -> Vec<(Expression, Value)> {
    let pair = |value: Expression| {
        object(&[
            ("k", value.clone()),
            ("longer key", Expression::Array(vec![object(&[("v", value)])])),
        ])
    };
    vec![
        (template("${local.name}"), json!("pay")),
        (
            template("a\n\"b\" \\ $${c}$$${d} %%{e} ${local.name} $"),
            json!("a\n\"b\" \\ ${c}$${d} %{e} pay $"),
        ),
        (
            template("${join(\"\\n\\\"\", [local.name, \"$${x}${local.name}\"])}!"),
            json!("pay\n\"${x}pay!"),
        ),
        (template("a ${~ local.name ~} b"), json!("apayb")),
        (template("${\"$\"}${local.name}"), json!("$pay")),
        (source("upper(local.name)"), json!("PAY")),
        (source("jsonencode({ \"a\" = \"$${b}\" })"), json!("{\"a\":\"${b}\"}")),
        (
            source(
                "local.name == \"pay\" ? [for k, v in { a = 1 } : \"${k}-${v}\" if v > -1] : []",
            ),
            json!(["a-1"]),
        ),
        (source("{ for k in [\"a\", \"a\"] : k => 1... }"), json!({"a": [1, 1]})),
        (source("(1 + 2) * 3 - -1"), json!(10)),
        (source("local.list[*].id"), json!(["x", "y"])),
        (source("local.list[1][\"id\"]"), json!("y")),
        (source("max([1, 2]...)"), json!(2)),
        (
            pair(template("${local.name}-${length(local.list)}")),
            json!({"k": "pay-2", "longer key": [{"v": "pay-2"}]}),
        ),
        (
            [
                (template("${local.name}-k"), 1),
                (source("(local.name)"), 2),
                (source("local.name2"), 3),
            ]
            .into_iter()
            .collect(),
            json!({"pay-k": 1, "pay": 2, "two": 3}),
        ),
        (source("var.text"), json!("${not} $${a} %{template}")),
        (
            source("terraform_data.second.output"),
            json!({"depends_on": ["pay"], "provider": "${p}"}),
        ),
    ]
}

fn variable() -> Block {
    let validation = Block::builder("validation")
        .add_attribute(("condition", source("var.text != \"\"")))
        .add_attribute(("error_message", "Write ${something}."));
    Block::builder("variable")
        .add_label("text")
        .add_attribute(("type", source("string")))
        .add_attribute(("description", "Kept: ${not} $${a}."))
        .add_attribute(("default", "${not} $${a} %{template}"))
        .add_block(validation.build())
        .build()
}

fn locals() -> Block {
    let list =
        Expression::Array(vec![object(&[("id", "x".into())]), object(&[("id", "y".into())])]);
    let attributes = [("name", Expression::from("pay")), ("name2", "two".into()), ("list", list)];
    Block::builder("locals").add_attributes(attributes.map(Attribute::from)).build()
}

/// Blocks in which Terraform wants bare references.
fn references() -> Vec<Block> {
    let condition = |message: &str| {
        Block::builder("precondition")
            .add_attribute(("condition", source("local.name != \"\"")))
            .add_attribute(("error_message", message))
            .build()
    };
    let lifecycle = Block::builder("lifecycle")
        .add_attribute(("ignore_changes", Expression::Array(vec![source("input")])))
        .add_attribute((
            "replace_triggered_by",
            Expression::Array(vec![source("terraform_data.first.id")]),
        ))
        .add_blocks([condition("A ${literal}."), condition("Another.")]);
    let input = object(&[
        ("depends_on", Expression::Array(vec![source("local.name")])),
        ("provider", "${p}".into()),
    ]);
    let resource = |name: &str| Block::builder("resource").add_labels(["terraform_data", name]);
    let second = resource("second")
        .add_attribute(("provider", source("terraform")))
        .add_attribute(("input", input))
        .add_attribute((
            "depends_on",
            Expression::Array(vec![source("terraform_data.first"), source("local.name")]),
        ))
        .add_block(lifecycle.build());
    let moved = Block::builder("moved")
        .add_attribute(("from", source("terraform_data.old")))
        .add_attribute(("to", source("terraform_data.first")));
    let assert = Block::builder("assert")
        .add_attribute(("condition", source("length(local.list) > 1")))
        .add_attribute(("error_message", "Too few."));
    let check = Block::builder("check").add_label("list").add_block(assert.build());
    let settings = Block::builder("terraform").add_attribute(("required_version", ">= 1.0"));
    vec![settings.build(), resource("first").build(), second.build(), moved.build(), check.build()]
}

#[test]
fn terraform_reads_the_same_expected_values_from_both_formats() {
    let cases: Vec<_> = literals().into_iter().chain(computed()).collect();
    let outputs =
        cases.iter().enumerate().map(|(i, (value, _))| output(&format!("o{i}"), value.clone()));
    let body: Body =
        [locals(), variable()].into_iter().chain(references()).chain(outputs).collect();
    let expected: Map<_, _> =
        cases.iter().enumerate().map(|(i, (_, value))| (format!("o{i}"), value.clone())).collect();

    for format in [Format::Json, Format::Hcl] {
        let mut values = applied(&body, format);
        for (name, expected) in &expected {
            assert_eq!(
                values.remove(name).as_ref(),
                Some(expected),
                "output {name} of the {format:?} file"
            );
        }
        assert!(values.is_empty(), "the {format:?} file has outputs nobody declared: {values:?}");
    }
}
