//! What makes Terraform files subtly wrong, one test per trap.

use hcl::expr::{BinaryOp, BinaryOperator, FuncCall, Heredoc, TemplateExpr, Traversal, Variable};
use hcl::{Attribute, Block, Body, Expression, Identifier, ObjectKey};
use serde_json::{Value, json};
use terraform::render::{Format, to_hcl, to_json};

fn reference(path: &str) -> Expression {
    path.parse().unwrap()
}

fn template(source: &str) -> Expression {
    TemplateExpr::from(source).into()
}

fn map(entries: Vec<(&str, Expression)>) -> Expression {
    entries.into_iter().collect()
}

fn resource(arguments: impl IntoIterator<Item = (&'static str, Expression)>) -> Block {
    Block::builder("resource")
        .add_labels(["terraform_data", "x"])
        .add_attributes(arguments.into_iter().map(Attribute::from))
        .build()
}

fn body(blocks: impl IntoIterator<Item = Block>) -> Body {
    blocks.into_iter().collect()
}

fn json_of(body: &Body) -> Value {
    serde_json::from_str(&to_json(body, "").unwrap()).unwrap()
}

fn input_as_json(input: Expression) -> Value {
    json_of(&body([resource([("input", input)])]))["resource"]["terraform_data"]["x"]["input"]
        .clone()
}

fn error(body: &Body) -> String {
    let json = format!("{:#}", to_json(body, "").unwrap_err());
    assert_eq!(
        json,
        format!("{:#}", to_hcl(body, "").unwrap_err()),
        "both formats refuse the same"
    );
    json
}

fn input_error(input: Expression) -> String {
    error(&body([resource([("input", input)])]))
}

#[test]
fn trap_1_literal_text_never_becomes_an_interpolation() {
    let text = "arn:${aws:username}$${b} %{if}";
    assert_eq!(input_as_json(text.into()), "arn:$${aws:username}$$${b} %%{if}");
    assert_eq!(input_as_json(map(vec![("${k}", "v".into())])), json!({"$${k}": "v"}));
    let native = to_hcl(&body([resource([("input", text.into())])]), "").unwrap();
    assert!(native.contains(r#"input = "arn:$${aws:username}$$${b} %%{if}""#), "{native}");
}

#[test]
fn trap_2_references_are_bare_only_where_terraform_wants_them_so() {
    let addresses = Expression::Array(vec![reference("aws_vpc.main"), reference("module.a.b[0]")]);
    let lifecycle = Block::builder("lifecycle")
        .add_attribute(("ignore_changes", Expression::Array(vec![reference("tags[\"a\"]")])))
        .add_attribute(("replace_triggered_by", addresses.clone()))
        .add_attribute(("depends_on", addresses.clone()));
    let block = Block::builder("resource")
        .add_labels(["terraform_data", "x"])
        .add_attribute(("provider", reference("aws.west")))
        .add_attribute(("depends_on", addresses.clone()))
        .add_attribute((
            "tags",
            map(vec![("provider", reference("var.p")), ("depends_on", addresses)]),
        ))
        .add_block(
            Block::builder("setting").add_attribute(("provider", reference("aws.west"))).build(),
        )
        .add_block(lifecycle.build());
    let list = FuncCall::builder("list").arg(Variable::new("string").unwrap()).build();
    let variable = Block::builder("variable").add_label("v").add_attribute(("type", list));
    let locals = Block::builder("locals").add_attribute(("depends_on", reference("var.v")));
    let providers = map(vec![("aws", reference("aws.west"))]);
    let module = Block::builder("module").add_label("m").add_attribute(("providers", providers));

    let bare = json!(["aws_vpc.main", "module.a.b[0]"]);
    let interpolated = json!(["${aws_vpc.main}", "${module.a.b[0]}"]);
    assert_eq!(
        json_of(&body([block.build(), variable.build(), locals.build(), module.build()])),
        json!({
            "resource": {"terraform_data": {"x": {
                "provider": "aws.west",
                "depends_on": bare,
                "tags": {"provider": "${var.p}", "depends_on": interpolated},
                "setting": {"provider": "${aws.west}"},
                "lifecycle": {
                    "ignore_changes": ["tags[\"a\"]"],
                    "replace_triggered_by": bare,
                    "depends_on": interpolated,
                },
            }}},
            "variable": {"v": {"type": "list(string)"}},
            "locals": {"depends_on": "${var.v}"},
            "module": {"m": {"providers": {"aws": "aws.west"}}},
        })
    );
}

#[test]
fn trap_3_equals_signs_stand_as_terraform_fmt_puts_them() {
    let body = Body::builder()
        .add_attribute(("a", 1))
        .add_attribute(("longer", true))
        .add_attribute(("object", map(vec![("k", 1.into()), ("with space", 2.into())])))
        .add_attribute(("b", Expression::Array(vec![map(vec![("x", 1.into())])])))
        .add_attribute(("cc", map(vec![])))
        .add_attribute((
            "d",
            FuncCall::builder("jsonencode").arg(map(vec![("x", 1.into())])).build(),
        ))
        .add_block(Block::new("empty"))
        .add_block(
            Block::builder("block").add_label("l").add_attribute(("e", Expression::Null)).build(),
        )
        .build();
    assert_eq!(
        to_hcl(&body, "Generated.\n\nDo not edit.").unwrap(),
        r#"# Generated.
#
# Do not edit.

a      = 1
longer = true
object = {
  k            = 1
  "with space" = 2
}
b = [
  {
    x = 1
  },
]
cc = {}
d = jsonencode({
  x = 1
})

empty {}

block "l" {
  e = null
}
"#
    );
}

#[test]
fn trap_4_the_declared_order_is_kept() {
    let block = |kind: &str, label: &str| Block::builder(kind).add_label(label).build();
    assert_eq!(
        to_json(&body([block("z", "2"), block("a", "1"), block("z", "1")]), "Generated.").unwrap(),
        r#"{
  "//": "Generated.",
  "z": {
    "2": {},
    "1": {}
  },
  "a": {
    "1": {}
  }
}
"#
    );
}

#[test]
fn trap_5_a_template_with_quotes_and_newlines_is_the_same_in_both_formats() {
    let source = "l1\n\"q\" \\ $${esc} ${join(\"\\n\", var.x)}";
    assert_eq!(input_as_json(template(source)), source);
    let body = body([resource([("input", template(source))])]);
    let native = to_hcl(&body, "").unwrap();
    assert!(native.contains(r#"input = "l1\n\"q\" \\ $${esc} ${join("\n", var.x)}""#), "{native}");
    assert_eq!(hcl::parse(&native).unwrap(), body);
}

#[test]
fn a_comment_key_inside_a_map_is_a_real_key() {
    assert_eq!(input_as_json(map(vec![("//", "kept".into())])), json!({"//": "kept"}));
}

#[test]
fn repeated_blocks_become_an_array_and_a_single_one_an_object() {
    let rule = |n: i32| Block::builder("rule").add_attribute(("n", n)).build();
    let aws = |region: &str| {
        Block::builder("provider").add_label("aws").add_attribute(("region", region)).build()
    };
    assert_eq!(
        json_of(&body([
            aws("us-east-1"),
            aws("us-west-2"),
            rule(1),
            rule(2),
            Block::new("single")
        ])),
        json!({
            "provider": {"aws": [{"region": "us-east-1"}, {"region": "us-west-2"}]},
            "rule": [{"n": 1}, {"n": 2}],
            "single": {},
        })
    );
}

#[test]
fn operands_keep_their_grouping() {
    let sum = BinaryOp::new(reference("local.a"), BinaryOperator::Plus, reference("local.b"));
    let product = Expression::from(BinaryOp::new(sum, BinaryOperator::Mul, -1));
    assert_eq!(input_as_json(product.clone()), "${(local.a + local.b) * -1}");
    assert_eq!(
        input_as_json(Traversal::builder(product).attr("x").build().into()),
        "${((local.a + local.b) * -1).x}"
    );
}

#[test]
fn what_is_declared_twice_is_refused_by_name() {
    let twice = body([resource([("input", 1.into()), ("input", 2.into())])]);
    assert_eq!(error(&twice), "in resource.terraform_data.x: the argument `input` is set twice");

    let keys =
        [ObjectKey::from(Identifier::new("k").unwrap()), ObjectKey::from("k")].map(|key| (key, 1));
    assert_eq!(
        input_error(Expression::Array(vec![Expression::from_iter(keys)])),
        "in resource.terraform_data.x: in the argument `input`: the key `k` is set twice"
    );
    assert_eq!(
        error(&body([resource([]), resource([])])),
        "resource.terraform_data.x is declared twice"
    );

    let both = Body::builder().add_attribute(("a", 1)).add_block(Block::new("a")).build();
    assert_eq!(error(&both), "`a` is both an argument and a block");
}

#[test]
fn what_one_of_the_formats_cannot_say_is_refused_by_both() {
    let heredoc = Heredoc::new(Identifier::new("EOT").unwrap(), "a\n");
    assert!(input_error(heredoc.into()).contains("heredocs are not supported"));
    assert!(
        input_error(template("%{ if a }b%{ endif }"))
            .contains("use a conditional in `%{ if a }b%{ endif }`")
    );
    assert!(input_error(template("${")).contains("`${` is not a template"));

    let provisioner = Block::builder("provisioner").add_label("local-exec").build();
    assert!(error(&body([provisioner])).contains("provisioners are not supported"));
    let labelled = Block::builder("a").add_label("l").build();
    assert!(
        error(&body([Block::new("a"), labelled]))
            .contains("`a` blocks differ in their number of labels")
    );
    let escaped = Block::builder("a").add_label("${l}").build();
    assert!(error(&body([escaped])).contains("the label `${l}` of a `a` block is not a name"));
    let module = Block::builder("module")
        .add_label("m")
        .add_attribute(("source", template("a${b}")))
        .build();
    assert!(error(&body([module])).contains("without interpolation"));
}

#[test]
fn a_format_names_its_files_and_renders_them() {
    let body = Body::builder().add_attribute(("a", 1)).build();
    assert_eq!((Format::Json.extension(), Format::Hcl.extension()), ("tf.json", "tf"));
    assert_eq!(Format::Json.render(&body, "h").unwrap(), to_json(&body, "h").unwrap());
    assert_eq!(Format::Hcl.render(&body, "h").unwrap(), to_hcl(&body, "h").unwrap());
}
