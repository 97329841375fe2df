//! What `text!` joins is, evaluated, exactly its parts one after the other, in both of Terraform's
//! syntaxes.

use hcl::eval::{Context, Evaluate};
use hcl::expr::TemplateExpr;
use hcl::{Attribute, Body, Expression, Structure};
use proptest::prelude::*;
use terraform::render::{to_hcl, to_json};
use terraform::text;
use terraform::tf::attr::Argument;
use terraform::tf::{Attr, Expression as TfExpression, Number, Ref, call};

fn x() -> Ref<String> {
    Ref::variable("x")
}

fn body(text: Attr<String>) -> Body {
    Body(vec![Structure::from(Attribute::new("input", text.expression().unwrap()))])
}

/// The value Terraform would give the argument of a `.tf` file, where `var.x` is `X`.
fn from_native(body: &Body) -> String {
    let source = to_hcl(body, "").unwrap();
    value(hcl::parse(&source).unwrap().attributes().next().unwrap().expr())
}

/// The same for a `.tf.json` file: every string in it is a template.
fn from_json(body: &Body) -> String {
    let json: serde_json::Value = serde_json::from_str(&to_json(body, "").unwrap()).unwrap();
    value(&TemplateExpr::QuotedString(json["input"].as_str().unwrap().to_owned()).into())
}

fn value(expression: &Expression) -> String {
    let mut context = Context::new();
    context.declare_var("var", hcl::value!({ "x" = "X" }));
    expression.evaluate(&context).unwrap().as_str().unwrap().to_owned()
}

fn assert_value(text: Attr<String>, expected: &str) {
    let body = body(text);
    assert_eq!(from_native(&body), expected, "as .tf: {}", to_hcl(&body, "").unwrap());
    assert_eq!(from_json(&body), expected, "as .tf.json: {}", to_json(&body, "").unwrap());
}

#[test]
fn literals_alone_are_a_plain_string() {
    assert!(matches!(text!("a", "-".to_owned(), "${b}"), Attr::Value(text) if text == "a-${b}"));
}

#[test]
fn references_are_filled_in() {
    assert_value(text!("arn:", x(), ":key/", &x(), "/*"), "arn:X:key/X/*");
    assert_value(
        text!(&Attr::<String>::from("a"), &Attr::<String>::from(x()), Attr::<Number>::from(7_u8)),
        "aX7",
    );
}

#[test]
fn template_markers_in_literals_stand_for_themselves() {
    assert_value(
        text!("${var.x}%{if}", x(), "${aws:username}%{"),
        "${var.x}%{if}X${aws:username}%{",
    );
}

#[test]
fn a_dollar_or_percent_before_an_interpolation_does_not_escape_it() {
    for signs in ["$", "%", "$$", "%%", "$%$", "a$$$"] {
        assert_value(text!(signs, x()), &format!("{signs}X"));
        assert_value(text!("a${", signs, x(), signs), &format!("a${{{signs}X{signs}"));
    }
}

#[test]
fn quotes_and_newlines_are_kept() {
    assert_value(text!("say \"hi\"\n\t", x(), "\"\n"), "say \"hi\"\n\tX\"\n");
}

#[test]
fn a_joined_text_can_be_part_of_another() {
    let inner = || text!("a$", x(), "\"b\" ${c} $");
    assert_value(text!(inner(), x()), "a$X\"b\" ${c} $X");
    assert_value(text!(inner(), "{d}"), "a$X\"b\" ${c} ${d}");
    assert_value(text!("$", inner(), inner()), "$a$X\"b\" ${c} $a$X\"b\" ${c} $");
}

#[test]
fn a_function_call_can_be_part_of_a_text() {
    let arguments = [TfExpression::from("%s \"q\""), x().into_expression()];
    let body = body(text!("a-", call::<String>("format", arguments)));
    assert_eq!(to_hcl(&body, "").unwrap(), "input = \"a-${format(\"%s \\\"q\\\"\", var.x)}\"\n");
}

#[test]
fn an_element_of_a_list_can_be_part_of_a_text() {
    let element: Ref<String> = Ref::<Vec<String>>::variable("x").at(0);
    assert_eq!(to_hcl(&body(text!("a-", element)), "").unwrap(), "input = \"a-${var.x[0]}\"\n");
}

proptest! {
    #[test]
    fn any_literals_are_kept(parts in prop::collection::vec("[a${}%\"~ \n]{0,6}", 3)) {
        let [a, b, c] = <[String; 3]>::try_from(parts).unwrap();
        let expected = format!("{a}X{b}X{c}");
        assert_value(text!(a.clone(), x(), text!(b.clone(), x()), c.clone()), &expected);
        assert_value(text!(text!(a, x(), b), x(), c), &expected);
    }
}
