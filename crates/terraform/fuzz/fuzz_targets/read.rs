//! Any text as a file of each syntax, and as a template.
#![no_main]

use libfuzzer_sys::fuzz_target;
use terraform::read::{json, native};
use terraform::source::{Source, Sources};

fuzz_target!(|input: &[u8]| {
    let text = String::from_utf8_lossy(input);
    let mut sources = Sources::default();
    let file = sources.add(Source::new("fuzzed.tf", &*text));
    let readings = [
        native::body(&text, file).map(drop),
        json::body(&text, file).map(drop),
        json::values(&text, file).map(drop),
    ];
    for problem in readings.into_iter().filter_map(Result::err) {
        // What is wrong has a place in the file, and can be shown.
        assert!(sources.place(problem.span).is_some(), "{problem}");
    }
    _ = native::template(&text, native::Where::File(file));
});
