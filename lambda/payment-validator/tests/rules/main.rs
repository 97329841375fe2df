//! Every rule, against published numbers, its boundaries and random input.

mod amount;
mod bank;
mod card;
mod codes;
#[path = "../support/corpus.rs"]
mod corpus;
mod documents;
mod expiry;
mod identifiers;
mod json;
mod text;
mod timestamp;

use corpus::NOW;
use payment_validator::{Checked, Decision, Rule};
use serde_json::{Value, json};

/// The rules that a check found broken.
fn broken<T>(checked: Checked<T>) -> Vec<Rule> {
    checked.err().into_iter().flatten().map(|breach| breach.rule).collect()
}

/// An accepted request, changed by `change`, decided on.
fn decide(change: impl FnOnce(&mut Value)) -> Decision {
    let mut request =
        serde_json::from_slice(include_bytes!("../corpus/accepted/card.json")).expect("JSON");
    change(&mut request);
    payment_validator::validate(request.to_string().as_bytes(), NOW)
}

/// Code and field of every failure.
fn failures(decision: &Decision) -> Value {
    decision.failures.iter().map(|failure| json!([failure.rule.code(), failure.field])).collect()
}
