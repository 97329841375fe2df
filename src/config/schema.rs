//! The JSON Schemas of the types of settings.
//!
//! Each type tells its limits once: its check, its errors and its schema are written beside each
//! other, or are one.

use schemars::{Schema, json_schema};

/// Where a schema keeps its rule in words, until [`json_schema`] puts the words into the
/// description.
pub(super) const ALLOWED: &str = "x-allowed";

/// The schema of one of several words, each with the lines of its documentation.
pub(super) fn words(words: &[(&str, &[&str])]) -> Schema {
    let meanings: Vec<_> =
        words.iter().map(|(_, lines)| lines.concat().trim().to_owned()).collect();
    let words: Vec<_> = words.iter().map(|(word, _)| *word).collect();
    // What each word means, where taplo (the language server of editors' TOML extensions) looks for
    // it.
    json_schema!({
        "type": "string", "enum": words, "x-taplo": { "docs": { "enumValues": meanings } }
    })
}
