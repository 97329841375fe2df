//! The value at a place, for a person.

use serde_json::Value;

use super::AttributePath;
use crate::planned::Planned::{Absent, Known, Unknown};

/// Why of a text that is put together during the apply nothing is known.
pub(crate) const UNREAD: &str =
    "the text is put together during the apply, and a plan does not show what is written in it";

/// What stands for a value that is known only after the apply.
pub(crate) const NOT_YET: &str = "known after apply";

impl AttributePath<'_> {
    /// Why the value is not known yet, for a person: what it follows from, where the plan shows it.
    pub fn known_later(&self) -> String {
        /// Enough to recognise what it waits for.
        const SHOWN: usize = 2;
        let links = self.links_to_any().links;
        let names = links.iter().take(SHOWN).map(|link| match link.attribute.as_str() {
            "" => link.resource.address().to_owned(),
            attribute => format!("{}.{attribute}", link.resource.address()),
        });
        let names: Vec<_> = names.collect();
        match names.is_empty() {
            true => "its value is known only after the apply".to_owned(),
            false => format!(
                "its value follows from {}, known only after the apply",
                names.join(" and ")
            ),
        }
    }

    /// The same place, of which the value is not shown: a rule has found that it is a secret.
    pub fn redacted_whole(self) -> Self {
        AttributePath { sensitive: &Value::Bool(true), ..self }
    }

    /// The value for a person, cut short where it is long; what Terraform calls sensitive is not
    /// shown.
    pub fn shown(&self) -> String {
        shortened(&self.in_full())
    }

    /// What stands for the value in a proof: the value, or what it follows from; `None` where
    /// nothing of it is known before the apply, which proves nothing.
    pub fn proof(&self) -> Option<String> {
        if self.is_sensitive() || !self.value().is_unknown() {
            return Some(self.shown());
        }
        if let Some(text) = self.string_with_holes() {
            return Some(shortened(&text));
        }
        let links = self.links_to_any().links;
        let names = links.iter().map(|link| match link.attribute.as_str() {
            "" => link.resource.address().to_owned(),
            attribute => format!("{}.{attribute}", link.resource.address()),
        });
        let names: Vec<_> = names.collect();
        (!names.is_empty()).then(|| format!("from {}", names.join(", ")))
    }

    fn in_full(&self) -> String {
        if self.is_sensitive() {
            return "sensitive".to_owned();
        }
        match self.value() {
            Absent => "not set".to_owned(),
            Unknown => NOT_YET.to_owned(),
            Known(value) => value.to_string(),
        }
    }
}

/// A policy in JSON would fill the screen, and says no more than the finding.
fn shortened(text: &str) -> String {
    const LONGEST: usize = 72;
    match text.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}
