//! Whatever is written, the evaluation ends: with a value, or with what is wrong, within what may
//! be spent.

use std::cell::RefCell;
use std::collections::HashMap;
use std::path::Path;
use std::time::{Duration, Instant};

use proptest::prelude::*;
use terraform::budget::Budget;
use terraform::configuration::{Configuration, Variables};
use terraform::diagnostic::Diagnostic;
use terraform::eval::Evaluator;
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
    "format(\"%999999d%-99999s\", 1, 2)",
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
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_row_of_pieces_ends_without_a_panic(
        row in proptest::collection::vec(0..PIECES.len(), 1..30)
    ) {
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
    fn resolve(
        &self,
        root: &str,
        _: &[Step],
        span: Span,
    ) -> Result<(Value, usize), Box<Diagnostic>> {
        if let Some(value) = self.known.borrow().get(root) {
            return Ok((value.clone(), 0));
        }
        let expr = self
            .written
            .get(root)
            .ok_or_else(|| Diagnostic::new(span, "Invalid reference", root))?;
        let value = Evaluator::new(self, self.budget)
            .evaluate(expr)
            .map_err(|mut faults| Box::new(faults.remove(0)))?;
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
    let locals = Locals {
        written: written.chain([first]).collect(),
        known: RefCell::default(),
        budget: &budget,
    };
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
        let message = faults[0].to_string();
        assert!(
            message.contains("takes more to evaluate")
                || message.contains("the most that is evaluated"),
            "{form}: {message}"
        );
    }
    assert!(began.elapsed() < Duration::from_secs(60), "{:?}", began.elapsed());
}

/// What takes the place of a piece of an expression: ends of ranges, and what grows.
const EXTREMES: &[&str] = &[
    "-1",
    "1e39000",
    "-1e-39000",
    "9223372036854775807",
    "-9223372036854775808",
    "18446744073709551616",
    "0",
    "-0",
    "1/0",
    "-1/0",
    "\"\"",
    "null",
    "range(1024)",
    "[]",
    "{}",
    "\"\\u0000\"",
    "\"e\\u0301\\u200d\"",
    "terraform_data.u.id",
    "tonumber(null)",
    "[for x in range(99) : range(99)]",
    "0.1",
    "join(\"\", [for x in range(999) : \"aaaaaaaaaa\"])",
    "sensitive(1)",
    "toset([1, null])",
    "\"%s%%%d%*[9]v\"",
    "\"(?i)(a|b)*?\"",
    "\"2020-01-01T00:00:00Z\"",
];

/// `PAYTF_FUZZ=1000000 cargo test -p paytf-terraform --test language changed`
#[test]
fn expressions_of_the_corpus_that_are_changed_at_random_end_without_a_panic() {
    let setting = |name: &str, default: u64| {
        std::env::var(name).ok().and_then(|text| text.parse().ok()).unwrap_or(default)
    };
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/language/corpus");
    let configuration =
        Configuration::read(&folder.join("context"), &Variables::default()).unwrap();
    let cases = std::fs::read_to_string(folder.join("expressions.jsonl")).unwrap();
    let cases = cases.lines().map(|line| serde_json::from_str::<serde_json::Value>(line).unwrap());
    let texts: Vec<String> = cases.map(|case| case["expr"].as_str().unwrap().to_string()).collect();
    let mut state = setting("PAYTF_SEED", 1) | 1;
    let mut below = move |end: usize| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        (state >> 33) as usize % end.max(1)
    };
    let mut parsed_count = 0;
    configuration
        .ask(|names| {
            for _ in 0..setting("PAYTF_FUZZ", 10_000) {
                let text = &texts[below(texts.len())];
                // From one place between words to another.
                let places: Vec<usize> = text
                    .char_indices()
                    .filter(|(_, c)| !c.is_alphanumeric())
                    .flat_map(|(at, c)| [at, at + c.len_utf8()])
                    .chain([0, text.len()])
                    .collect();
                let (a, b) = (places[below(places.len())], places[below(places.len())]);
                let other = &texts[below(texts.len())];
                let piece =
                    if below(3) == 0 { other.as_str() } else { EXTREMES[below(EXTREMES.len())] };
                let changed = format!("({}{piece}{})", &text[..a.min(b)], &text[a.max(b)..]);
                if let Some(expr) = parsed(&changed) {
                    parsed_count += 1;
                    let _ = Evaluator::new(names, &Budget::new(1 << 22)).evaluate(&expr);
                }
            }
        })
        .unwrap();
    assert!(parsed_count > 1000, "{parsed_count}");
}
