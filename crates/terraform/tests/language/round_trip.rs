//! Parsing what was rendered gives back the body it was rendered from.

use std::collections::BTreeMap;

use hcl::expr::{Conditional, FuncCall, TemplateExpr};
use hcl::{Attribute, Block, Body, Expression, Identifier, ObjectKey, Structure};
use proptest::collection::{btree_map, vec};
use proptest::prelude::*;
use proptest::sample::select;
use terraform::render::{to_hcl, to_json};

const NASTY: &[&str] = &[
    "a", "\"", "\\", "\\n", "\n", "\t", "\r", "é", "😀", "${", "%{", "}", "{", " ", "\u{1}",
    "\u{7f}", "//", "#", "u0041",
];

/// Literal text of a template. No `$$`: hcl-rs loses an escape there when it prints the template it
/// has parsed.
fn literal() -> impl Strategy<Value = String> {
    vec(select(NASTY), 0..6).prop_map(|parts| parts.concat())
}

fn text() -> impl Strategy<Value = String> {
    vec(select([NASTY, &["$", "%", "$$", "%%"]].concat()), 0..8).prop_map(|parts| parts.concat())
}

fn interpolation() -> impl Strategy<Value = &'static str> {
    select(vec![
        "${var.x}",
        "${join(\"\\n\\\"\", [a.b, \"$${c}${d}\"])}",
        "${~a[0].b[\"k\"]~}",
        "${a ? { b = 1 } : -c}",
    ])
}

fn template() -> impl Strategy<Value = Expression> {
    ("[a-z]", vec((interpolation(), literal()), 1..3)).prop_map(|(start, parts)| {
        let escape = |text: &str| text.replace("${", "$${").replace("%{", "%%{");
        let rest: String = parts
            .iter()
            .map(|(interpolation, text)| format!("{interpolation}{}", escape(text)))
            .collect();
        TemplateExpr::from(start + &rest).into()
    })
}

fn reference() -> impl Strategy<Value = Expression> {
    select(vec![
        "var.x",
        "aws_vpc.main.id",
        "module.a.b[0]",
        "a.*.b",
        "a[*].b",
        "local",
        "(a + b) * -c",
        "!a && b",
    ])
    .prop_map(|source| source.parse().unwrap())
}

fn expression() -> impl Strategy<Value = Expression> {
    let leaf = prop_oneof![
        Just(Expression::Null),
        any::<bool>().prop_map(Expression::from),
        any::<u64>().prop_map(Expression::from),
        any::<f32>().prop_map(|n| Expression::from(f64::from(n).abs())),
        text().prop_map(Expression::from),
        template(),
        reference(),
    ];
    leaf.prop_recursive(4, 24, 4, |inner| {
        prop_oneof![
            vec(inner.clone(), 0..4).prop_map(Expression::Array),
            object(inner.clone()),
            vec(inner.clone(), 0..3).prop_map(|args| args
                .into_iter()
                .fold(FuncCall::builder("f"), |call, arg| call.arg(arg))
                .build()
                .into()),
            (reference(), inner.clone(), inner)
                .prop_map(|(c, a, b)| Conditional::new(c, a, b).into()),
        ]
    })
}

fn object(value: impl Strategy<Value = Expression>) -> impl Strategy<Value = Expression> {
    let key = prop_oneof![
        text(),
        "[a-z]{1,6}",
        select(vec!["for".to_owned(), "null".to_owned(), "//".to_owned()])
    ];
    btree_map(key, value, 0..4)
        .prop_map(|entries| entries.into_iter().map(|(k, v)| (object_key(k), v)).collect())
}

/// Names are written bare where HCL reads them as names.
fn object_key(key: String) -> ObjectKey {
    match Identifier::new(key.as_str()) {
        Ok(name) if key != "for" && key != "null" => name.into(),
        _ => key.into(),
    }
}

pub fn attributes() -> impl Strategy<Value = Vec<Structure>> {
    btree_map("a[a-z]{0,8}", expression(), 0..5).prop_map(|entries: BTreeMap<String, _>| {
        entries.into_iter().map(|e| Attribute::from(e).into()).collect()
    })
}

pub fn body() -> impl Strategy<Value = Body> {
    let leaf = attributes().prop_map(Body::from_iter);
    leaf.prop_recursive(3, 12, 3, |inner| {
        let blocks = btree_map("b[a-z]{0,4}", (vec("[a-z_-]{1,5}", 0..3), inner), 0..3);
        (attributes(), blocks).prop_map(|(attributes, blocks)| {
            let blocks = blocks
                .into_iter()
                .map(|(name, (labels, body))| Block::from((name, labels, body)).into());
            attributes.into_iter().chain(blocks).collect()
        })
    })
}

proptest! {
    #[test]
    fn parsing_the_rendered_native_syntax_gives_the_same_body(body in body()) {
        let native = to_hcl(&body, "Generated.").unwrap();
        let parsed = hcl::parse(&native).map_err(
            |e| TestCaseError::fail(format!("{e}\n{native}"))
        )?;
        prop_assert_eq!(parsed, body, "{}", native);
    }

    #[test]
    fn the_same_body_always_has_a_json_form(body in body()) {
        let json: serde_json::Value = serde_json::from_str(
            &to_json(&body, "Generated.").unwrap()
        ).unwrap();
        let mut names: Vec<_> = body.iter().map(|s| match s {
            Structure::Attribute(attribute) => attribute.key(),
            Structure::Block(block) => block.identifier(),
        }).collect();
        names.insert(0, "//");
        prop_assert_eq!(
            json.as_object().unwrap().keys().map(String::as_str).collect::<Vec<_>>(), names
        );
    }
}
