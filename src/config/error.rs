//! What is wrong with a configuration, said so that its author can fix it.

use super::report;
use crate::naming::Suffix;
use std::{fmt, io, ops::Range, path::PathBuf};
use thiserror::Error;

/// Why a configuration cannot be used.
#[derive(Debug, Error)]
pub enum ConfigError {
    /// The file cannot be read.
    #[error("cannot read the configuration {path}: {why}; name an existing TOML file, or leave --config out", path = .path.display())]
    Read {
        /// The file.
        path: PathBuf,
        /// Why.
        why: io::Error,
    },
    /// The file is not UTF-8.
    #[error("{path}: {why}", path = .path.display())]
    Encoding {
        /// The file.
        path: PathBuf,
        /// What it is, and what to do.
        why: String,
    },
    /// The file can be read, but not used.
    #[error("{}", report::plain(.path, .text, .problems))]
    Invalid {
        /// The file.
        path: PathBuf,
        /// What is in it.
        text: String,
        /// Everything found wrong, in the order of the file.
        problems: Vec<Problem>,
    },
    /// The file has environments, but not this one.
    #[error("{path} has no environment {suffix:?};{} defined: {}", did_you_mean(.suffix.as_str(), .defined), .defined.join(", "), suffix = .suffix.as_str(), path = .path.display())]
    UnknownEnvironment {
        /// The file.
        path: PathBuf,
        /// The one asked for.
        suffix: Suffix,
        /// The ones it has.
        defined: Vec<String>,
    },
    /// Every environment is asked for, but the file describes a single one without a name.
    #[error("{path} defines no environments; add tables such as [environments.staging], or say which one it is: --suffix", path = .path.display())]
    NoEnvironments {
        /// The file.
        path: PathBuf,
    },
}

impl ConfigError {
    /// The error as a terminal shows it, with colours.
    pub fn styled(&self) -> Option<String> {
        match self {
            Self::Invalid { path, text, problems } => Some(report::styled(path, text, problems)),
            _ => None,
        }
    }
}

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
        Self { key: key.into(), reason: reason.to_owned(), help: help.map(str::to_owned), ..Self::default() }
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

/// Parts a message at the first semicolon outside quotes; what an operator wrote stands in quotes.
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

/// How much of a value is repeated in a message, in characters.
const LONGEST: usize = 80;

/// A value in quotes; the beginning of one that is long.
pub(super) fn quoted(value: &str) -> String {
    match value.char_indices().nth(LONGEST) {
        None => format!("{value:?}"),
        Some((end, _)) => format!("{:?}… ({} characters)", &value[..end], value.chars().count()),
    }
}

/// A word that is none of the allowed ones.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("{} is not known;{} allowed: {allowed}", quoted(.word), did_you_mean(.word, .candidates))]
pub struct UnknownWord {
    word: String,
    candidates: Vec<String>,
    allowed: String,
}

impl UnknownWord {
    pub(super) fn new<S: Into<String>>(word: &str, candidates: impl IntoIterator<Item = S>) -> Self {
        let candidates: Vec<_> = candidates.into_iter().map(Into::into).collect();
        let allowed = candidates.join(", ");
        Self { word: word.to_owned(), candidates, allowed }
    }

    /// The same, with the candidates told in fewer words.
    pub(super) fn with_allowed(self, allowed: String) -> Self {
        Self { allowed, ..self }
    }
}

/// How alike two words must be for one to be a slip of the other.
const ALIKE: f64 = 0.7;

fn did_you_mean(word: &str, allowed: &[String]) -> String {
    let likeness = |candidate: &String| strsim::jaro_winkler(word, candidate);
    let nearest = allowed.iter().max_by(|a, b| likeness(a).total_cmp(&likeness(b)));
    nearest
        .filter(|candidate| likeness(candidate) >= ALIKE)
        .map_or_else(String::new, |candidate| format!(" did you mean {candidate:?}?"))
}
