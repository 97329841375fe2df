//! What is written is read back: both syntaxes give what was declared. And whatever is read,
//! reading ends, with an answer or an error.

use std::time::{Duration, Instant};

use hcl::{Block, Body, Structure};
use proptest::prelude::*;
use terraform::configuration::{Configuration, Variables};
use terraform::expr::{Base, Expr, Key, Kind, Part, Step};
use terraform::read::{self, Item, declared, json, native};
use terraform::render::{to_hcl, to_json};
use terraform::source::{FileId, Source, Sources};

use crate::round_trip;

fn file() -> FileId {
    Sources::default().add(Source::new("x", ""))
}

/// JSON syntax has `${var.x}` where native syntax has `var.x`, and neither has brackets that change
/// nothing.
fn plain(expr: &Expr) -> Expr {
    let each = |exprs: &[Expr]| exprs.iter().map(plain).collect();
    let boxed = |expr: &Expr| Box::new(plain(expr));
    let kind = match &expr.kind {
        Kind::Template(parts) => match &**parts {
            [Part::Value(value)] => return plain(value),
            parts => Kind::Template(parts.iter().map(plain_part).collect()),
        },
        Kind::Parentheses(inner) => return plain(inner),
        Kind::List(items) => Kind::List(each(items)),
        Kind::Map(entries) => {
            Kind::Map(entries.iter().map(|(key, value)| (plain_key(key), plain(value))).collect())
        }
        Kind::Path(path) => {
            let mut path = path.clone();
            if let Base::Expr(base) = &path.base {
                path.base = Base::Expr(boxed(base));
            }
            path.steps = path.steps.iter().map(plain_step).collect();
            Kind::Path(path)
        }
        Kind::Call(call) => {
            let mut call = call.clone();
            call.arguments = each(&call.arguments);
            Kind::Call(call)
        }
        Kind::If(choice) => {
            let mut choice = choice.clone();
            choice.condition = plain(&choice.condition);
            choice.then = plain(&choice.then);
            choice.otherwise = plain(&choice.otherwise);
            Kind::If(choice)
        }
        Kind::Binary(binary) => {
            let mut binary = binary.clone();
            binary.left = plain(&binary.left);
            binary.right = plain(&binary.right);
            Kind::Binary(binary)
        }
        Kind::Unary(operator, operand) => Kind::Unary(*operator, boxed(operand)),
        other => other.clone(),
    };
    kind.into()
}

fn plain_part(part: &Part) -> Part {
    match part {
        Part::Value(value) => Part::Value(plain(value)),
        other => other.clone(),
    }
}

fn plain_key(key: &Key) -> Key {
    match key {
        Key::Expr(expr) | Key::Template(expr) => Key::Expr(plain(expr)),
        other => other.clone(),
    }
}

fn plain_step(step: &Step) -> Step {
    match step {
        Step::Index(index) => Step::Index(plain(index)),
        other => other.clone(),
    }
}

fn plain_body(body: read::Body) -> read::Body {
    let items = body.items.into_iter().map(|item| match item {
        Item::Attribute(mut attribute) => {
            attribute.value = plain(&attribute.value);
            Item::Attribute(attribute)
        }
        Item::Block(mut block) => {
            block.body = plain_body(block.body);
            Item::Block(block)
        }
    });
    read::Body { items: items.collect() }
}

/// `~` takes whitespace from pieces, and a quoted string has other pieces than a string of JSON.
fn strips(text: &str) -> bool {
    text.contains("{~") || text.contains("~}")
}

proptest! {
    #[test]
    fn native_syntax_is_read_as_it_was_declared(body in round_trip::body()) {
        let written = to_hcl(&body, "Generated.").unwrap();
        prop_assume!(!strips(&written));
        let read = native::body(&written, file()).map_err(
            |e| TestCaseError::fail(format!("{e}\n{written}"))
        )?;
        prop_assert_eq!(
            plain_body(read), plain_body(declared::body(&body).unwrap()), "{}", written
        );
    }

    #[test]
    fn json_syntax_is_read_as_it_was_declared(attributes in round_trip::attributes()) {
        let locals = Block::builder("locals").add_structures(attributes).build();
        let body = Body(vec![Structure::Block(locals)]);
        let written = to_json(&body, "Generated.").unwrap();
        prop_assume!(!strips(&written));
        let read = json::body(&written, file()).map_err(
            |e| TestCaseError::fail(format!("{e}\n{written}"))
        )?;
        prop_assert_eq!(
            plain_body(read), plain_body(declared::body(&body).unwrap()), "{}", written
        );
    }

    #[test]
    fn what_is_nested_or_repeated_however_often_ends(
        part in prop::sample::select(vec![
            "[", "{a=", "(", "\"${", "-", "!", "f(", "a[", "1+", "a.", "a?", "[for x in ", "<<E\n",
            "%{if ", "a ? b : ", "/*", "x[*].", "{", "a=1\n",
            "\"%{if true}", "\"%{for x in y}", "a::", "b \"c\" {\n", "{\"a\":", "[[1],", "\\u",
            "${",
        ]),
        times in 1_usize..20_000,
        end in ".{0,8}",
    ) {
        let text = format!("{}{end}", part.repeat(times.min(60_000 / part.len())));
        let start = Instant::now();
        // Whether there is an answer or an error does not matter here: that it comes does.
        let _ = native::body(&text, file());
        let _ = native::body(&format!("x = {text}"), file());
        let _ = native::template(&text, native::Where::File(file()));
        let _ = json::body(&text, file());
        let _ = json::body(&format!("{{\"locals\":{{\"a\":{text}"), file());
        prop_assert!(
            start.elapsed() < Duration::from_secs(20), "{part:?} {times} times: {:?}",
            start.elapsed()
        );
    }
}

/// Terraform's own bound is its memory; here, what no person writes is refused, and what a program
/// might write is not.
#[test]
fn depth_has_a_bound_and_reasonable_depth_an_answer() {
    let body = |expr: &str| native::body(&format!("x = {expr}\n"), file());
    let nested = |times: usize| format!("{}1{}", "[".repeat(times), "]".repeat(times));
    assert!(body(&nested(80)).is_ok());
    assert_eq!(body(&nested(100_000)).unwrap_err().summary, "Nested too deeply");
    assert!(body(&vec!["1"; 400].join(" + ")).is_ok());
    assert_eq!(body(&vec!["1"; 100_000].join(" + ")).unwrap_err().summary, "Too many operators");
    let json = format!("{{\"locals\":{{\"a\":{}}}}}", nested(100_000));
    assert_eq!(json::body(&json, file()).unwrap_err().summary, "Nested too deeply");
}

/// Evaluating what was just accepted ends too: the deepest expressions there are, in a thread with
/// the stack that threads have.
#[test]
fn the_deepest_accepted_expressions_are_evaluated() {
    let mut expr = "1".to_owned();
    for _ in 0..80 {
        expr = format!("[(1 + {expr} == 1 ? 1 : 2)]");
    }
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(
        folder.path().join("main.tf"),
        format!("locals {{\n  a = {}\n}}\n", vec!["1"; 450].join(" + ")),
    )
    .unwrap();
    let chain = Configuration::read(folder.path(), &Variables::default()).unwrap();
    assert!(chain.instances().is_ok());
    std::fs::write(folder.path().join("main.tf"), format!("locals {{\n  a = {expr}\n}}\n"))
        .unwrap();
    // An error of types is an answer.
    let _ =
        Configuration::read(folder.path(), &Variables::default()).and_then(|deep| deep.instances());
}

/// A generator of the same numbers each time (xorshift): the texts that the fuzzer would make, on
/// stable.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, bound: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % bound.max(1) as u64) as usize
    }
}

/// Real files with pieces cut out, doubled and put elsewhere. (`fuzz/` does the same for hours.)
#[test]
fn spoiled_files_end_in_an_answer_or_an_error() {
    let corpus = super::configurations::texts();
    assert!(corpus.len() > 500, "the corpus is not all there: {}", corpus.len());
    let mut numbers = Numbers(0x5EED);
    for _ in 0..20_000 {
        let mut text: Vec<char> = corpus[numbers.below(corpus.len())].chars().take(2_000).collect();
        let other: Vec<char> = corpus[numbers.below(corpus.len())].chars().take(2_000).collect();
        for _ in 0..=numbers.below(4) {
            let (from, to) = (numbers.below(text.len()), numbers.below(text.len()));
            let (from, to) = (from.min(to), from.max(to));
            match numbers.below(4) {
                0 => drop(text.drain(from..to)),
                1 => {
                    let piece: Vec<char> = text[from..to].to_vec();
                    text.splice(to..to, piece);
                }
                2 if !other.is_empty() => {
                    let start = numbers.below(other.len());
                    let piece: Vec<char> =
                        other[start..].iter().take(numbers.below(40)).copied().collect();
                    text.splice(from..from, piece);
                }
                _ => text.truncate(to),
            }
        }
        let text: String = text.into_iter().collect();
        let _ = native::body(&text, file());
        let _ = native::template(&text, native::Where::File(file()));
        let _ = json::body(&text, file());
    }
}
