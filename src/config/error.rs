//! Errors in a configuration, with what its author needs to fix them.

use super::{problem::Problem, report};
use crate::naming::Suffix;
use std::{io, path::PathBuf};
use thiserror::Error;

/// Why a configuration cannot be used.
#[derive(Debug, Error)]
pub enum ConfigError {
    /// The file cannot be read.
    #[error("cannot read the configuration {path}: {why}; name an existing TOML file, or leave \
             --config out", path = .path.display())]
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
    #[error(
        "{path} has no environment {suffix:?};{} defined: {}",
        did_you_mean(.suffix.as_str(), .defined), .defined.join(", "),
        suffix = .suffix.as_str(), path = .path.display()
    )]
    UnknownEnvironment {
        /// The file.
        path: PathBuf,
        /// The one asked for.
        suffix: Suffix,
        /// The ones it has.
        defined: Vec<String>,
    },
    /// Every environment is asked for, but the file describes a single one without a name.
    #[error("{path} defines no environments; add tables such as [environments.staging], or say \
             which one it is: --suffix", path = .path.display())]
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
    pub(super) fn new<S: Into<String>>(
        word: &str,
        candidates: impl IntoIterator<Item = S>,
    ) -> Self {
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
