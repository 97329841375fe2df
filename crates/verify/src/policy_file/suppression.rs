//! [`Suppressions`]: accepted findings, each with a reason and an expiry date; every report lists
//! them.

use std::path::PathBuf;

use schemars::JsonSchema;
use serde::{Serialize, Serializer};
use terraform::diagnostic::Diagnostics;
use toml::value::{Date, Datetime};
use wildmatch::WildMatch;

use super::inline;
use crate::selection::names;
use crate::{AttributePath, Inventory};

/// The suppressions of a file.
#[derive(Debug, Clone, Default)]
pub struct Suppressions(Vec<Suppression>);

/// One suppression.
#[derive(Debug, Clone)]
pub struct Suppression {
    covers: Covers,
    /// What it says.
    pub entry: SuppressionEntry,
}

#[derive(Debug, Clone)]
enum Covers {
    Resources(WildMatch),
    Lines(Lines),
}

/// What is written at a line: a resource, or one of its arguments.
#[derive(Debug, Clone)]
pub struct Lines {
    /// The file, as the configuration names it.
    pub path: PathBuf,
    /// The line.
    pub line: u32,
}

impl Lines {
    fn cover(&self, place: &AttributePath) -> bool {
        let written = [place.written_at(), place.resource().root().written_at()];
        written
            .into_iter()
            .flatten()
            .any(|at| at.path == self.path && at.position.line == self.line)
    }
}

/// One suppression as written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct SuppressionEntry {
    /// A rule's id, or a group's.
    pub rule: String,
    /// The address of a resource, where `*` matches any text and `?` for one character.
    pub resource: String,
    /// Why the finding is accepted, for whoever reads the report.
    pub reason: String,
    /// The last day on which it counts, as `2027-03-31`.
    #[serde(serialize_with = "as_text")]
    #[schemars(with = "String", extend("format" = "date"))]
    pub expires: Datetime,
    /// Where it is written, as `paytf-verify.toml:12:1`.
    pub written_at: String,
}

/// JSON has no days; what TOML makes of them for itself is nothing to a reader.
fn as_text<S: Serializer>(day: &Datetime, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_str(day)
}

impl Suppressions {
    /// All of them, in the order of the file.
    pub fn iter(&self) -> impl Iterator<Item = &Suppression> {
        self.0.iter()
    }

    /// With those that the configuration itself has.
    ///
    /// # Errors
    /// When one of them cannot be meant, with its line.
    pub fn with_inline(mut self, inventory: &Inventory) -> Result<Self, Diagnostics> {
        let found = inline::read(inventory)?.into_iter();
        self.0.extend(
            found.map(|(entry, lines)| Suppression { covers: Covers::Lines(lines), entry }),
        );
        Ok(self)
    }

    /// The suppression that covers what a rule says of a place, and where it is among all.
    pub fn covering(&self, rule: &str, place: &AttributePath) -> Option<(usize, &Suppression)> {
        self.0.iter().enumerate().find(|(_, suppression)| {
            names(std::slice::from_ref(&suppression.entry.rule), rule)
                && match &suppression.covers {
                    Covers::Resources(pattern) => pattern.matches(place.resource().address()),
                    Covers::Lines(lines) => lines.cover(place),
                }
        })
    }

    /// Those whose last day is before `today`.
    pub fn expired(&self, today: Date) -> impl Iterator<Item = &SuppressionEntry> {
        self.0
            .iter()
            .filter(move |suppression| suppression.is_expired(today))
            .map(|suppression| &suppression.entry)
    }
}

impl FromIterator<SuppressionEntry> for Suppressions {
    fn from_iter<I: IntoIterator<Item = SuppressionEntry>>(entries: I) -> Self {
        let suppression = |entry: SuppressionEntry| Suppression {
            covers: Covers::Resources(WildMatch::new(&entry.resource)),
            entry,
        };
        Self(entries.into_iter().map(suppression).collect())
    }
}

impl Suppression {
    /// Whether its last day is before `today`.
    pub fn is_expired(&self, today: Date) -> bool {
        self.entry.expires.date.is_none_or(|last| {
            (last.year, last.month, last.day) < (today.year, today.month, today.day)
        })
    }
}
