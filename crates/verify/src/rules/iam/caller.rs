//! Conditions that narrow who may use a right.

use crate::policy::{Condition, Statement};

/// Keys that tell who calls, or from where. Source: IAM User Guide, "AWS global condition context
/// keys"; S3 User Guide, "The meaning of public"; the condition keys of KMS, SNS, STS and EFS in
/// the Service Authorization Reference.
const KEYS: [&str; 25] = [
    "aws:principalaccount",
    "aws:principalarn",
    "aws:principalisawsservice",
    "aws:principalorgid",
    "aws:principalorgpaths",
    "aws:principalservicename",
    "aws:sourceaccount",
    "aws:sourcearn",
    "aws:sourceip",
    "aws:sourceorgid",
    "aws:sourceorgpaths",
    "aws:sourceowner",
    "aws:sourcevpc",
    "aws:sourcevpcarn",
    "aws:sourcevpce",
    "aws:userid",
    "aws:username",
    "aws:vpcsourceip",
    "elasticfilesystem:accessedviamounttarget",
    "kms:calleraccount",
    "kms:viaservice",
    "s3:dataaccesspointaccount",
    "s3:dataaccesspointarn",
    "sns:endpoint",
    "sts:externalid",
];

/// Whether a condition lets only some callers through.
pub fn is_narrowed(statement: &Statement) -> bool {
    statement.conditions.iter().any(narrows)
}

/// Whether a condition that is known only after the apply may let only some callers through.
pub fn may_be_narrowed(statement: &Statement) -> bool {
    let is_open = |condition: &Condition| {
        let names_caller = condition.key.text.as_deref().is_none_or(is_of_caller);
        names_caller && (condition.key.text.is_none() || condition.operator.text.is_none())
    };
    statement.has_open_conditions || statement.conditions.iter().any(is_open)
}

fn is_of_caller(key: &str) -> bool {
    let key = key.to_ascii_lowercase();
    KEYS.contains(&key.as_str()) || key.starts_with("aws:principaltag/")
}

fn narrows(condition: &Condition) -> bool {
    condition.key.text.as_deref().is_some_and(is_of_caller) && holds_back(condition)
}

/// Whether the condition is only on how the call is made (with TLS, in a region, with MFA), not on
/// its caller, its resource or its purpose.
pub fn is_on_the_way(condition: &Condition) -> bool {
    const KEYS: [&str; 3] =
        ["aws:securetransport", "aws:requestedregion", "aws:multifactorauthpresent"];
    condition
        .key
        .text
        .as_deref()
        .is_some_and(|key| KEYS.contains(&key.to_ascii_lowercase().as_str()))
}

/// Whether the condition limits anything: it is not one that only excludes someone, nor one that
/// everything meets.
pub fn holds_back(condition: &Condition) -> bool {
    let operator = condition.operator.text.as_deref().unwrap_or_default();
    let excludes = operator.contains("Not") || operator == "Null";
    let met_by_all = |value: &str| matches!(value, "*" | "0.0.0.0/0" | "::/0");
    !excludes && !condition.values.iter().any(|value| value.text.as_deref().is_some_and(met_by_all))
}
