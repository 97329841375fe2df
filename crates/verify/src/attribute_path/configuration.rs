//! What the configuration says at a place, where it is at hand.

use std::borrow::Cow;

use serde_json::Value;

use super::AttributePath;
use crate::planned::Planned::{self, Absent, Known, Unknown};

impl<'a> AttributePath<'a> {
    /// How a text ends that is known only in part: what is written behind its last unknown part.
    pub fn written_end(&self) -> Option<&'a str> {
        match self.configured()?.unmarked().0 {
            terraform::value::Value::Template(template) => match template.parts.last() {
                Some(terraform::value::Part::Text(end)) => Some(end),
                _ => None,
            },
            _ => None,
        }
    }

    /// How a text is written that is known only in part, with `*` for each part that is not.
    pub fn written_with_stars(&self) -> Option<String> {
        match self.configured()?.unmarked().0 {
            terraform::value::Value::Template(template) => Some(template.with(|_| "*".to_owned())),
            _ => None,
        }
    }

    /// What the configuration says here, with the reasons for what is unknown in it; None where no
    /// configuration is available, or nothing is written here.
    pub fn configured(&self) -> Option<&'a terraform::value::Value> {
        self.configured
    }

    /// What a text of JSON here says, a policy or container definitions: known, or from the
    /// configuration with holes where it is unknown. Of what is no JSON, nothing is said.
    pub fn document(&self) -> Planned<Cow<'a, terraform::value::Value>> {
        match self.string() {
            Absent => Absent,
            Known(text) => match serde_json::from_str(text) {
                Ok(json) => Known(Cow::Owned(terraform::value::Value::from_json(&json))),
                Err(_) => Absent,
            },
            Unknown => match self
                .resource
                .configured()
                .and_then(|configured| configured.document(&self.path))
            {
                Some(document) => Known(Cow::Borrowed(document)),
                None => Unknown,
            },
        }
    }

    /// A text of JSON of which the configuration knows all but some holes: each hole as `${what it
    /// comes from}`.
    pub fn string_with_holes(&self) -> Option<String> {
        let document = self.resource.configured()?.document(&self.path)?;
        Some(terraform::plan::values::with_holes(document).to_string())
    }

    /// A part of the text here that is unknown, and comes from what the configuration says.
    pub(crate) fn hole(&self, value: &'a terraform::value::Value) -> Self {
        let (nothing, everything) = (&Value::Null, &Value::Bool(true));
        AttributePath {
            value: nothing,
            unknown: everything,
            written: nothing,
            configured: Some(value),
            ..self.clone()
        }
    }

    /// Whether `ignore_changes` leaves it as it is once the resource exists; None where no
    /// configuration is available.
    pub fn is_ignored(&self) -> Option<bool> {
        self.resource.configured().map(|configured| configured.ignores(&self.path))
    }

    /// Where it is written, as `main.tf:12:3`, where a configuration is available.
    pub fn written_at(&self) -> Option<terraform::source::Location<'a>> {
        self.resource.configured()?.place_of(&self.path)
    }
}
