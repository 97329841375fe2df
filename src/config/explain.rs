//! Turns serde's errors about values into messages for operators.

use super::{keys::Keys, problem::Problem};

/// The problem with the key at `path`, where the settings of an environment begin; `key` is its
/// path in the file.
pub(super) fn problem(key: &str, path: &[String], message: &str) -> Problem {
    let mut problem = Problem::new(key, message_of(path, message));
    problem.note = Keys::known().purpose(path);
    problem
}

fn message_of(path: &[String], message: &str) -> String {
    let (found, expected) = message.rsplit_once(", expected ").unwrap_or((message, ""));
    if message.starts_with("unknown field") {
        format!("unknown key; {}", Keys::known().instead_of(path))
    } else if let Some(missing) = between_backticks(message, "missing field ") {
        format!("{missing} is missing; add it, or leave the whole table out")
    } else if let Some(found) = found.strip_prefix("invalid type: ") {
        format!("{} is of the wrong type; allowed: {}", without_backticks(found), in_toml(expected))
    } else if let Some(length) = found.strip_prefix("invalid length ") {
        format!("{length} values are given; allowed: {}", in_toml(expected))
    } else if let Some(found) = found.strip_prefix("invalid value: ") {
        format!("{} is not allowed; allowed: {}", without_backticks(found), in_toml(expected))
    } else {
        message.to_owned()
    }
}

fn between_backticks<'a>(message: &'a str, before: &str) -> Option<&'a str> {
    message.strip_prefix(before)?.split('`').nth(1)
}

/// serde puts numbers between backticks, and texts between quotes.
fn without_backticks(found: &str) -> String {
    if found.ends_with('`') { found.replace('`', "") } else { found.to_owned() }
}

fn in_toml(expected: &str) -> String {
    match (expected, expected.strip_prefix("an array of length ")) {
        ("a boolean", _) => "true or false".to_owned(),
        ("a string", _) => "a text in quotes".to_owned(),
        ("a sequence", _) => "a list in brackets".to_owned(),
        ("u32", _) => "a whole number".to_owned(),
        (_, Some(length)) => format!("a list of exactly {length}"),
        (other, None) => other.to_owned(),
    }
}
