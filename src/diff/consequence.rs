//! Explains a change of a resource, where its arguments alone do not show what it means.

use super::Delta;
use super::plan::Change;
use super::value::Value;

/// What whoever applies the change should know, one sentence a line.
pub(super) fn words(change: &Change) -> Vec<String> {
    match change.kind.as_str() {
        "aws_rds_cluster" => engine(change),
        _ => Vec::new(),
    }
}

/// Sources: Amazon Aurora User Guide, "Performing a major version upgrade" and "Performing minor
/// version upgrades".
fn engine(change: &Change) -> Vec<String> {
    let Some(Delta::Changed(Value::String(old), Value::String(new))) =
        change.arguments.get("engine_version")
    else {
        return Vec::new();
    };
    let (Some(before), Some(after)) = (numbers(old), numbers(new)) else { return Vec::new() };
    if change.action.is_replacement() || before == after {
        return Vec::new();
    }
    if after < before {
        return vec![format!(
            "AWS refuses it: a cluster of {old} does not become one of {new}; only a restore of \
             an older backup has it."
        )];
    }
    if after.first() == before.first() {
        let when = if is_true(change, "apply_immediately") {
            "at once"
        } else {
            "in the maintenance windows"
        };
        return vec![format!(
            "a minor upgrade from {old} to {new}, made {when}; each instance restarts."
        )];
    }
    let mut words = vec![format!(
        "a major upgrade from {old} to {new}: the database is down for minutes, and there is no \
         way back but a restore. Its instances are upgraded with it; take a snapshot first, and \
         run ANALYZE and ALTER EXTENSION ... UPDATE afterwards."
    )];
    if !is_true(change, "allow_major_version_upgrade") {
        words.push("AWS refuses it without allow_major_version_upgrade = true.".to_owned());
    }
    words
}

fn is_true(change: &Change, argument: &str) -> bool {
    let becomes = match change.arguments.get(argument) {
        Some(Delta::Same(value) | Delta::Added(value) | Delta::Changed(_, value)) => value,
        _ => return false,
    };
    *becomes == Value::Bool(true)
}

fn numbers(version: &str) -> Option<Vec<u32>> {
    version.split('.').map(|number| number.parse().ok()).collect()
}
