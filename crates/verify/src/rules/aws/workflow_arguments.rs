//! A state machine spells the arguments of a service as the AWS SDK for Java does.
//!
//! ## Why
//!
//! The integrations with services of AWS (`arn:aws:states:::aws-sdk:…`) begin every argument with a
//! capital letter and fold an acronym at its beginning, and no other: `DbClusterIdentifier`, not
//! `DBClusterIdentifier`, but `SourceDBClusterIdentifier`. A name that is spelt otherwise is
//! refused when the state machine is created, or ends a run with `States.Runtime`, which no `Catch`
//! on `States.ALL` takes. Names with an acronym within are known of RDS, DocumentDB and Neptune.
//!
//! ## Example
//!
//! ```hcl
//! {
//!   "Type": "Task",
//!   "Resource": "arn:aws:states:::aws-sdk:rds:describeDBClusters",
//!   "Parameters": { "DBClusterIdentifier": "payments" }
//! }
//! ```
//!
//! ## Fix
//!
//! Write the acronym at the beginning of the name like a word, and only that one.
//!
//! ```hcl
//! {
//!   "Type": "Task",
//!   "Resource": "arn:aws:states:::aws-sdk:rds:describeDBClusters",
//!   "Parameters": { "DbClusterIdentifier": "payments" }
//! }
//! ```
//!
//! ## Source
//!
//! - [Learning to use AWS service SDK integrations in Step Functions](https://docs.aws.amazon.com/step-functions/latest/dg/supported-services-awssdk.html)

use std::collections::HashMap;
use std::sync::LazyLock;

use serde_json::{Map, Value};

use crate::Check;
use crate::attribute_path::UNREAD;
use crate::planned::Planned::{Absent, Known, Unknown};

rule! { Error, AnyStack, ["ALL-7"] }

const INTEGRATION: &str = ":states:::aws-sdk:";

fn check(check: &mut Check) {
    for machine in check.all("aws_sfn_state_machine") {
        let place = machine.at("definition");
        // The names of arguments are known where their values are not.
        let text = place.string().map(|text| Some(text.to_owned()));
        match if text == Unknown { Known(place.string_with_holes()) } else { text } {
            Absent => {}
            Unknown | Known(None) => check.unknown(&place, UNREAD),
            Known(Some(text)) => {
                let definition: Value = serde_json::from_str(&text).unwrap_or_default();
                let wrong: Vec<_> =
                    tasks(&definition).iter().flat_map(|task| wrong_arguments(task)).collect();
                wrong.iter().for_each(|reason| check.fail(&place, reason));
                if wrong.is_empty() {
                    check.pass(&place);
                }
            }
        }
    }
}

/// A service in each line, and its names with an acronym that is not at the beginning.
static WITHIN: LazyLock<HashMap<&str, Vec<&str>>> = LazyLock::new(|| {
    let lines = include_str!("../../../data/integration_arguments.txt")
        .lines()
        .filter(|line| !line.starts_with('#'));
    let names = |line: &'static str| {
        line.split_once(' ').map(|(service, names)| (service, names.split(' ').collect()))
    };
    lines.filter_map(names).collect()
});

/// The states that call a service, at any depth. `permit` walks the states too, but over the values
/// of the plan: here, the names of arguments are known even where their values are not.
fn tasks(definition: &Value) -> Vec<&Map<String, Value>> {
    let (mut tasks, mut rest) = (Vec::new(), vec![definition]);
    while let Some(value) = rest.pop() {
        match value {
            Value::Object(map) => {
                let calls = |resource: &str| resource.contains(INTEGRATION);
                if map.get("Resource").and_then(Value::as_str).is_some_and(calls) {
                    tasks.push(map);
                }
                rest.extend(map.values());
            }
            Value::Array(items) => rest.extend(items),
            _ => {}
        }
    }
    tasks
}

fn wrong_arguments(task: &Map<String, Value>) -> Vec<String> {
    let action = task["Resource"]
        .as_str()
        .and_then(|resource| resource.split(INTEGRATION).nth(1))
        .unwrap_or_default();
    let arguments =
        ["Parameters", "Arguments"].iter().filter_map(|name| task.get(*name)?.as_object());
    let names =
        arguments.flat_map(|arguments| arguments.keys()).map(|name| name.trim_end_matches(".$"));
    let service = action.split(':').next().unwrap_or_default();
    let wrong =
        names.filter_map(|name| Some((name, known(service, name).or_else(|| spelt(name))?)));
    wrong
        .map(|(name, right)| {
            format!("gives {action} the argument {name}, which is spelt {right} there")
        })
        .collect()
}

/// How a service's name with an acronym within is spelt, where it is not spelt so.
fn known(service: &str, name: &str) -> Option<String> {
    let same = |known: &&&str| known.eq_ignore_ascii_case(name);
    let known = WITHIN.get(service)?.iter().find(same)?;
    (*known != name).then(|| (*known).to_owned())
}

/// How a name is spelt, where it is not spelt so: its first letter is a capital, and of an acronym
/// at its beginning only the first is.
fn spelt(name: &str) -> Option<String> {
    let letters: Vec<char> = name.chars().collect();
    let capitals = letters.iter().take_while(|letter| letter.is_ascii_uppercase()).count();
    // The last capital begins the next word, unless the acronym is all there is.
    let acronym = if capitals < letters.len() && letters[capitals].is_ascii_lowercase() {
        capitals.saturating_sub(1)
    } else {
        capitals
    };
    let right: String = letters
        .iter()
        .enumerate()
        .map(|(place, letter)| match place {
            0 => letter.to_ascii_uppercase(),
            _ if place < acronym => letter.to_ascii_lowercase(),
            _ => *letter,
        })
        .collect();
    (right != name).then_some(right)
}

#[cfg(test)]
mod tests {
    use super::{known, spelt};

    #[test]
    fn only_the_acronym_at_the_beginning_is_folded() {
        for right in [
            "DbClusterIdentifier",
            "SourceDBClusterIdentifier",
            "MultiAZ",
            "Bucket",
            "ETag",
            "KmsKeyId",
        ] {
            assert_eq!(spelt(right), None, "{right}");
        }
        for (wrong, right) in [
            ("DBClusterIdentifier", "DbClusterIdentifier"),
            ("dbClusterIdentifier", "DbClusterIdentifier"),
            ("VPCSecurityGroupIds", "VpcSecurityGroupIds"),
            ("KMSKeyId", "KmsKeyId"),
        ] {
            assert_eq!(spelt(wrong).as_deref(), Some(right));
        }
    }

    #[test]
    fn an_acronym_within_is_not_folded() {
        let right = "SourceDBClusterIdentifier";
        assert_eq!(known("rds", "SourceDbClusterIdentifier").as_deref(), Some(right));
        assert_eq!(known("rds", right), None);
        assert_eq!(known("rds", "DbClusterIdentifier"), None, "its acronym is at the beginning");
        assert_eq!(known("dynamodb", "SourceDbClusterIdentifier"), None, "another service's");
    }
}
