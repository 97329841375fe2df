use super::*;
use crate::names::NoNames;
use crate::read::native::{Where, expression};

fn value(text: &str) -> Result<Value, Vec<Diagnostic>> {
    let expr = expression(text, Where::Within(Span::NONE)).map_err(|fault| vec![*fault])?;
    Evaluator::new(&NoNames, &Budget::default()).evaluate(&expr)
}

#[test]
fn no_number_makes_it_panic() {
    for text in
        ["5 % 0", "(-9223372036854775807 - 1) % -1", "1 / 0", "0 / 0", "1e999999999", "-(1/0) + 1/0", "[1][1e300]"]
    {
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
    fn resolve(&self, root: &str, _: &[crate::expr::Step], _: Span) -> crate::read::Result<(Value, usize)> {
        let number: usize = root[1..].parse().unwrap();
        let text = match number {
            0 => "1".into(),
            _ => format!("true ? [for v in [x{}] : \"${{v}}\" == \"\" ? v : try(v, [v])] : []", number - 1),
        };
        let expr = expression(&text, Where::Within(Span::NONE))?;
        let value = Evaluator::new(self, self.0).evaluate(&expr).map_err(|mut faults| Box::new(faults.remove(0)))?;
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
    assert_eq!(faults[0].detail, "Expressions, and the values that they refer to, are nested too deeply.");
}

#[test]
fn five_hundred_operators_are_no_more_than_the_stack_bears() {
    let text = vec!["1"; 500].join(" + ");
    assert_eq!(value(&text).unwrap(), Value::integer(500));
    let text = format!("{}1{}", "[".repeat(90), "]".repeat(90));
    assert!(value(&text).is_ok());
}
