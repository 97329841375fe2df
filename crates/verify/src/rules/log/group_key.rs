use wildmatch::WildMatch;

use crate::grant::{Grant, LOGS, grants};
use crate::key::KeyOf;
use crate::place::Place;
use crate::planned::Planned::Known;
use crate::policy::{Policy, Statement, policies_of};
use crate::resource::Resource;
use crate::{Applies, Check, Rule, Severity};

pub const RULE: Rule = Rule {
    id: "log-group-key",
    severity: Severity::Error,
    applies: Applies::AnyStack,
    requirements: &["ALL-4", "ALL-6"],
    page: include_str!("../../../docs/rules/log-group-key.md"),
    check,
};

const CONTEXT: &str = "kms:EncryptionContext:aws:logs:arn";
/// The fields of an ARN before what it names: `arn:aws:logs:us-east-1:123456789012:log-group`.
const FIELDS: usize = 7;

fn check(check: &mut Check) {
    for group in check.all("aws_cloudwatch_log_group") {
        let place = group.at("kms_key_id");
        match KeyOf::at(&place) {
            KeyOf::None => {}
            KeyOf::Aws(alias) => check.fail(&place, format!("CloudWatch Logs takes no key of AWS, such as {alias}")),
            KeyOf::Elsewhere(reason) => check.unknown(&place, reason),
            KeyOf::Own(key) => usable(check, &place, key),
        }
    }
}

fn usable<'a>(check: &mut Check<'a>, place: &Place<'a>, key: Resource<'a>) {
    let all = check.policies();
    let policies = policies_of(&all, key);
    let may = |action| grants(&policies, LOGS, action, key);
    let all = may("kms:Encrypt").and(|| may("kms:Decrypt")).and(|| may("kms:GenerateDataKey"));
    let refused = format!("the policy of {} does not let CloudWatch Logs use it", key.address());
    match all {
        Grant::Refused(refusal) => check.fail(place, format!("{refused}: {refusal}")),
        Grant::Open(reason) => check.unknown(place, format!("the policy of {}: {reason}", key.address())),
        Grant::Allowed => match excluded(&policies, place.resource()) {
            Some(statement) => check.fail(place, format!("{refused} for this group: {statement} is for others")),
            None => check.pass(place),
        },
    }
}

/// The statement that is only for groups of other names, if each is.
fn excluded<'p>(policies: &[&'p Policy], group: Resource) -> Option<&'p str> {
    let Known(name) = group.at("name").text() else { return None };
    let statements = policies.iter().flat_map(|policy| &policy.statements);
    let is_for_logs = |statement: &&Statement| {
        let mut services = statement.principals.iter().filter_map(|principal| principal.service());
        statement.may_allow() && services.any(|service| LOGS.is(service))
    };
    let mut excluded = None;
    for statement in statements.filter(is_for_logs) {
        let mut conditions = statement.conditions_on(CONTEXT).peekable();
        if conditions.peek().is_none()
            || conditions.any(|condition| condition.values.iter().any(|value| matches(value.text.as_deref(), name)))
        {
            return None;
        }
        excluded = Some(statement.label.as_str());
    }
    excluded
}

/// Whether the ARN of a group may match; what is not known may.
fn matches(pattern: Option<&str>, name: &str) -> bool {
    pattern
        .and_then(|pattern| pattern.splitn(FIELDS, ':').nth(FIELDS - 1))
        .is_none_or(|named| WildMatch::new(named).matches(name))
}
