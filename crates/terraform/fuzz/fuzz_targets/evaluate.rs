//! Any text as an expression, evaluated where no name is known.
#![no_main]

use libfuzzer_sys::fuzz_target;
use terraform::budget::Budget;
use terraform::eval::Evaluator;
use terraform::names::NoNames;
use terraform::read::native::{self, Where};
use terraform::source::Span;

fuzz_target!(|input: &[u8]| {
    let text = String::from_utf8_lossy(input);
    if let Ok(expr) = native::expression(&text, Where::Within(Span::NONE)) {
        _ = Evaluator::new(&NoNames, &Budget::new(1 << 22)).evaluate(&expr);
    }
});
