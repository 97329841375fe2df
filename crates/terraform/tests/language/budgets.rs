//! Whatever is written, the evaluation ends: with a value, or with what is wrong, within what may be spent.

use std::cell::RefCell;
use std::collections::HashMap;
use std::path::Path;
use std::time::{Duration, Instant};

use proptest::prelude::*;
use terraform::diagnostic::Diagnostic;
use terraform::eval::{Budget, Evaluator};
use terraform::expr::{Expr, Step};
use terraform::names::{Names, NoNames};
use terraform::read::native::{self, Where};
use terraform::source::Span;
use terraform::value::Value;

use crate::generate::Generator;

fn parsed(text: &str) -> Option<Expr> {
    native::expression(text, Where::Within(Span::NONE)).ok()
}

/// Pieces of which most rows are no expressions, some are, and a few are malicious.
const PIECES: &[&str] = &[
    "[for x in ",
    " : ",
    "range(1024)",
    "]",
    "[",
    "(",
    ")",
    "\"${",
    "}\"",
    "x",
    ", ",
    "...",
    "[*]",
    ".a",
    "{",
    "}",
    " = ",
    "a",
    "1",
    "-",
    "/",
    "%",
    "1e9",
    "pow(9, 999)",
    "replace(",
    "\"a\"",
    "\"\"",
    "setproduct(",
    "format(\"%9999s\", 1)",
    "jsonencode(",
    "try(",
    "null",
    " ? ",
    "\"%{ for y in ",
    "%{ endfor }\"",
    "flatten(",
    "indent(99999, \"\\n\")",
    "join(",
    "sort(",
    "<<EOT\n",
    "\nEOT\n",
    "regexall(",
    "sha512(",
    "merge(",
    "!",
    " == ",
    "repeat",
    "strrev(",
    "yamldecode(\"&a [*a]\")",
    "jsondecode(",
    "cidrsubnets(\"10.0.0.0/8\", ",
    "parseint(\"z\", 36)",
    "range(0, 1e9)",
    "title(",
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]

    #[test]
    fn any_row_of_pieces_ends_without_a_panic(row in proptest::collection::vec(0..PIECES.len(), 1..30)) {
        let text: String = row.into_iter().map(|piece| PIECES[piece]).collect();
        if let Some(expr) = parsed(&text) {
            let _ = Evaluator::new(&NoNames, &Budget::new(1 << 22)).evaluate(&expr);
        }
    }

    #[test]
    fn an_expression_means_the_same_whatever_is_left_to_spend(seed in any::<u64>()) {
        let text = Generator::new(seed).expression();
        let expr = parsed(&text).ok_or_else(|| TestCaseError::fail(text.clone()))?;
        let with = |units| Evaluator::new(&NoNames, &Budget::new(units)).evaluate(&expr);
        if let Ok(value) = with(2_000) {
            prop_assert_eq!(with(1 << 30).ok(), Some(value));
        }
    }
}

/// Local values by name, each once.
struct Locals<'a> {
    written: HashMap<String, Expr>,
    known: RefCell<HashMap<String, Value>>,
    budget: &'a Budget,
}

impl Names for Locals<'_> {
    fn resolve(&self, root: &str, _: &[Step], span: Span) -> Result<(Value, usize), Box<Diagnostic>> {
        if let Some(value) = self.known.borrow().get(root) {
            return Ok((value.clone(), 0));
        }
        let expr = self.written.get(root).ok_or_else(|| Diagnostic::new(span, "Invalid reference", root))?;
        let value =
            Evaluator::new(self, self.budget).evaluate(expr).map_err(|mut faults| Box::new(faults.remove(0)))?;
        self.known.borrow_mut().insert(root.into(), value.clone());
        Ok((value, 0))
    }

    fn folder(&self) -> &Path {
        Path::new("")
    }

    fn readable(&self) -> &Path {
        Path::new("")
    }
}

/// Sixty local values, each made of the one before, ten times over: `{}` stands for it.
fn laughs(form: &str) -> Vec<Diagnostic> {
    let written = (1..60).map(|number| {
        let text = form.replace("{}", &format!("x{}", number - 1));
        (format!("x{number}"), parsed(&text).unwrap_or_else(|| panic!("{text}")))
    });
    let first = ("x0".to_string(), parsed("\"ha\"").unwrap());
    let budget = Budget::new(1 << 24);
    let locals = Locals { written: written.chain([first]).collect(), known: RefCell::default(), budget: &budget };
    Evaluator::new(&locals, &budget).evaluate(&parsed("x59").unwrap()).unwrap_err()
}

#[test]
fn values_that_grow_tenfold_with_each_line_end_at_the_budget() {
    let began = Instant::now();
    for form in [
        "[{}, {}, {}, {}, {}, {}, {}, {}, {}, {}]",
        "\"${{}}${{}}${{}}${{}}${{}}${{}}${{}}${{}}${{}}${{}}\"",
        "{ a = {}, b = {}, c = {}, d = {}, e = {}, f = {}, g = {}, h = {}, i = {}, j = {} }",
        "[for i in range(10) : {}]",
        "\"%{ for i in range(10) }${{}}%{ endfor }\"",
        "join(\"\", [{}, {}, {}, {}, {}, {}, {}, {}, {}, {}])",
        "replace({}, \"h\", \"hhhhhhhhhh\")",
        "jsonencode([{}, {}, {}, {}, {}, {}, {}, {}, {}, {}])",
        "format(\"%s%s%s%s%s%s%s%s%s%s\", {}, {}, {}, {}, {}, {}, {}, {}, {}, {})",
    ] {
        let faults = laughs(form);
        let said = faults[0].to_string();
        assert!(
            said.contains("takes more to evaluate") || said.contains("the most that is evaluated"),
            "{form}: {said}"
        );
    }
    assert!(began.elapsed() < Duration::from_secs(60), "{:?}", began.elapsed());
}
