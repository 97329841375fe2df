//! Hints for TOML syntax errors that people often make, by what the parser expected and what it
//! found.

use std::ops::Range;

use super::problem::{Position, Problem};

/// Why a text is not TOML, with what to do where that is known.
pub(super) fn problem(text: &str, message: &str, span: Option<Range<usize>>) -> Problem {
    let help = span.as_ref().and_then(|span| hint(text, message, span));
    let place = span.map(|span| Position::new(text, span));
    Problem { place, help, ..Problem::new("", format!("not valid TOML: {message}")) }
}

fn hint(text: &str, message: &str, span: &Range<usize>) -> Option<String> {
    let start = text.get(..span.start)?.rfind('\n').map_or(0, |at| at + 1);
    let line = text.get(start..)?.lines().next().unwrap_or_default().trim();
    let value = line.split_once('=').map_or("", |(_, value)| value.trim());
    let at = text.get(span.start..)?;
    let says = |words: &str| message.contains(words);
    let hint = if line.starts_with('{') {
        "this is JSON; in TOML a setting is written `key = value`, below the name of its table in \
         brackets"
    } else if line.starts_with("//") || line.starts_with("--") {
        "a comment begins with `#`"
    } else if says("duplicate key") {
        "each key, and each table, is written once: put its settings together"
    } else if value.starts_with(['\u{201c}', '\u{201d}', '\u{2018}', '\u{2019}']) {
        "write straight quotes, `\"`, as a text editor for programs does"
    } else if value.ends_with(';') {
        "remove the semicolon: a line ends without one"
    } else if ["null", "nil", "None"].contains(&value) {
        "TOML has no null: remove the key, and its default holds"
    } else if ["true", "false"].contains(&value.to_lowercase().as_str()) {
        "write true or false in lower case"
    } else if line.ends_with('=') {
        "write a value after `=`, or remove the key"
    } else if says("leading zero") {
        "write a number without leading zeros, and a text in quotes"
    } else if says("must be quoted") {
        return Some(format!("write the text in quotes: \"{}\"", value.trim_matches(['"', '\''])));
    } else if says("invalid basic string") || says("invalid literal string") {
        "end the text with the quote that it begins with, on the same line"
    } else if says("escape") {
        "write `\\\\` for a backslash, or put the text in single quotes"
    } else if says("unclosed table") {
        return Some(format!("close the name of the table: {line}]"));
    } else if says("missing comma") {
        "put a comma between two items"
    } else if says("unclosed array") {
        "end the list with `]`"
    } else if says("unexpected key or value") && at.starts_with(',') {
        "remove the comma: a line ends without one"
    } else if says("unexpected key or value") {
        "write each setting on a line of its own"
    } else if says("key with no value") && line.contains(':') && !line.contains('=') {
        let (key, value) = line.split_once(':')?;
        return Some(format!("write `=` instead of `:`: {} = {}", key.trim(), value.trim()));
    } else if says("key with no value") && value.is_empty() {
        return Some(format!("give it a value: {line} = …"));
    } else if says("key with no value") {
        "write the key as one word, with `_` and without spaces or quotes"
    } else {
        return None;
    };
    Some(hint.to_owned())
}
