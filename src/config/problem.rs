//! [`Problem`]: one error in a configuration, and its place.

use std::{fmt, ops::Range};

/// A place in a file.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// Line, from 1.
    pub line: usize,
    /// Character of the line, from 1.
    pub column: usize,
    pub(super) start: usize,
    pub(super) end: usize,
}

impl Position {
    pub(super) fn new(text: &str, span: Range<usize>) -> Self {
        let before = text.get(..span.start).unwrap_or(text);
        let of_line = before.rsplit('\n').next().unwrap_or_default();
        Self {
            line: before.matches('\n').count() + 1,
            column: of_line.chars().count() + 1,
            start: span.start,
            end: span.end,
        }
    }
}

/// One thing wrong with a configuration.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Problem {
    /// Where the culprit is.
    pub place: Option<Position>,
    /// Where the other settings are that it does not go with, and which they are.
    pub others: Vec<(Position, String)>,
    /// The key, `database.backup_window`; empty when the text is not TOML at all.
    pub key: String,
    /// What is wrong.
    pub reason: String,
    /// What is allowed, or what to do.
    pub help: Option<String>,
    /// What the setting is for.
    pub note: Option<String>,
}

impl Problem {
    /// A problem told in one sentence, `reason; what to do`.
    pub(super) fn new(key: impl Into<String>, message: impl AsRef<str>) -> Self {
        let (reason, help) = split(message.as_ref());
        Self {
            key: key.into(),
            reason: reason.to_owned(),
            help: help.map(str::to_owned),
            ..Self::default()
        }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(place) = &self.place {
            write!(f, "line {}, column {}: ", place.line, place.column)?;
        }
        if !self.key.is_empty() {
            write!(f, "{}: ", self.key)?;
        }
        f.write_str(&self.reason)?;
        self.help.iter().try_for_each(|help| write!(f, "; {help}"))
    }
}

/// Parts a message at the first semicolon outside quotes; what an operator wrote is in quotes.
fn split(message: &str) -> (&str, Option<&str>) {
    let (mut quoted, mut escaped) = (false, false);
    for (at, character) in message.char_indices() {
        match character {
            _ if escaped => escaped = false,
            '\\' => escaped = quoted,
            '"' => quoted = !quoted,
            ';' if !quoted => return (&message[..at], Some(message[at + 1..].trim_start())),
            _ => {}
        }
    }
    (message, None)
}
