//! Statements from JSON, of which parts may be unknown.

use std::sync::Arc;

use terraform::value::Value;

use super::statement::{Condition, Principal, Statement};
use super::term::Term;
use crate::attribute_path::AttributePath;
use crate::planned::Planned::{Known, Unknown};
use terraform::plan::values::known;

/// The statements of a policy that is known.
///
/// # Errors
/// Why it is no policy.
pub fn statements<'a>(
    json: &serde_json::Value,
    place: &AttributePath<'a>,
) -> Result<Vec<Statement<'a>>, String> {
    let json = &Value::from_json(json);
    let place = Arc::new(place.clone());
    read(
        json,
        &Document {
            place: &place,
            hole: &|_| Arc::clone(&place),
            has_variables: has_variables(json),
        },
    )
    .map(|(statements, _)| statements)
}

/// The statements of a policy with holes, and why there may be more.
///
/// # Errors
/// Why it is no policy.
pub fn statements_with_holes<'a>(
    json: &'a Value,
    place: &AttributePath<'a>,
) -> Result<(Vec<Statement<'a>>, Vec<String>), String> {
    let hole = |value| Arc::new(place.hole(value));
    read(
        json,
        &Document {
            place: &Arc::new(place.clone()),
            hole: &hole,
            has_variables: has_variables(json),
        },
    )
}

/// Source: IAM User Guide, "IAM JSON policy elements: Version": without one, it is 2008-10-17,
/// which has no variables.
fn has_variables(json: &Value) -> bool {
    json.get("Version")
        .is_some_and(|version| !version.is_known() || version.as_str() == Some("2012-10-17"))
}

/// Where the text is, and its holes.
struct Document<'d, 'v, 'a> {
    place: &'d Arc<AttributePath<'a>>,
    hole: &'d (dyn Fn(&'v Value) -> Arc<AttributePath<'a>> + 'd),
    has_variables: bool,
}

fn read<'v, 'a>(
    json: &'v Value,
    of: &Document<'_, 'v, 'a>,
) -> Result<(Vec<Statement<'a>>, Vec<String>), String> {
    if json.as_entries().is_none() {
        return Err("it is JSON, but not an object with statements".to_owned());
    }
    let (all, mut incomplete) = (one_or_many(json.get("Statement")), Vec::new());
    let mut statements = Vec::with_capacity(all.len());
    for (index, json) in all.into_iter().enumerate() {
        if json.is_known() {
            statements.push(of.statement(index, json));
        } else {
            incomplete.push(format!("statement {} is known only after the apply", index + 1));
        }
    }
    Ok((statements, incomplete))
}

fn one_or_many(json: Option<&Value>) -> Vec<&Value> {
    match json {
        None | Some(Value::Null(_)) => Vec::new(),
        Some(json) => json.as_items().map_or_else(|| vec![json], |items| items.iter().collect()),
    }
}

impl<'v, 'a> Document<'_, 'v, 'a> {
    fn statement(&self, index: usize, json: &'v Value) -> Statement<'a> {
        let label = match json.get("Sid").and_then(Value::as_str) {
            Some(sid) if !sid.is_empty() && !self.place.is_sensitive() => {
                format!("statement {sid}")
            }
            _ => format!("statement {}", index + 1),
        };
        let allows = match json.get("Effect") {
            Some(effect) if !effect.is_known() => Unknown,
            effect => Known(effect.and_then(Value::as_str) == Some("Allow")),
        };
        let terms = |name| self.terms(json.get(name));
        Statement {
            actions: terms("Action"),
            not_actions: terms("NotAction"),
            resources: terms("Resource"),
            not_resources: terms("NotResource"),
            principals: self.principals(json.get("Principal")),
            not_principals: self.principals(json.get("NotPrincipal")),
            conditions: self.conditions(json.get("Condition")),
            has_variables: self.has_variables,
            ..Statement::new(label, allows)
        }
    }

    /// A text, or a list of texts; numbers and flags as texts, as AWS takes them in conditions.
    fn terms(&self, json: Option<&'v Value>) -> Vec<Term<'a>> {
        one_or_many(json).into_iter().filter_map(|json| self.term(json)).collect()
    }

    fn term(&self, json: &'v Value) -> Option<Term<'a>> {
        match json {
            Value::String(text) => Some(self.text(text)),
            Value::Number(_) | Value::Bool(_) => Some(self.text(&known(json).to_string())),
            Value::Unknown(_) | Value::Template(_) => Some(Term::new(None, &(self.hole)(json))),
            Value::Sensitive(inner) => self.term(inner),
            _ => None,
        }
    }

    fn text(&self, text: &str) -> Term<'a> {
        Term::new(Some(text), self.place)
    }

    fn principals(&self, json: Option<&'v Value>) -> Vec<Principal<'a>> {
        let of = |kind: &str, ids: &'v Value| -> Vec<_> {
            let kind = self.text(kind);
            self.terms(Some(ids))
                .into_iter()
                .map(|id| Principal { kind: kind.clone(), id })
                .collect()
        };
        match json.and_then(Value::as_entries) {
            Some(entries) => entries.iter().flat_map(|(kind, ids)| of(kind, ids)).collect(),
            None => json.into_iter().flat_map(|anyone| of("*", anyone)).collect(),
        }
    }

    fn conditions(&self, json: Option<&'v Value>) -> Vec<Condition<'a>> {
        let Some(json) = json else { return Vec::new() };
        if !json.is_known() {
            let unknown = || Term::new(None, &(self.hole)(json));
            return vec![Condition {
                operator: unknown(),
                key: unknown(),
                values: vec![unknown()],
            }];
        }
        let operators = json.as_entries().into_iter().flatten();
        let keys = operators.flat_map(|(operator, keys)| {
            keys.as_entries()
                .into_iter()
                .flatten()
                .map(move |(key, values)| (operator, key, values))
        });
        keys.map(|(operator, key, values)| Condition {
            operator: self.text(operator),
            key: self.text(key),
            values: self.terms(Some(values)),
        })
        .collect()
    }
}

/// A text of JSON.
///
/// # Errors
/// Why it is none.
pub fn parsed(text: &str) -> Result<serde_json::Value, String> {
    serde_json::from_str(text).map_err(|error| format!("it is not JSON: {error}"))
}
