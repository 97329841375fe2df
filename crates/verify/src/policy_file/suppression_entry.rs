//! [`SuppressionEntry`]: one suppression as it is written, in a policy file or in the configuration
//! itself.

use std::path::PathBuf;

use schemars::JsonSchema;
use serde::{Serialize, Serializer};
use toml::Value;
use toml::value::Datetime;

use crate::AttributePath;

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

/// What is written at a line: a resource, or one of its arguments.
#[derive(Debug, Clone)]
pub struct Lines {
    /// The file, as the configuration names it.
    pub path: PathBuf,
    /// The line.
    pub line: u32,
}

impl Lines {
    pub fn cover(&self, place: &AttributePath) -> bool {
        let written = [place.written_at(), place.resource().root().written_at()];
        written
            .into_iter()
            .flatten()
            .any(|at| at.path == self.path && at.position.line == self.line)
    }
}

/// A day, with or without quotes.
pub(super) fn day(written: &Value) -> Option<Datetime> {
    let day = match written {
        Value::Datetime(day) => *day,
        Value::String(text) => text.trim().parse().ok()?,
        _ => return None,
    };
    (day.date.is_some() && day.time.is_none()).then_some(day)
}
