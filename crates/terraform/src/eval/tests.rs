use super::*;
use crate::names::NoNames;
use crate::read::native::{Where, expression};

fn value(text: &str) -> Result<Value, Vec<Diagnostic>> {
    let expr = expression(text, Where::Within(Span::NONE)).map_err(|fault| vec![*fault])?;
    Evaluator::new(&NoNames, &Budget::default()).evaluate(&expr)
}

#[test]
fn no_number_makes_it_panic() {
    for text in [
        "5 % 0",
        "(-9223372036854775807 - 1) % -1",
        "1 / 0",
        "0 / 0",
        "1e999999999",
        "-(1/0) + 1/0",
        "[1][1e300]",
    ] {
        let _ = value(text);
    }
    assert_eq!(value("5 % 0").unwrap(), value("5").unwrap());
    assert!(value("0 / 0").is_err());
}

#[test]
fn an_error_on_the_side_that_is_not_taken_does_not_count_but_its_type_does() {
    assert_eq!(value("true ? 1 : [1][5]").unwrap(), value("1").unwrap());
    assert_eq!(value("true ? 1 : \"a\"").unwrap(), "1".into());
    assert!(value("true ? 1 : !\"x\"").is_err());
}

#[test]
fn a_try_does_not_hide_that_the_budget_is_spent() {
    let mut text = "[1]".to_string();
    for _ in 0..12 {
        text = format!("[for x in [1, 2, 3, 4, 5, 6, 7, 8] : {text}]");
    }
    let expr = expression(&format!("try({text}, 1)"), Where::Within(Span::NONE)).unwrap();
    let faults = Evaluator::new(&NoNames, &Budget::new(1 << 20)).evaluate(&expr).unwrap_err();
    assert_eq!(faults[0].summary, "Expression too large");
}

/// `x5` is `[x4]`, and so on; `x0` is 1.
struct Chain<'a>(&'a Budget);

impl Names for Chain<'_> {
    fn resolve(
        &self,
        root: &str,
        _: &[crate::expr::Step],
        _: Span,
    ) -> crate::read::Result<(Value, usize)> {
        let number: usize = root[1..].parse().unwrap();
        let text = match number {
            0 => "1".into(),
            _ => format!(
                "true ? [for v in [x{}] : \"${{v}}\" == \"\" ? v : try(v, [v])] : []",
                number - 1
            ),
        };
        let expr = expression(&text, Where::Within(Span::NONE))?;
        let value = Evaluator::new(self, self.0)
            .evaluate(&expr)
            .map_err(|mut faults| Box::new(faults.remove(0)))?;
        Ok((value, 0))
    }

    fn folder(&self) -> &std::path::Path {
        std::path::Path::new("")
    }
}

#[test]
fn local_values_that_lead_to_each_other_without_end_are_an_error() {
    let budget = Budget::default();
    let expr = expression("x1000000", Where::Within(Span::NONE)).unwrap();
    let faults = Evaluator::new(&Chain(&budget), &budget).evaluate(&expr).unwrap_err();
    assert_eq!(
        faults[0].detail,
        "Expressions, and the values that they refer to, are nested too deeply."
    );
}

#[test]
fn five_hundred_operators_are_no_more_than_the_stack_bears() {
    let text = vec!["1"; 500].join(" + ");
    assert_eq!(value(&text).unwrap(), Value::integer(500));
    let text = format!("{}1{}", "[".repeat(90), "]".repeat(90));
    assert!(value(&text).is_ok());
}

/// `aws_kms_key.a`: its description is written, everything else is known after apply.
struct Key;

impl Names for Key {
    fn resolve(
        &self,
        root: &str,
        _: &[crate::expr::Step],
        span: Span,
    ) -> crate::read::Result<(Value, usize)> {
        if root != "aws_kms_key" {
            return Err(Diagnostic::new(span, "Reference to undeclared resource", root));
        }
        let known = std::collections::BTreeMap::from([("description".into(), "a key".into())]);
        let unknown = crate::value::Unknown::attribute(
            Type::Dynamic,
            crate::value::Cause::attribute("aws_kms_key.a", ""),
        );
        Ok((
            crate::value::Unknown { attributes: Some(Arc::new(known)), ..unknown.not_null() }
                .into(),
            1,
        ))
    }

    fn folder(&self) -> &std::path::Path {
        std::path::Path::new("")
    }
}

fn with_key(text: &str) -> Value {
    let expr = expression(text, Where::Within(Span::NONE)).unwrap();
    Evaluator::new(&Key, &Budget::default()).evaluate(&expr).unwrap()
}

fn causes(value: &Value) -> Vec<String> {
    value.causes().iter().map(ToString::to_string).collect()
}

#[test]
fn a_policy_with_attributes_that_are_known_after_apply_is_readable_and_says_which_they_are() {
    let policy = with_key(
        "jsonencode({ Action = \"kms:*\", Resource = [aws_kms_key.a.arn, \
         \"${aws_kms_key.a.tags[\"x\"]}/*\"], Sid = aws_kms_key.a.description })",
    );
    assert_eq!(causes(&policy), ["aws_kms_key.a.arn", "aws_kms_key.a.tags[\"x\"]"]);
    let policy = policy.read_json().unwrap();
    assert_eq!(policy.get("Sid").and_then(Value::as_str), Some("a key"));
    let resources = policy.get("Resource").and_then(Value::as_items).unwrap();
    assert_eq!(causes(&resources[0]), ["aws_kms_key.a.arn"]);
    let Value::Template(second) = &resources[1] else { panic!("{:?}", resources[1]) };
    assert_eq!(second.with(|_| "…".into()), "…/*");
}

#[test]
fn what_is_computed_of_an_unknown_value_says_what_it_waits_for() {
    for (text, expected) in [
        ("aws_kms_key.a.policy == \"\"", vec!["aws_kms_key.a.policy"]),
        (
            "length(aws_kms_key.a.x) + length(aws_kms_key.a.y)",
            vec!["aws_kms_key.a.x", "aws_kms_key.a.y"],
        ),
        ("[for x in aws_kms_key.a.grants : x.id]", vec!["aws_kms_key.a.grants"]),
        ("aws_kms_key.a[*].arn", vec!["aws_kms_key.a.arn"]),
        (
            "aws_kms_key.a.multi ? aws_kms_key.a.x : \"y\"",
            vec!["aws_kms_key.a.multi", "aws_kms_key.a.x"],
        ),
        ("upper(try(aws_kms_key.a.arn, \"\"))", vec!["aws_kms_key.a.arn"]),
        ("aws_kms_key.a.description", vec![]),
    ] {
        assert_eq!(causes(&with_key(text)), expected, "{text}");
    }
}
