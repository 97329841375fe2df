//! [`Suppressions`]: findings that someone has decided to live with: with a reason, until a day, and never in silence.

use schemars::JsonSchema;
use serde::{Serialize, Serializer};
use toml::value::{Date, Datetime};
use wildmatch::WildMatch;

use crate::report::Finding;
use crate::selection::names;

/// The suppressions of a file.
#[derive(Debug, Clone, Default)]
pub struct Suppressions(Vec<Suppression>);

/// One suppression.
#[derive(Debug, Clone)]
pub struct Suppression {
    pattern: WildMatch,
    /// What it says.
    pub entry: Entry,
}

/// One suppression as written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
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
    /// Where it is written, as `paytf-verify.toml:12:1`.
    pub written_at: String,
}

/// JSON has no days; what TOML makes of them for itself is nothing to a reader.
fn as_text<S: Serializer>(day: &Datetime, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_str(day)
}

impl Suppressions {
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

impl FromIterator<Entry> for Suppressions {
    fn from_iter<I: IntoIterator<Item = Entry>>(entries: I) -> Self {
        let suppression = |entry: Entry| Suppression { pattern: WildMatch::new(&entry.resource), entry };
        Self(entries.into_iter().map(suppression).collect())
    }
}

impl Suppression {
    /// Whether its last day is before `today`.
    pub fn is_expired(&self, today: Date) -> bool {
        self.entry
            .expires
            .date
            .is_none_or(|last| (last.year, last.month, last.day) < (today.year, today.month, today.day))
    }
}
