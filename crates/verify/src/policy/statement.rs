//! [`Statement`]: one statement of a policy, with each text known or not.

use std::fmt;

use super::term::{Term, is_everything};
use crate::planned::Planned;

/// One statement.
#[derive(Debug, Clone)]
pub struct Statement<'a> {
    /// What a person finds it by, as "statement ReadSecret of data.aws_iam_policy_document.task".
    pub label: String,
    /// Whether it allows, or denies.
    pub allows: Planned<bool>,
    /// `Action`
    pub actions: Vec<Term<'a>>,
    /// `NotAction`
    pub not_actions: Vec<Term<'a>>,
    /// `Resource`; policies of a resource need none of their own.
    pub resources: Vec<Term<'a>>,
    /// `NotResource`
    pub not_resources: Vec<Term<'a>>,
    /// `Principal`; policies of an identity have none.
    pub principals: Vec<Principal<'a>>,
    /// `NotPrincipal`
    pub not_principals: Vec<Principal<'a>>,
    /// `Condition`
    pub conditions: Vec<Condition<'a>>,
    /// Whether `${…}` in it is a policy variable: in policies of the version 2012-10-17. In older
    /// ones it is text. Source: IAM User Guide, "IAM JSON policy elements: Version".
    pub has_variables: bool,
    /// Whether there may be more conditions than these: which they are is known only after the
    /// apply.
    pub has_open_conditions: bool,
}

/// Who is meant.
#[derive(Debug, Clone)]
pub struct Principal<'a> {
    /// `AWS`, `Service`, `Federated`, `CanonicalUser`; `*` for everyone, also where that is
    /// written `"Principal": "*"`.
    pub kind: Term<'a>,
    /// ARN, account id, service name, or `*`.
    pub id: Term<'a>,
}

/// One key of a condition, with its values.
#[derive(Debug, Clone)]
pub struct Condition<'a> {
    /// As `StringEquals` or `ForAnyValue:StringLike`.
    pub operator: Term<'a>,
    /// As `aws:SourceAccount`.
    pub key: Term<'a>,
    /// Any of these.
    pub values: Vec<Term<'a>>,
}

impl<'a> Statement<'a> {
    pub(super) fn new(label: String, allows: Planned<bool>) -> Self {
        Statement {
            label,
            allows,
            actions: vec![],
            not_actions: vec![],
            resources: vec![],
            not_resources: vec![],
            principals: vec![],
            not_principals: vec![],
            conditions: vec![],
            has_variables: true,
            has_open_conditions: false,
        }
    }

    /// Whether it may allow something: it does not deny.
    pub fn may_allow(&self) -> bool {
        self.allows != Planned::Known(false)
    }

    /// Whether its actions include one; what is not known does not count.
    pub fn includes(&self, action: &str) -> bool {
        let inverted = !self.not_actions.is_empty()
            && !self.not_actions.iter().any(|term| term.includes(action));
        inverted || self.actions.iter().any(|term| term.includes(action))
    }

    /// Whether it is on every resource.
    pub fn is_on_everything(&self) -> bool {
        self.resources.iter().any(|term| term.text.as_deref().is_some_and(is_everything))
    }

    /// The conditions on a key, as `aws:SourceArn`. Keys are not case-sensitive.
    /// Source: IAM User Guide, "IAM JSON policy elements: Condition".
    pub fn conditions_on(&self, key: &str) -> impl Iterator<Item = &Condition<'a>> {
        self.conditions.iter().filter(move |condition| {
            condition.key.text.as_ref().is_some_and(|text| text.eq_ignore_ascii_case(key))
        })
    }

    /// Whether it is under a condition on any of the keys.
    pub fn has_condition_on(&self, keys: &[&str]) -> bool {
        keys.iter().any(|key| self.conditions_on(key).next().is_some())
    }
}

impl Principal<'_> {
    /// Whether it is everyone, in any account or in none.
    pub fn is_everyone(&self) -> bool {
        (self.kind.is("AWS") || self.kind.is("*")) && self.id.is("*")
    }

    /// The service, as `lambda.amazonaws.com`.
    pub fn service(&self) -> Option<&str> {
        self.id.text.as_deref().filter(|_| self.kind.is("Service"))
    }
}

impl fmt::Display for Statement<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.label)
    }
}
