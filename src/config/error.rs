//! What is wrong with a configuration, said so that its author can mend it.

use std::{fmt, io, path::PathBuf};
use thiserror::Error;

/// Why a configuration cannot be used.
#[derive(Debug, Error)]
pub enum ConfigError {
    /// The file cannot be read.
    #[error("cannot read the configuration {path}: {source}; name an existing TOML file, or leave --config out", path = .path.display())]
    Read {
        /// The file.
        path: PathBuf,
        /// Why.
        source: io::Error,
    },
    /// The file can be read, but not used.
    #[error("{path} cannot be used:{}", list(.problems), path = .path.display())]
    Invalid {
        /// The file.
        path: PathBuf,
        /// Everything found wrong, in the order of the file.
        problems: Vec<Problem>,
    },
}

/// One thing wrong with a configuration.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// Line in the file, from 1.
    pub line: Option<usize>,
    /// The key, `database.backup_window`; empty when the text is not TOML at all.
    pub key: String,
    /// The value, what is allowed and what to do.
    pub message: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(line) = self.line {
            write!(f, "line {line}: ")?;
        }
        if !self.key.is_empty() {
            write!(f, "{}: ", self.key)?;
        }
        f.write_str(&self.message)
    }
}

fn list(problems: &[Problem]) -> String {
    problems.iter().map(|problem| format!("\n  {problem}")).collect()
}

/// A word that is none of the allowed ones.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("{word:?} is not known;{} allowed: {}", did_you_mean(.word, .allowed), .allowed.join(", "))]
pub struct UnknownWord {
    word: String,
    allowed: Vec<String>,
}

impl UnknownWord {
    pub(super) fn new<S: Into<String>>(word: &str, allowed: impl IntoIterator<Item = S>) -> Self {
        Self { word: word.to_owned(), allowed: allowed.into_iter().map(Into::into).collect() }
    }
}

fn did_you_mean(word: &str, allowed: &[String]) -> String {
    const ALIKE: f64 = 0.7;
    let likeness = |candidate: &String| strsim::jaro_winkler(word, candidate);
    let nearest = allowed.iter().max_by(|a, b| likeness(a).total_cmp(&likeness(b)));
    nearest
        .filter(|candidate| likeness(candidate) >= ALIKE)
        .map_or_else(String::new, |candidate| format!(" did you mean {candidate:?}?"))
}
