//! [`CheckResult`]: the result of a rule at one place.

use std::fmt::{self, Display};

use super::attribute_path::AttributePath;
use super::check::Outcome;
use super::rule::Rule;

/// The result of a rule at one place.
#[derive(Debug, Clone)]
pub struct CheckResult<'a> {
    /// The rule.
    pub rule: &'static Rule,
    /// The attribute.
    pub place: AttributePath<'a>,
    /// What it saw.
    pub outcome: Outcome,
}

impl CheckResult<'_> {
    /// What is wrong or not known, without the place and without what Terraform calls sensitive;
    /// nothing where it holds.
    pub fn reason(&self) -> Option<String> {
        match &self.outcome {
            Outcome::Pass => None,
            Outcome::Fail(reason) | Outcome::Unknown(reason) => {
                Some(self.place.redacted(self.place.resource().inventory().redacted(reason)))
            }
        }
    }
}

impl Display for CheckResult<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.place.resource().address())?;
        if !self.place.path().is_empty() {
            write!(f, " {} ({})", self.place.path(), self.place.shown())?;
        }
        match &self.outcome {
            Outcome::Pass => f.write_str(": holds"),
            Outcome::Fail(reason) => write!(f, ": {reason}"),
            Outcome::Unknown(reason) => write!(f, ": not known: {reason}"),
        }
    }
}
