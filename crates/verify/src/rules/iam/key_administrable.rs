use super::judge::of_role;
use crate::policy::{Policy, Role, Statement};
use crate::{Applies, Check, Rule, Severity};

pub const RULE: Rule = Rule {
    id: "iam-key-administrable",
    severity: Severity::Error,
    applies: Applies::AnyStack,
    requirements: &["ALL-4"],
    page: include_str!("../../../docs/rules/iam-key-administrable.md"),
    check,
};

const KEYS: [&str; 4] = ["aws_kms_key", "aws_kms_key_policy", "aws_kms_external_key", "aws_kms_replica_key"];
/// Who may do this can give back every other right. Source: KMS API Reference, `PutKeyPolicy`, "lockout safety check".
const NEEDED: &str = "kms:PutKeyPolicy";

fn check(check: &mut Check) {
    let policies = check.policies();
    for policy in of_role(&policies, Role::Resource) {
        if !KEYS.contains(&policy.place.resource().kind()) {
            continue;
        }
        match () {
            () if is_administrable(policy) => check.pass(&policy.place),
            () if !policy.open.is_empty() => check.unknown(&policy.place, policy.reason()),
            () => check
                .fail(&policy.place, "no statement allows kms:PutKeyPolicy: nobody could ever change the key again"),
        }
    }
}

fn is_administrable(policy: &Policy) -> bool {
    let allowing = policy.statements.iter().filter(|statement| statement.may_allow());
    let to_someone =
        |statement: &&Statement| statement.principals.iter().any(|principal| principal.service().is_none());
    allowing.filter(to_someone).any(|statement| statement.includes(NEEDED))
}
