//! [`PolicyFile`]: decisions about a stack, and facts that no plan can show: severities of rules,
//! accepted findings, and needed flows and calls.

mod error;
mod inline;
mod suppression;
mod suppression_entry;
mod written;

use std::fs;
use std::path::Path;

use super::Severity;
use super::declared::Declared;
use super::rule::Rule;
pub use error::PolicyFileError;
pub use suppression::Suppressions;
pub use suppression_entry::SuppressionEntry;
use written::Written;

/// A policy file.
#[derive(Debug, Clone, Default)]
pub struct PolicyFile {
    /// What is decided of rules and groups.
    levels: Vec<(String, Level)>,
    /// The findings that are accepted.
    pub suppressions: Suppressions,
    /// The flows and calls that are needed.
    pub declared: Declared,
}

/// How much a rule matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
enum Level {
    Error,
    Warning,
    Off,
}

impl PolicyFile {
    /// The name by which a policy file is found.
    pub const NAME: &'static str = "paytf-verify.toml";

    /// Reads a policy file.
    ///
    /// # Errors
    /// When it cannot be read or says what cannot be meant, with the line.
    pub fn load(path: &Path) -> Result<Self, PolicyFileError> {
        let bytes = fs::read(path)
            .map_err(|source| PolicyFileError::Read { path: path.to_owned(), source })?;
        let text = String::from_utf8(bytes)
            .map_err(|_| PolicyFileError::NotUtf8 { path: path.to_owned() })?;
        Self::parse(path, &text)
    }

    /// Reads the text of a policy file.
    ///
    /// # Errors
    /// When it says what cannot be meant, with the line.
    pub fn parse(path: &Path, text: &str) -> Result<Self, PolicyFileError> {
        Ok(Written::read(path, text)?)
    }

    /// What a finding of this rule means.
    pub fn severity(&self, rule: &Rule) -> Severity {
        match self.level(rule.id) {
            Some(Level::Error) => Severity::Error,
            Some(Level::Warning) => Severity::Warning,
            Some(Level::Off) | None => rule.severity,
        }
    }

    /// Whether this rule is not to run.
    pub fn is_off(&self, rule: &str) -> bool {
        self.level(rule) == Some(Level::Off)
    }

    /// What is decided of a rule: by its own id, else by the longest part of it.
    fn level(&self, rule: &str) -> Option<Level> {
        let named = |(word, _): &&(String, Level)| {
            super::rule_name::names(std::slice::from_ref(word), rule)
        };
        self.levels.iter().filter(named).max_by_key(|(word, _)| word.len()).map(|(_, level)| *level)
    }
}

#[cfg(test)]
mod tests;
