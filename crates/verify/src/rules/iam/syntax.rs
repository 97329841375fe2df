//! What IAM refuses of a policy's text (`MalformedPolicyDocument`).
//! Source: IAM User Guide, "Grammar of the IAM JSON policy language" and "IAM JSON policy elements
//! reference".

use std::collections::BTreeSet;

use serde_json::Value;

use crate::policy::{Role, Statement, Term};

const TOP: [&str; 3] = ["Version", "Id", "Statement"];
const ELEMENTS: [&str; 9] = [
    "Sid",
    "Effect",
    "Principal",
    "NotPrincipal",
    "Action",
    "NotAction",
    "Resource",
    "NotResource",
    "Condition",
];
const VERSIONS: [&str; 2] = ["2012-10-17", "2008-10-17"];
const OPERATORS: [&str; 6] = ["String", "Numeric", "Date", "Arn", "Binary", "Bool"];

/// Finds mistakes in the JSON as a whole, and in elements that [`Statement`] does not keep.
pub fn whole(json: &Value, role: Role) -> Vec<String> {
    let mut findings: Vec<String> =
        unknown_keys(json, &TOP).map(|key| format!("has an unknown element {key}")).collect();
    if let Some(version) =
        json.get("Version").filter(|version| !VERSIONS.iter().any(|known| *version == known))
    {
        findings.push(format!("has Version {version}, which is neither 2012-10-17 nor 2008-10-17"));
    }
    let single = std::slice::from_ref(&json["Statement"]);
    let statements = json["Statement"].as_array().map_or(single, Vec::as_slice);
    if json["Statement"].is_null() || statements.is_empty() {
        findings.push("has no statement".to_owned());
        return findings;
    }
    for (index, statement) in statements.iter().enumerate() {
        let of_one = element_findings(statement, role);
        findings
            .extend(of_one.into_iter().map(|finding| format!("statement {} {finding}", index + 1)));
    }
    let mut sids = BTreeSet::new();
    let repeated = statements
        .iter()
        .filter_map(|statement| statement["Sid"].as_str())
        .find(|sid| !sids.insert(*sid));
    findings
        .extend(repeated.filter(|sid| !sid.is_empty()).map(|sid| format!("has Sid {sid} twice")));
    findings
}

fn element_findings(statement: &Value, role: Role) -> Vec<String> {
    let mut findings: Vec<_> = unknown_keys(statement, &ELEMENTS)
        .map(|key| format!("has an unknown element {key}"))
        .collect();
    if !["Allow", "Deny"].iter().any(|effect| statement["Effect"] == *effect) {
        findings
            .push(format!("has Effect {}, which is neither Allow nor Deny", statement["Effect"]));
    }
    let of_iam = matches!(role, Role::Identity | Role::Trust);
    let is_plain = |sid: &str| sid.chars().all(|letter| letter.is_ascii_alphanumeric());
    if let Some(sid) = statement["Sid"].as_str().filter(|sid| of_iam && !is_plain(sid)) {
        findings.push(format!("has Sid \"{sid}\", with other than letters and digits"));
    }
    findings
}

fn unknown_keys<'v>(json: &'v Value, known: &'v [&str]) -> impl Iterator<Item = &'v String> {
    json.as_object()
        .into_iter()
        .flat_map(|map| map.keys())
        .filter(|key| !known.contains(&key.as_str()))
}

/// Finds mistakes in one statement, whether it was written as JSON or as a data source.
pub fn statement(statement: &Statement, role: Role) -> Vec<String> {
    let mut findings = Vec::new();
    if statement.actions.is_empty() == statement.not_actions.is_empty() {
        findings.push("needs one of Action and NotAction".to_owned());
    }
    let has_resource = !statement.resources.is_empty() || !statement.not_resources.is_empty();
    let has_principal = !statement.principals.is_empty() || !statement.not_principals.is_empty();
    findings.extend(
        match (role, has_resource, has_principal) {
            (Role::Identity, false, _) => Some("names no Resource"),
            (Role::Identity, _, true) => {
                Some("names a Principal, which the policy of an identity may not")
            }
            (Role::Trust, true, _) => Some("names a Resource, which a trust policy may not"),
            (Role::Trust | Role::Resource | Role::Endpoint, _, false) => Some("names no Principal"),
            _ => None,
        }
        .map(str::to_owned),
    );
    let actions = statement.actions.iter().chain(&statement.not_actions);
    findings.extend(actions.filter_map(|action| action_finding(action, role)));
    if role == Role::Identity {
        findings.extend(
            statement.resources.iter().chain(&statement.not_resources).filter_map(resource_finding),
        );
    }
    findings.extend(
        statement.conditions.iter().filter_map(|condition| operator_finding(&condition.operator)),
    );
    findings
}

fn action_finding(action: &Term, role: Role) -> Option<String> {
    let text = action.text.as_deref()?;
    if matches!(text, "*" | "*:*") {
        return None;
    }
    let is_service = |name: &str| {
        !name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')
    };
    let is_name = |name: &str| {
        !name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric() || "*?-_.".contains(c))
    };
    match text.split_once(':') {
        Some((service, name)) if is_service(service) && is_name(name) => {
            let wrong = role == Role::Trust && service != "sts";
            wrong.then(|| format!("has action {action}: a trust policy takes actions of sts only"))
        }
        _ => Some(format!("has action \"{action}\", which is not of the form service:Action")),
    }
}

fn resource_finding(resource: &Term) -> Option<String> {
    const PARTS: usize = 6;
    let text = resource.text.as_deref()?;
    let is_arn =
        text.starts_with("arn:") && (text.contains('*') || text.split(':').count() >= PARTS);
    let is_open = text.starts_with(['*', '$']);
    (!is_arn && !is_open)
        .then(|| format!("has resource \"{resource}\", which is neither an ARN nor *"))
}

fn operator_finding(operator: &Term) -> Option<String> {
    let text = operator.text.as_deref()?;
    let bare =
        text.strip_prefix("ForAnyValue:").or(text.strip_prefix("ForAllValues:")).unwrap_or(text);
    let is_known = OPERATORS.iter().any(|kind| bare.starts_with(kind))
        || ["Null", "IpAddress", "IpAddressIfExists", "NotIpAddress", "NotIpAddressIfExists"]
            .contains(&bare);
    (!is_known).then(|| format!("has an unknown condition operator {operator}"))
}
