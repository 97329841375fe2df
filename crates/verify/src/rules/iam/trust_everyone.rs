use super::caller::is_narrowed;
use super::judge::each_allowing;
use crate::policy::{Principal, Role};
use crate::{Applies, Check, Rule, Severity};

pub const RULE: Rule = Rule {
    id: "iam-trust-everyone",
    severity: Severity::Error,
    applies: Applies::AnyStack,
    requirements: &["IAM-2", "IAM-3"],
    page: include_str!("../../../docs/rules/iam-trust-everyone.md"),
    check,
};

fn check(check: &mut Check) {
    each_allowing(check, Role::Trust, |statement| {
        let everyone = statement.principals.iter().any(Principal::is_everyone) || !statement.not_principals.is_empty();
        let open = everyone && !is_narrowed(statement);
        open.then(|| "lets everyone take on the role, from any AWS account".to_owned())
    });
}
