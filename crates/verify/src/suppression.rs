//! [`Suppressions`]: findings that someone has decided to live with: with a reason, until a day, and never in silence.

use std::fs;
use std::path::{Path, PathBuf};

use schemars::JsonSchema;
use serde::{Deserialize, Serialize, Serializer};
use thiserror::Error;
use toml::value::{Date, Datetime};
use wildmatch::WildMatch;

use super::report::Finding;
use super::rules::rules;
use super::selection::names;

/// The suppressions of a file.
#[derive(Debug, Default)]
pub struct Suppressions(Vec<Suppression>);

/// One suppression.
#[derive(Debug, Clone)]
pub struct Suppression {
    pattern: WildMatch,
    /// What it says.
    pub entry: Entry,
}

/// One suppression as written.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Entry {
    /// A rule's id, or a group's.
    pub rule: String,
    /// The address of a resource, where `*` stands for any text and `?` for one character.
    pub resource: String,
    /// Why the finding is accepted, for whoever reads the report.
    pub reason: String,
    /// The last day on which it counts, as `2027-03-31`.
    #[serde(serialize_with = "as_text")]
    #[schemars(with = "String", extend("format" = "date"))]
    pub expires: Datetime,
}

/// JSON has no days; what TOML makes of them for itself is nothing to a reader.
fn as_text<S: Serializer>(day: &Datetime, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_str(day)
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(default)]
    suppress: Vec<Entry>,
}

/// Why a file of suppressions cannot be used.
#[derive(Debug, Error)]
pub enum SuppressionError {
    /// It cannot be read.
    #[error("{path}: cannot be read: {source}", path = .path.display())]
    Read {
        /// The file.
        path: PathBuf,
        /// Why.
        source: std::io::Error,
    },
    /// It says what cannot be meant.
    #[error("{path}: {problem}", path = .path.display())]
    Invalid {
        /// The file.
        path: PathBuf,
        /// What is wrong, what is allowed, and what to do.
        problem: String,
    },
}

impl Suppressions {
    /// Reads a file.
    ///
    /// # Errors
    /// When it cannot be read, or one of its entries names no rule, no resource, no reason or no day.
    pub fn load(path: &Path) -> Result<Self, SuppressionError> {
        let text =
            fs::read_to_string(path).map_err(|source| SuppressionError::Read { path: path.to_owned(), source })?;
        Self::parse(&text).map_err(|problem| SuppressionError::Invalid { path: path.to_owned(), problem })
    }

    fn parse(text: &str) -> Result<Self, String> {
        let file: File = toml::from_str(text).map_err(|error| error.to_string())?;
        file.suppress.into_iter().map(Suppression::of).collect::<Result<_, _>>().map(Self)
    }

    /// The suppression that covers a finding.
    pub fn covering(&self, finding: &Finding) -> Option<&Suppression> {
        self.0.iter().find(|suppression| {
            names(std::slice::from_ref(&suppression.entry.rule), finding.rule)
                && suppression.pattern.matches(&finding.address)
        })
    }

    /// Those whose last day is before `today`.
    pub fn expired(&self, today: Date) -> impl Iterator<Item = &Entry> {
        self.0.iter().filter(move |suppression| suppression.is_expired(today)).map(|suppression| &suppression.entry)
    }
}

impl Suppression {
    fn of(entry: Entry) -> Result<Self, String> {
        let problem = |key: &str, value: &str, what: &str| format!("suppress.{key} = {value:?}: {what}");
        if !rules().any(|rule| names(std::slice::from_ref(&entry.rule), rule.id)) {
            return Err(problem("rule", &entry.rule, "is no rule and no group; `paytf rules` lists them"));
        }
        if entry.reason.trim().is_empty() {
            return Err(problem("reason", &entry.reason, "must say why the finding is accepted"));
        }
        if entry.expires.date.is_none() || entry.expires.time.is_some() {
            return Err(problem("expires", &entry.expires.to_string(), "must be a day, such as 2027-03-31"));
        }
        Ok(Self { pattern: WildMatch::new(&entry.resource), entry })
    }

    /// Whether its last day is before `today`.
    pub fn is_expired(&self, today: Date) -> bool {
        self.entry
            .expires
            .date
            .is_none_or(|last| (last.year, last.month, last.day) < (today.year, today.month, today.day))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn problem(text: &str) -> String {
        Suppressions::parse(text).unwrap_err()
    }

    fn entry(key: &str, value: &str) -> String {
        let mut entry =
            [("rule", "\"zone\""), ("resource", "\"*\""), ("reason", "\"signed\""), ("expires", "2999-12-31")];
        entry.iter_mut().filter(|(name, _)| *name == key).for_each(|(_, old)| *old = value);
        let lines: String = entry.iter().map(|(name, value)| format!("{name} = {value}\n")).collect();
        format!("[[suppress]]\n{lines}")
    }

    #[test]
    fn what_cannot_be_meant_is_refused_with_its_key_and_value() {
        for (key, value, expected) in [
            ("rule", "\"zones\"", "suppress.rule = \"zones\": is no rule and no group; `paytf rules` lists them"),
            ("reason", "\" \"", "suppress.reason = \" \": must say why the finding is accepted"),
            ("expires", "12:00:00", "suppress.expires = \"12:00:00\": must be a day, such as 2027-03-31"),
        ] {
            assert_eq!(problem(&entry(key, value)), expected);
        }
        assert!(problem("[[suppress]]\nrule = \"zone\"").contains("missing field"));
        assert!(problem("[[suppresed]]").contains("unknown field"));
    }

    #[test]
    fn a_suppression_counts_on_its_last_day_and_not_after() {
        let suppressions = Suppressions::parse(&entry("expires", "2026-06-30")).unwrap();
        let on = |year, month, day| suppressions.expired(Date { year, month, day }).count();
        assert_eq!((on(2026, 6, 29), on(2026, 6, 30), on(2026, 7, 1), on(2027, 1, 1)), (0, 0, 1, 1));
    }
}
