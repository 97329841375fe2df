use std::borrow::Cow;

use serde::Serialize;

use crate::rule::{RULE_SET, Rule};

/// Whether the payment may go on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Verdict {
    /// No rule is broken.
    Accepted,
    /// At least one rule is broken.
    Rejected,
}

/// The answer to one payment request.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Decision {
    /// Whether the payment may go on.
    #[serde(rename = "decision")]
    pub verdict: Verdict,
    /// The request's own id, if it has a well-formed one.
    pub request_id: Option<String>,
    /// Version of the rules that decided.
    pub rule_set: &'static str,
    /// Every broken rule, in the order of the fields; empty when accepted.
    pub failures: Vec<Failure>,
}

/// One broken rule.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Failure {
    /// The broken rule, serialized as its code.
    #[serde(rename = "code")]
    pub rule: Rule,
    /// JSON Pointer (RFC 6901) of the field; empty for the whole request. An unknown field is
    /// reported on its parent.
    pub field: String,
    /// What is allowed. Never holds the refused value.
    pub message: Cow<'static, str>,
}

impl Decision {
    pub(crate) fn new(request_id: Option<String>, failures: Vec<Failure>) -> Self {
        let verdict = if failures.is_empty() { Verdict::Accepted } else { Verdict::Rejected };
        Self { verdict, request_id, rule_set: RULE_SET, failures }
    }
}
