//! [`Policy`]: an IAM policy as a plan has it, wherever it is: read into statements, so that rules
//! need not know how it was written.
//!
//! A policy that is known is read from its JSON. Of one that is known only after the apply, the
//! statements of the `aws_iam_policy_document` that it comes from are read: there a plan shows what
//! is known of each. Of a `jsonencode` or a heredoc with anything that is not known a plan shows
//! nothing, which is said and never taken for "allows nothing"; where the configuration is
//! available, it is read with holes. Source: IAM User Guide, "IAM JSON policy elements reference".

mod arguments;
mod document;
mod json;
pub mod managed;
mod statement;
mod term;

use std::borrow::Cow;

use serde_json::Value;

use super::attribute_path::AttributePath;
use super::planned::Planned::{Absent, Known, Unknown};

pub use arguments::{Role, holders_of, policies};
pub use statement::{Condition, Principal, Statement};
pub use term::{Term, includes, is_everything};

/// One policy at the place where it takes effect.
#[derive(Debug, Clone)]
pub struct Policy<'a> {
    /// The argument that holds it, as `policy` of an `aws_iam_policy`.
    pub place: AttributePath<'a>,
    /// What it is for.
    pub role: Role,
    /// What the plan shows of its statements.
    pub statements: Vec<Statement<'a>>,
    /// The whole, where it is known.
    pub json: Option<Value>,
    /// Why there may be more statements than these; empty where these are all.
    pub incomplete: Vec<String>,
    /// Why AWS cannot read it at all.
    pub broken: Option<String>,
}

impl<'a> Policy<'a> {
    /// The policy at a place; `None` where none is set.
    pub fn read(place: &AttributePath<'a>, role: Role) -> Option<Self> {
        let empty = Self::empty(place, role);
        match place.string() {
            Absent => None,
            Known(text) => Some(empty.with_json(text)),
            Unknown => Some(match place.document() {
                Known(Cow::Borrowed(document)) => empty.with_holes(document),
                _ => empty.with_documents(),
            }),
        }
    }

    /// A policy whose statements are not read yet.
    fn empty(place: &AttributePath<'a>, role: Role) -> Self {
        Policy {
            place: place.clone(),
            role,
            statements: vec![],
            json: None,
            incomplete: vec![],
            broken: None,
        }
    }

    /// An AWS managed policy, at the place where it is attached.
    pub(crate) fn of_aws(
        place: &AttributePath<'a>,
        role: Role,
        document: &Value,
        name: &str,
    ) -> Self {
        let mut policy = Self::empty(place, role);
        match json::statements(document, place) {
            Ok(statements) => {
                policy.statements = statements
                    .into_iter()
                    .map(|statement| Statement {
                        label: format!("{} of {name}", statement.label),
                        ..statement
                    })
                    .collect();
            }
            Err(reason) => policy.broken = Some(reason),
        }
        policy
    }

    fn with_json(mut self, text: &str) -> Self {
        match json::parsed(text)
            .and_then(|policy| Ok((json::statements(&policy, &self.place)?, policy)))
        {
            Ok((statements, policy)) => {
                self.json = Some(policy);
                self.statements = statements;
            }
            Err(reason) => self.broken = Some(reason),
        }
        self
    }

    fn with_holes(mut self, document: &'a terraform::value::Value) -> Self {
        match json::statements_with_holes(document, &self.place) {
            Ok((statements, incomplete)) => {
                (self.statements, self.incomplete) = (statements, incomplete)
            }
            Err(reason) => self.broken = Some(reason),
        }
        self
    }

    fn with_documents(mut self) -> Self {
        let (statements, incomplete) = document::statements(&self.place);
        self.statements = statements;
        self.incomplete = incomplete;
        self
    }

    /// Whether every statement is seen.
    pub fn is_complete(&self) -> bool {
        self.incomplete.is_empty() && self.broken.is_none()
    }

    /// Why not every statement is seen, for a person.
    pub fn reason(&self) -> String {
        self.broken.iter().chain(&self.incomplete).cloned().collect::<Vec<_>>().join("; ")
    }
}

#[cfg(test)]
mod tests;
