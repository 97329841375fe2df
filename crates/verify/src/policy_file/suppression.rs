//! [`Suppressions`]: accepted findings, each with a reason and an expiry date; every report lists
//! them.

use terraform::diagnostic::Diagnostics;
use toml::value::Date;
use wildmatch::WildMatch;

use super::inline;
use super::suppression_entry::{Lines, SuppressionEntry};
use crate::rule_name::names;
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
