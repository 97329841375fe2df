use crate::{Applies, Check, Rule, Severity};

pub const RULE: Rule = Rule {
    id: "iam-access-key",
    severity: Severity::Warning,
    applies: Applies::AnyStack,
    requirements: &["IAM-1"],
    page: include_str!("../../../docs/rules/iam-access-key.md"),
    check,
};

fn check(check: &mut Check) {
    for key in check.all("aws_iam_access_key") {
        check.fail(&key.at("user"), "a key that never expires, and whose secret stands in the state");
    }
    for login in check.all("aws_iam_user_login_profile") {
        let encrypted = login.at("pgp_key");
        check.expect(&encrypted, encrypted.value().map(|_| true), "the password stands in the state in clear");
    }
    // The other way, which needs no key: a role.
    for role in check.all("aws_iam_role") {
        check.pass(&role.root());
    }
}
