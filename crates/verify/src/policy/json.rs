//! Statements from JSON.

use std::sync::Arc;

use serde_json::Value;

use super::statement::{Condition, Principal, Statement};
use super::term::Term;
use crate::place::Place;
use crate::planned::Planned::Known;

/// The whole and its statements; why not, where it is no policy.
pub fn statements<'a>(text: &str, place: &Place<'a>) -> Result<(Value, Vec<Statement<'a>>), String> {
    let json: Value = serde_json::from_str(text).map_err(|error| format!("it is not JSON: {error}"))?;
    if !json.is_object() {
        return Err("it is JSON, but not an object with statements".to_owned());
    }
    let statements = match &json["Statement"] {
        Value::Array(statements) => statements.iter().collect(),
        Value::Null => vec![],
        statement => vec![statement],
    };
    let place = &Arc::new(place.clone());
    let statements = statements.iter().enumerate().map(|(index, json)| statement(index, json, place)).collect();
    Ok((json, statements))
}

fn statement<'a>(index: usize, json: &Value, place: &Arc<Place<'a>>) -> Statement<'a> {
    let label = match json["Sid"].as_str() {
        Some(sid) if !sid.is_empty() => format!("statement {sid}"),
        _ => format!("statement {}", index + 1),
    };
    Statement {
        actions: terms(&json["Action"], place),
        not_actions: terms(&json["NotAction"], place),
        resources: terms(&json["Resource"], place),
        not_resources: terms(&json["NotResource"], place),
        principals: principals(&json["Principal"], place),
        not_principals: principals(&json["NotPrincipal"], place),
        conditions: conditions(&json["Condition"], place),
        ..Statement::new(label, Known(json["Effect"] == "Allow"))
    }
}

/// A text, or a list of texts; numbers and flags as texts, as AWS takes them in conditions.
fn terms<'a>(json: &Value, place: &Arc<Place<'a>>) -> Vec<Term<'a>> {
    match json {
        Value::Array(items) => items.iter().flat_map(|item| terms(item, place)).collect(),
        Value::String(text) => vec![Term::new(Some(text), place)],
        Value::Number(_) | Value::Bool(_) => vec![Term::new(Some(&json.to_string()), place)],
        Value::Null | Value::Object(_) => vec![],
    }
}

fn principals<'a>(json: &Value, place: &Arc<Place<'a>>) -> Vec<Principal<'a>> {
    let of = |kind: &str, ids: &Value| {
        let kind = Term::new(Some(kind), place);
        terms(ids, place).into_iter().map(move |id| Principal { kind: kind.clone(), id })
    };
    match json {
        Value::Object(map) => map.iter().flat_map(|(kind, ids)| of(kind, ids)).collect(),
        anyone => of("*", anyone).collect(),
    }
}

fn conditions<'a>(json: &Value, place: &Arc<Place<'a>>) -> Vec<Condition<'a>> {
    let operators = json.as_object().into_iter().flatten();
    let keys = operators.flat_map(|(operator, keys)| {
        keys.as_object().into_iter().flatten().map(move |(key, values)| (operator, key, values))
    });
    keys.map(|(operator, key, values)| Condition {
        operator: Term::new(Some(operator), place),
        key: Term::new(Some(key), place),
        values: terms(values, place),
    })
    .collect()
}
