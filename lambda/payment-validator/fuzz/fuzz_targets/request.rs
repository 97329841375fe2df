//! Any bytes as a request, and as an event of the whole function.
#![no_main]

use std::io::sink;

use libfuzzer_sys::fuzz_target;
use payment_validator::{Handler, Journal, Level, validate};
use time::macros::datetime;

fuzz_target!(|input: &[u8]| {
    let now = datetime!(2026-11-22 12:00 UTC);
    let decision = validate(input, now);
    assert!(serde_json::to_string(&decision).expect("serializable").len() <= 8_192);
    let mut handler = Handler::new(
        Journal::new(sink(), Level::Error),
        || datetime!(2026-11-22 12:00 UTC),
        String::new(),
    );
    _ = handler.answer("id", input);
});
